import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startAdmin } from '../mock-server/admin/startAdmin.js';
import { startSimulator } from '../mock-server/startSimulator.js';
import { vendors } from '../mock-server/vendors/index.js';
import { auditrigWith, run as runFile } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-completeness-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function file(lines: readonly string[]): string {
  const path = join(folder, `${++files}.ndjson`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const fixture = {
  name: 'walked',
  now: '2025-05-01T00:00:00Z',
  helpshift: {
    credentials: [{ name: 'walker', api_key: 'k' }],
    domains: { shop: { issues: { '1': { generate: { records: 90, seed: 7 } } } } },
  },
};

// Closed with the file: of tests that run at once, Vitest cannot tell whose end it would be.
const opened: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));

/** A simulator with its admin API, for one test, a client of it, and the command that judges it. */
async function walked(world: object | string = fixture) {
  const simulator = await startSimulator(vendors, { fixture: world });
  const admin = await startAdmin(simulator, { token: 'let-me-in' });
  opened.push(admin, simulator);
  const env = { AUDITRIG_ADMIN: admin.url, AUDITRIG_ADMIN_TOKEN: 'let-me-in' };
  return {
    simulator,
    env,
    async ask(query: string) {
      const path = `${simulator.url}/v2/shop/issues/1/_audit_logs?${query}`;
      const answer = await fetch(path, { headers: { authorization: 'Bearer k' } });
      return ((await answer.json()) as { audit_logs: object[] }).audit_logs;
    },
    run: (...args: string[]) => auditrigWith(env, 'completeness', ...args),
  };
}

describe.concurrent('auditrig completeness', () => {
  it('says in a line that all was served, with exit code 0', async () => {
    const { ask, run } = await walked();
    for (const page of [1, 2, 3]) await ask(`page_size=40&page=${page}`);
    expect(await run()).toEqual({
      code: 0,
      stdout: 'complete: 90 of 90 events served, in 3 answers with credential walker\n',
      stderr: '',
    });
  });

  it('says what was never served, and why, with exit code 1', async () => {
    const { ask, run } = await walked();
    for (const page of [1, 2, 2]) await ask(`page_size=44&page=${page}`);
    const { code, stdout } = await run();
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '2 of 90 events were never served; 88 served in 3 answers with credential walker; 44 of them more than once',
      '',
      'never served: stopped-early (2): it stood behind the last answer, and the client did not go on',
    ]);
    expect(lines[3]).toMatch(/^ {2}\S+Z {2}create-issue {2}.* {2}answer 3$/);
    expect(lines).toContain('served again: asked-again (44): what was asked for overlaps');
  });

  it('shows something of each cause, however many others have', async () => {
    const { ask, run } = await walked();
    for (const page of [1, 3]) await ask(`sort_order=asc&page_size=2&page=${page}`);
    const { stdout } = await run();
    expect(stdout).toContain('never served: window-gap (2)');
    expect(stdout).toContain('never served: stopped-early (84)');
    expect(stdout).toContain('\n  … and 36 more; --json has them\n');
    expect(stdout.match(/ {2}answers? \d/g)).toHaveLength(50);
  });

  for (const page of ['README.md', 'docs/completeness.md'])
    it(`prints what ${page} shows`, async () => {
      const { simulator, run } = await walked('fixtures/helpshift/late.yaml');
      const ask = (query: string) =>
        fetch(`${simulator.url}/v2/shop/issues/1001/_audit_logs${query}`, {
          headers: { authorization: 'Bearer hs-shelf-key' },
        });
      await ask('');
      simulator.clock.advance('PT1H');
      await ask('?since=1740990910044');
      expect(readFileSync(page, 'utf8')).toContain(`\n${(await run()).stdout}`);
    });

  it('ends with exit code 3 where nothing was asked for', async () => {
    const { run } = await walked();
    expect(await run()).toEqual({
      ...{ code: 3, stderr: '' },
      stdout:
        'not judged: no answer had records: nothing was asked for, or all of it was refused\n',
    });
  });

  it('is asked of a window, and prints JSON where told', async () => {
    const { ask, run } = await walked();
    await ask('page_size=5');
    const args = [
      '--until',
      '2020-01-01T00:00:00Z',
      '--actions',
      'resolve,b',
      '--credential',
      'walker',
    ];
    const { code, stdout } = await run('--json', ...args);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ complete: true, events: 0 },
      asked: { until: '2020-01-01T00:00:00Z', actions: ['resolve', 'b'] },
    });
  });

  it('is asked of another session', async () => {
    const { simulator, ask, run } = await walked();
    await ask('');
    const { id } = await simulator.sessions.open();
    expect((await run('--session', id)).code).toBe(3);
    expect((await run()).code).toBe(0);
  });

  const wrong: [string, string[], string][] = [
    [
      'actions that never occur',
      ['--actions', 'resolv'],
      'actions: expected actions that occur, found "resolv"; did you mean resolve?',
    ],
    [
      'a way to read what is not given',
      ['--as', 'records'],
      '--as says how to read what --received gives; expected both, found --as alone',
    ],
    [
      'another vendor',
      ['--vendor', 'helpshft'],
      "there is no vendor 'helpshft'; did you mean helpshift? (there is helpshift)",
    ],
    [
      'another ticket',
      ['--target', 'shop/2'],
      "there is no target 'shop/2'; did you mean shop/1? (there is shop/1)",
    ],
    [
      'no time',
      ['--since', 'now'],
      'since: expected an instant such as 2025-03-31T06:30:00Z, found "now"',
    ],
    ['another credential', ['--credential', 'x'], 'nothing was asked with a credential "x"'],
    [
      'no file',
      ['--received', '/nowhere/x'],
      '/nowhere/x: expected a file that exists, found none',
    ],
  ];
  for (const [what, args, message] of wrong)
    it(`ends with exit code 2 with ${what}`, async () => {
      const { ask, run } = await walked();
      await ask('');
      const { code, stdout, stderr } = await run(...args);
      expect({ code, stdout, stderr }).toEqual({
        ...{ code: 2, stdout: '' },
        stderr: `error: ${message}\n`,
      });
    });

  it('wants to know which vendor is meant where there are several', async () => {
    const { run } = await walked('fixtures/documented.yaml');
    const { code, stderr } = await run();
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'error: say with --vendor which one is meant; there is helpshift, motadata, opsramp\n',
    });
    expect((await run('--vendor', 'opsramp')).code).toBe(3);
  });
});

