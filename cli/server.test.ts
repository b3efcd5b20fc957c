import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startSimulator } from '../mock-server/startSimulator.js';
import { vendors } from '../mock-server/vendors/index.js';
import { auditrig, auditrigWith } from './testing/auditrig.js';

const closing: (() => unknown)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

const account = `helpshift:
  credential: { api_key: hs-private-key }
  ticket: { domain: private-domain, issue_id: "34231" }
`;

async function play(profile: object = {}) {
  const records = Array.from({ length: 12 }, (_, i) => ({
    action_taken_at: Date.parse('2025-03-03T08:00:00Z') + i * 1000,
    action: ['create-issue', 'add-tags', 'resolve'][i % 3],
    actor: { name: `Agent ${i}`, email: `agent${i}@example.com`, roles: ['agent'] },
    from_data: null,
    to_data: { tags: [`t${i}`] },
  }));
  const simulator = await startSimulator(vendors, {
    fixture: {
      name: 'server',
      helpshift: {
        profile,
        credentials: [{ name: 'judge', api_key: 'hs-private-key', domain: 'private-domain' }],
        domains: { 'private-domain': { issues: { 34231: { records } } } },
      },
    },
  });
  closing.push(simulator.close);
  return simulator;
}

/** Answers everything with what it was asked. @param asked is told each time */
async function echo(asked = () => {}): Promise<string> {
  const server = createServer(({ url, headers }, response) => {
    asked();
    response.writeHead(404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: 'no', message: `${url} ${headers.authorization}` }));
  });
  closing.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function file(text = account): string {
  const path = join(mkdtempSync(join(tmpdir(), 'creds-')), 'creds.yaml');
  writeFileSync(path, text);
  return path;
}

const judge = (url: string, ...more: string[]) =>
  auditrig(
    ...['check', 'server', '--vendor', 'helpshift', '--url', url, '--rate', '60000'],
    ...['--credentials', file(), ...more],
  );

describe.concurrent('auditrig check server', () => {
  it('finds nothing wrong with the simulator, and says which switches are turned', async () => {
    const { url } = await play({ envelope: 'snake', 'page-beyond-last': 'refused' });
    const { code, stdout } = await judge(url);
    expect(stdout).not.toContain('FAIL');
    expect(stdout).toContain(
      '  helpshift:\n    profile:\n      envelope: snake\n      page-beyond-last: refused\n',
    );
    expect(code).toBe(0);
  });

  it('asks no more often than it was told to', async () => {
    const times: number[] = [];
    await judge(
      await echo(() => times.push(performance.now())),
      '--rate',
      '20',
      'helpshift/server/endpoint/reads',
    );
    const gaps = times.slice(1).map((time, i) => time - (times[i] as number));
    expect(gaps.length).toBeGreaterThan(0);
    // The way takes a while, which is not the same each time.
    expect(Math.min(...gaps)).toBeGreaterThan(1500);
  });

  it('shows nothing of the account in any report', async () => {
    const out = mkdtempSync(join(tmpdir(), 'reports-'));
    const { stdout, stderr } = await judge(await echo(), '--out', out);
    const texts = readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'));
    expect(texts.length).toBeGreaterThan(3);
    const basic = Buffer.from('hs-private-key:').toString('base64');
    for (const text of [stdout, stderr, ...texts])
      for (const secret of ['hs-private-key', 'private-domain', '34231', basic])
        expect(text).not.toContain(secret);
  });

  it('cannot judge who is not there', async () => {
    const { code, stdout } = await judge('http://127.0.0.1:1');
    expect(stdout).toContain('could not be judged, as no whole answer: connect ECONNREFUSED');
    expect(code).toBe(3);
  });

  it('is not conformant where the credential is not taken', async () => {
    const { url } = await play();
    const wrong = file(account.replace('hs-private-key', 'another'));
    const { code, stdout } = await judge(url, '--credentials', wrong);
    expect(stdout).toContain('FAIL helpshift/server/endpoint/knows-the-key: wrong-status');
    expect(code).toBe(1);
  });

  it('takes secrets from the environment', async () => {
    const { url } = await play();
    const creds = file(account.replace('hs-private-key', '{ env: HS_KEY }'));
    const args = ['check', 'server', '--vendor', 'helpshift', '--url', url, '--rate', '60000'];
    const pattern = ['--credentials', creds, 'helpshift/server/endpoint/reads'];
    const given = await auditrigWith({ HS_KEY: 'hs-private-key' }, ...args, ...pattern);
    expect(given.code).toBe(0);
    const { code, stderr } = await auditrigWith({ HS_KEY: '' }, ...args, ...pattern);
    expect(stderr).toContain('expected the variable HS_KEY to be set');
    expect(code).toBe(2);
  });

  it.each([
    [['--vendor', 'nobody'], "error: option '--vendor <v>' argument 'nobody' is invalid"],
    [['--url', 'localhost'], 'Expected a URL such as https://api.example.com'],
    [['--credentials', '/nowhere.yaml'], '/nowhere.yaml: no such file'],
    [['--rate', '0'], 'Expected a whole number from 1 to 60000'],
    [['--until', 'today'], 'Expected an instant such as 2026-01-31T06:30:00Z'],
    [['helpshift/server/nothing/*'], 'no case is called "helpshift/server/nothing/*"'],
  ])('refuses %s', async (args, says) => {
    const { code, stderr } = await judge('http://127.0.0.1:1', ...args);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(code).toBe(2);
  });
});
