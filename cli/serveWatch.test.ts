import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { bin } from './testing/auditrig.js';

const root = mkdtempSync(join(tmpdir(), 'auditrig-'));
afterAll(() => rmSync(root, { recursive: true }));

const record = (action: string) =>
  JSON.stringify({ action_taken_at: 1754768308863, action, actor: null });
const fixture = (issue: string, extra = '') => `name: mine
${extra}helpshift:
  credentials: [{ api_key: k }]
  domains: { shop: { issues: { "1": { records: ${issue} } } } }
`;

/** A watched simulator of `mine.yaml` in a folder of its own. */
async function watching(files: Record<string, string>) {
  const folder = mkdtempSync(join(root, 'x-'));
  const path = (name: string) => join(folder, name);
  for (const [name, text] of Object.entries(files)) writeFileSync(path(name), text);
  const args = [bin, 'serve', path('mine.yaml'), '--port', '0', '--json', '--watch'];
  const child = spawn(process.execPath, args);
  afterAll(() => child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
  const [ready] = await once(createInterface({ input: child.stdout }), 'line');
  const { url } = JSON.parse(ready);
  return {
    child,
    path,
    /** The next lines that it says of itself, up to one that matches. */
    async said(last: RegExp): Promise<string[]> {
      const said: string[] = [];
      while (!last.test(said.at(-1) ?? '')) said.push((await lines.next()).value);
      return said;
    },
    async actions(): Promise<string[]> {
      const response = await fetch(`${url}/v2/shop/issues/1/_audit_logs`, {
        headers: { Authorization: `Basic ${Buffer.from('k:').toString('base64')}` },
      });
      const { audit_logs } = (await response.json()) as { audit_logs: { action: string }[] };
      return audit_logs.map(({ action }) => action);
    },
  };
}

const anew = /plays mine \(1 ticket, \d records?\) anew/;

describe('serve --watch', () => {
  it('plays a changed fixture', async () => {
    const { path, said, actions } = await watching({ 'mine.yaml': fixture(`[${record('one')}]`) });
    expect(await actions()).toEqual(['one']);
    writeFileSync(path('mine.yaml'), fixture(`[${record('two')}]`));
    await said(anew);
    expect(await actions()).toEqual(['two']);
  });

  it('keeps the last good world when an edit is broken, and says why', async () => {
    const { path, said, actions } = await watching({ 'mine.yaml': fixture(`[${record('one')}]`) });
    writeFileSync(path('mine.yaml'), fixture('none'));
    const why = await said(/played on/);
    expect(why).toEqual([
      expect.stringMatching(/^error: .*mine\.yaml:4:48 helpshift.*expected a list of records/),
      expect.stringContaining('4 |   domains:'),
      expect.stringContaining('^'),
      'error: mine (1 ticket, 1 record) is played on as it was',
    ]);
    expect(await actions()).toEqual(['one']);
    writeFileSync(path('mine.yaml'), fixture(`[${record('two')}]`));
    await said(anew);
    expect(await actions()).toEqual(['two']);
  });

  it('sees a file that is put in the place of another, again and again', async () => {
    const { path, said, actions } = await watching({ 'mine.yaml': fixture(`[${record('one')}]`) });
    for (const action of ['two', 'three']) {
      writeFileSync(path('new'), fixture(`[${record(action)}]`));
      renameSync(path('new'), path('mine.yaml'));
      await said(anew);
      expect(await actions()).toEqual([action]);
    }
  });

  it('follows included files and files of records, also those that it comes to include', async () => {
    const { path, said, actions } = await watching({
      'mine.yaml': fixture('{ from: one.ndjson }'),
      'one.ndjson': record('one'),
    });
    writeFileSync(path('one.ndjson'), `${record('one')}\n${record('two')}\n`);
    await said(anew);
    expect(await actions()).toEqual(['two', 'one']);
    writeFileSync(path('more.yaml'), 'now: 2025-08-10T00:00:00Z\n');
    writeFileSync(path('mine.yaml'), fixture('{ from: one.ndjson }', 'include: more.yaml\n'));
    await said(anew);
    writeFileSync(path('more.yaml'), 'now: never\n');
    expect((await said(/played on/))[0]).toMatch(
      /^error: .*more\.yaml:1:6 now: expected an instant/,
    );
  });

  it('plays a file that was missing once it is there, its folder too', async () => {
    const { path, said, actions } = await watching({ 'mine.yaml': fixture(`[${record('one')}]`) });
    writeFileSync(path('mine.yaml'), fixture('{ from: later/two.ndjson }'));
    expect((await said(/played on/))[0]).toMatch(/two\.ndjson: no such file$/);
    mkdirSync(path('later'));
    await said(/played on/);
    writeFileSync(path('later/two.ndjson'), record('two'));
    await said(anew);
    expect(await actions()).toEqual(['two']);
  });

  it('follows a folder that goes and comes again', async () => {
    const { path, said, actions } = await watching({ 'mine.yaml': fixture('[]') });
    for (const action of ['two', 'three']) {
      mkdirSync(path('in'), { recursive: true });
      writeFileSync(path('in/x.ndjson'), record(action));
      writeFileSync(
        path('mine.yaml'),
        fixture('{ from: in/x.ndjson }', `description: ${action}\n`),
      );
      await said(anew);
      expect(await actions()).toEqual([action]);
      rmSync(path('in'), { recursive: true });
      await said(/played on/);
    }
  });

  it('sees that a link on the way leads elsewhere', async () => {
    const { path, said, actions } = await watching({ 'mine.yaml': fixture('[]') });
    for (const action of ['one', 'two']) {
      mkdirSync(path(action));
      writeFileSync(path(`${action}/x.ndjson`), record(action));
    }
    symlinkSync('one', path('data'));
    writeFileSync(path('mine.yaml'), fixture('{ from: data/x.ndjson }'));
    await said(anew);
    expect(await actions()).toEqual(['one']);
    symlinkSync('two', path('other'));
    renameSync(path('other'), path('data'));
    await said(anew);
    expect(await actions()).toEqual(['two']);
  });

  it('bears edits that come while it starts', async () => {
    const folder = mkdtempSync(join(root, 'x-'));
    const file = join(folder, 'mine.yaml');
    const write = () => writeFileSync(file, fixture('[]'));
    write();
    // Making a certificate leaves time for some.
    const args = [bin, 'serve', file, '--port', '0', '--json', '--tls', '--watch'];
    const child = spawn(process.execPath, args);
    afterAll(() => child.kill('SIGKILL'));
    const edits = setInterval(write, 80);
    const ready = once(createInterface({ input: child.stdout }), 'line');
    const first = await Promise.race([ready, once(child, 'exit')]);
    clearInterval(edits);
    expect(first).toEqual([expect.stringContaining('https://')]);
  });

  it('ends at SIGTERM', async () => {
    const { child } = await watching({ 'mine.yaml': fixture('[]') });
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
