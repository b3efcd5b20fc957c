import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditrig } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-normalizer-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const check = (...args: string[]) => auditrig('check', 'normalizer', ...args);
const documented = 'helpshift/normalizer/documented/records';
const node = ['--', process.execPath];
const adapter = [...node, 'examples/normalizers/node.js'];
const files = [...node, 'examples/normalizers/files.js', '{inputs}', '{outputs}'];

/** A normalizer of files, of which only what it does with one trail is said. */
function ofFiles(name: string, deed: string): string[] {
  const code = `import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
const [, , inputs, outputs] = process.argv;
for (const name of readdirSync(inputs)) {
  const { bodies, context } = JSON.parse(readFileSync(inputs + '/' + name, 'utf8'));
  ${deed}
}`;
  return [...node, file(`${name}.mjs`, code), '{inputs}', '{outputs}'];
}

const passed = expect.stringMatching(
  /^normalizer [^\n]*\n\n1 passed, 0 failed, 0 errors, 0 skipped, of 1\n$/,
);

describe.concurrent('auditrig check normalizer', () => {
  it('asks a command that speaks the protocol', async () => {
    const { code, stdout, stderr } = await check(documented, ...adapter);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: passed, stderr: '' });
  });

  it('starts a command for each trail with --once', async () => {
    const { code, stdout } = await check(documented, '--once', ...adapter);
    expect({ code, stdout }).toEqual({ code: 0, stdout: passed });
  });

  it('asks a command that reads and writes files', async () => {
    const { code, stdout } = await check(documented, '--files', ...files);
    expect({ code, stdout }).toEqual({ code: 0, stdout: passed });
  });

  it.each([
    ['writes nothing', '', 'no-reply: it wrote no 00001.json'],
    ['writes no JSON', "writeFileSync(outputs + '/' + name, '{');", '00001.json is not JSON'],
    [
      'writes something else',
      "writeFileSync(outputs + '/' + name, '[]');",
      'expected { "events": […] } or { "error": { "code", "message" } }, found []',
    ],
    ['falls', "throw new Error('no map for this');", 'no map for this'],
  ])('says what is wrong with one that %s', async (name, deed, words) => {
    const { code, stdout } = await check(documented, '--files', ...ofFiles(name, deed));
    expect(code).toBe(1);
    expect(stdout.replace(/\n {2}what\s+/g, ' ')).toContain(words.split(': ').at(-1));
  });

  it('judges events of another shape through a map', async () => {
    const events = `const events = JSON.parse(bodies[0]).audit_logs.map((log) => ({
      '@timestamp': new Date(log.action_taken_at).toISOString(),
      user: { email: log.actor.email ?? log.actor.name }, event: { action: log.action },
      ticket: context.target_id }));
      writeFileSync(outputs + '/' + name, JSON.stringify({ events }));`;
    const map = file(
      'map.yaml',
      'time: "@timestamp"\nactor: user.email\naction: event.action\ntarget: ticket\n',
    );
    const own = ofFiles('own', events);
    const right = await check(documented, '--files', '--map', map, ...own);
    expect({ code: right.code, stdout: right.stdout }).toEqual({ code: 0, stdout: passed });
    const other = file('other.yaml', 'time: "@timestamp"\nactor: event.action\n');
    const wrong = await check(documented, '--files', '--map', other, ...own);
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toContain('event.action (actor) of record 0');
  });

  it('says how to ask a case again', async () => {
    const { code, stdout } = await check(
      ...[documented, '--seed', '5', '--files'],
      ...ofFiles('none', ''),
    );
    expect(code).toBe(1);
    const again = `auditrig check normalizer ${documented} --seed 5 --files -- ${process.execPath}`;
    expect(stdout).toContain(again);
  });

  it.each([
    ['no command', [], 'expected -- and the command of the subject'],
    ['--files without the folders', ['--files', ...adapter], 'expected {inputs} in the command'],
    ['--files with --once', ['--files', '--once', ...files], 'expected --once or --files'],
    ['a map that there is not', ['--map', 'no/such.yaml', ...adapter], 'no/such.yaml'],
    ['a pattern that no case has', ['helpshift/client/**', ...adapter], 'no case is called'],
  ])('refuses %s', async (_, args, words) => {
    const { code, stdout, stderr } = await check(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  it('refuses a map with a part that there is not, with its place and what was meant', async () => {
    const map = file('wrong.yaml', 'time: at\nactors: user\n');
    const { code, stderr } = await check('--map', map, ...adapter);
    expect(code).toBe(2);
    expect(stderr).toContain('wrong.yaml:2:1 actors: unknown key "actors"; did you mean actor?');
  });
});

describe.concurrent('auditrig cases export', () => {
  it('writes a trail with all of its events, and those that are given in other ways', async () => {
    const out = join(folder, 'exported');
    const pattern = 'motadata/normalizer/whole/two-thousand';
    const { code, stdout } = await auditrig('cases', 'export', out, pattern, documented);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '4 files of 2 cases\n' });
    const { vendor, bodies, events } = JSON.parse(
      readFileSync(join(out, `${pattern}.pages.json`), 'utf8'),
    );
    expect({ vendor, events: events.length }).toEqual({ vendor: 'motadata', events: 2000 });
    expect(bodies.length).toBeGreaterThan(1);
  });

  it('writes the codes of an error where that is what is right', async () => {
    const out = join(folder, 'errors');
    const id = 'helpshift/normalizer/broken-bodies/nan';
    await auditrig('cases', 'export', out, id);
    const { error, events } = JSON.parse(readFileSync(join(out, `${id}.json`), 'utf8'));
    expect({ error, events }).toEqual({ error: ['malformed_response'], events: undefined });
  });

  it('refuses a place where no folder can be', async () => {
    const { code, stderr } = await auditrig('cases', 'export', file('taken', ''));
    expect(code).toBe(2);
    expect(stderr).toContain('expected a folder, found a file');
  });
});