describe.concurrent('auditrig completeness --received', () => {
  it('takes a list of records as JSON, in one line or many', async () => {
    const { ask, run } = await walked();
    const records = await ask('page_size=90');
    for (const indent of [undefined, 1])
      for (const as of ['records', 'lines']) {
        const list = file([JSON.stringify(records, null, indent)]);
        expect(await run('--received', list, '--as', as)).toMatchObject({
          code: 0,
          stdout: expect.stringContaining('delivered faithfully: 90, descending'),
        });
      }
  });

  it('has no order of nothing', async () => {
    const { ask, run } = await walked();
    await ask('page_size=90');
    const { stdout } = await run('--received', file([]));
    expect(stdout).toContain('delivered 0: 90 missing');
  });

  it('judges lines of any shape, each time anew', async () => {
    const { ask, run } = await walked();
    const lines = (await ask('')).map((record) => `got ${JSON.stringify(record)}`);
    for (const _ of [1, 2])
      expect(await run('--received', file(lines))).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/\ndelivered faithfully: 90, descending\n$/),
      });
  });

  it('says what is missing, repeated, invented and altered, with exit code 1', async () => {
    const { ask, run } = await walked();
    const [first, , third, ...rest] = (await ask('')) as Record<string, unknown>[];
    const records = [first, first, { ...third, action: 'x' }, ...rest, { action_taken_at: 5 }];
    const out = file(records.map((record) => JSON.stringify(record)));
    const { code, stdout } = await run('--received', out, '--as', 'records');
    expect(code).toBe(1);
    const lines = stdout.split('\n');
    expect(lines[1]).toBe('delivered 91, descending: 1 missing, 1 repeated, 1 invented, 1 altered');
    for (const line of [
      'not delivered: lost-by-client (1): it was served and not delivered',
      'delivered more than once (1)',
      'delivered, and like no event (1)',
      '  number 91  {"action_taken_at":5}',
      'delivered otherwise than served (1)',
      '  number 3  action',
    ])
      expect(lines).toContain(line);
  });

  it('takes more than a mebibyte, and standard input', async () => {
    const { ask, env } = await walked();
    const lines = (await ask('')).map((record) =>
      JSON.stringify({ ...record, more: '"'.repeat(9000) }),
    );
    const command = `node dist/cli/auditrig.js completeness --received - < ${file(lines)}`;
    const { stdout } = await runFile('sh', ['-c', command], { env: { ...process.env, ...env } });
    expect(stdout).toContain('delivered faithfully: 90, descending');
  });

  it('ends with exit code 3 where nobody can recognise the lines', async () => {
    const plain = structuredClone(fixture) as {
      helpshift: { domains: { shop: { issues: object } } };
    };
    plain.helpshift.domains.shop.issues = { '1': { generate: { records: 3, marker: false } } };
    const { ask, run } = await walked(plain);
    await ask('');
    const { code, stdout } = await run('--received', file(['something']));
    expect(code).toBe(3);
    expect(stdout).toContain('\nwhat was delivered is not judged: lines are recognised by');
  });

  it('says which line is no record, and then nothing is told', async () => {
    const { ask, run } = await walked();
    await ask('');
    for (const [line, found] of [
      ['{', '"{"'],
      ['[1]', 'a list'],
    ] as const) {
      const path = file(['{}', '', line]);
      const { code, stderr } = await run('--received', path, '--as', 'records');
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: `error: ${path}:3: expected a record as JSON, found ${found}\n`,
      });
    }
    expect((await run()).stdout).not.toContain('delivered');
  });

  it('says which line is too long', async () => {
    const { run } = await walked();
    const path = file(['x', 'x'.repeat(1_000_001)]);
    const { code, stderr } = await run('--received', path);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error: ${path}:2: expected at most 1000000 bytes in a line, found 1000004\n`,
    });
  });
});
