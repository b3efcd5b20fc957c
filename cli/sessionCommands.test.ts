import { type RequestOptions, request } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { startAdmin } from '../mock-server/admin/startAdmin.js';
import type { SimulatorBounds } from '../mock-server/Simulator.js';
import { startSimulator } from '../mock-server/startSimulator.js';
import { vendors } from '../mock-server/vendors/index.js';
import { auditrigWith } from './testing/auditrig.js';

const now = '2025-08-11T00:00:00Z';
const KEY = 'key/of/the/shop';
const fixture = {
  name: 'small',
  now,
  helpshift: {
    credentials: [{ name: 'collector', api_key: KEY, domain: 'shop' }],
    domains: {
      shop: {
        issues: {
          '1': {
            records: [1, 2, 3].map((n) => ({
              action_taken_at: Date.parse(now) - n,
              action: 'add-tags',
              actor: {},
            })),
          },
        },
      },
    },
  },
};

// Closed with the file: of tests that run at once, Vitest cannot tell whose end it would be.
const opened: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(opened.map((one) => one.close())));

/** A simulator with its admin API, for one test, and the command that asks it. */
async function administered(bounds: SimulatorBounds = {}) {
  const simulator = await startSimulator(vendors, { fixture, bounds });
  const admin = await startAdmin(simulator, { token: 'let-me-in' });
  opened.push(admin, simulator);
  const env = { AUDITRIG_ADMIN: admin.url, AUDITRIG_ADMIN_TOKEN: 'let-me-in' };
  const ask = (path: string, key = KEY, options: RequestOptions = {}) =>
    new Promise<void>((resolve, reject) => {
      const headers = { authorization: `Bearer ${key}` };
      // Not by fetch, which would mend the path.
      request(new URL(simulator.url), { ...options, path, headers }, (response) =>
        response.resume().on('end', resolve),
      )
        .on('error', reject)
        .end();
    });
  return { simulator, admin, ask, run: (...args: string[]) => auditrigWith(env, ...args) };
}

const log = '/v2/shop/issues/1/_audit_logs';

describe.concurrent('auditrig sessions', () => {
  it('has a line for each session', async () => {
    const { simulator, ask, run } = await administered();
    const { id, expires = 0 } = await simulator.sessions.open({ now: '2025-09-01T00:00:00Z' });
    await ask(log);
    const { code, stdout } = await run('sessions');
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split(/ *\n/)
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ['ID', 'FIXTURE', 'REQUESTS', 'CLOCK', 'EXPIRES'],
      ['default', 'small', '1', `${now} (stands still)`, 'never'],
      [id, 'small', '0', '2025-09-01T00:00:00Z (stands still)', new Date(expires).toISOString()],
    ]);
  });

  it('prints JSON where asked', async () => {
    const { run } = await administered();
    const { stdout } = await run('sessions', '--json');
    expect(JSON.parse(stdout).sessions).toMatchObject([{ id: 'default', now, requests: 0 }]);
  });
});

describe.concurrent('auditrig journal', () => {
  it('says of each request what was served of how much', async () => {
    const { ask, run } = await administered();
    await ask(`${log}?page_size=2&page=2&sort_order=asc`);
    await ask(log);
    await ask(`${log}?actions=resolve&since=5`);
    const { stdout } = await run('journal');
    expect(stdout.trimEnd().split('\n')).toEqual([
      `${now}  GET  ${log}?page_size=2&page=2&sort_order=asc  200  3 to 3 of 3 records, oldest first`,
      `${now}  GET  ${log}                                    200  all of 3 records, newest first`,
      `${now}  GET  ${log}?actions=resolve&since=5            200  none of 0 records since 1970-01-01T00:00:00.005Z of resolve`,
    ]);
  });

  it('says below a request what of it no page knows', async () => {
    const { ask, run } = await administered();
    await ask(`${log}?pageNo=2`);
    const { stdout } = await run('journal');
    expect(stdout.split('\n')[1]).toBe('    undocumented: parameter pageNo');
  });

  it('says below a request why it was refused', async () => {
    const { simulator, ask, run } = await administered();
    simulator.credentials('helpshift').rotate('collector');
    await ask(log);
    const { stdout } = await run('journal');
    expect(stdout.trimEnd().split('\n').slice(1)).toEqual([
      '    refused: The credential is not known.',
      '    the credential "collector" was rotated',
    ]);
  });

  it('shows another session with --session, and says which there is not', async () => {
    const { simulator, ask, run } = await administered();
    const session = await simulator.sessions.open();
    await ask(`${log}?page=7`, session.vendors.helpshift?.credentials[0]?.api_key);
    const { stdout } = await run('journal', '--session', session.id);
    expect(stdout).toContain('?page=7');
    expect((await run('journal')).stdout).toBe('nothing has been asked yet\n');
    const { code, stderr } = await run('journal', '--session', 'a/../b');
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'error: there is no session "a/../b"\n' });
  });

  it('shows requests that no session knows with --unattributed, and what they nearly were', async () => {
    const { ask, run } = await administered();
    await ask(log, encodeURIComponent(KEY));
    const { stdout } = await run('journal', '--unattributed');
    const [line, ...below] = stdout.trimEnd().split('\n');
    expect(line).toMatch(/ {2}401 {2}/);
    expect(below.join('\n')).toMatch(/^ {4}\S.*collector/m);
  });

  it('says how many older requests are kept no more', async () => {
    const { ask, run } = await administered({ journalEntries: 1 });
    for (const _ of [1, 2, 3]) await ask(log);
    const { stdout } = await run('journal');
    expect(stdout.split('\n')[0]).toBe('2 older requests, kept no more');
  });

  it('keeps a terminal from what a request has in its parameters', async () => {
    const { ask, run } = await administered();
    await ask(`${log}?%1b%5b31mred=1`);
    const { stdout } = await run('journal');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('undocumented: parameter \\u001b[31mred');
  });

  it('prints JSON where asked', async () => {
    const { ask, run } = await administered();
    await ask(log);
    const { entries, dropped } = JSON.parse((await run('journal', '--json')).stdout);
    expect(entries).toMatchObject([{ n: 1, target: log, status: 200 }]);
    expect(dropped).toBe(0);
  });
});

describe.concurrent('auditrig clock', () => {
  it('shows the time without moving it', async () => {
    const { run } = await administered();
    expect((await run('clock')).stdout).toBe(`${now} (stands still)\n`);
  });

  const moves: [string, string][] = [
    ['+1h', '2025-08-11T01:00:00Z'],
    ['+PT1H', '2025-08-11T01:00:00Z'],
    ['+1d2h3m4s', '2025-08-12T02:03:04Z'],
    ['+90m', '2025-08-11T01:30:00Z'],
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'],
  ];
  for (const [move, then] of moves)
    it(`moves it by ${move}`, async () => {
      const { simulator, run } = await administered();
      expect((await run('clock', move)).stdout).toBe(`${then} (stands still)\n`);
      expect(simulator.clock.now()).toBe(Date.parse(then));
    });

  it('lets it run, and stand still', async () => {
    const { simulator, run } = await administered();
    expect((await run('clock', 'run')).stdout).toMatch(/ \(runs\)$/m);
    expect(simulator.clock.running).toBe(true);
    expect((await run('clock', 'stop')).stdout).toMatch(/ \(stands still\)$/m);
  });

  it('moves that of another session alone', async () => {
    const { simulator, run } = await administered();
    const { id } = await simulator.sessions.open();
    const { stdout } = await run('clock', '+1h', '--session', id, '--json');
    expect(JSON.parse(stdout)).toEqual({ now: '2025-08-11T01:00:00Z', running: false });
    expect(simulator.clock.now()).toBe(Date.parse(now));
  });

  const wrong: [string, string][] = [
    ['+', "expected how far, such as +1h or +PT1H, an instant, run or stop, found '+'"],
    ['1h', "expected how far, such as +1h or +PT1H, an instant, run or stop, found '1h'"],
    ['2025-13-01', 'set: expected an instant like 2025-03-31T06:30:00Z, found "2025-13-01"'],
  ];
  for (const [move, message] of wrong)
    it(`is not moved by ${move}, which gets one clear line and exit code 2`, async () => {
      const { run } = await administered();
      const { code, stderr } = await run('clock', move);
      expect({ code, stderr }).toEqual({ code: 2, stderr: `error: ${message}\n` });
    });
});

describe.concurrent('auditrig health', () => {
  it('ends with 0 where a simulator is ready, and needs no token', async () => {
    const { admin } = await administered();
    const { code, stdout } = await auditrigWith({}, 'health', '--admin', admin.url);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^auditrig \S+ is ready at http:\S+\n$/);
  });

  it('finds it by the variables that serve has, as in a container', async () => {
    const { admin } = await administered();
    const { port } = new URL(admin.url);
    const env = { AUDITRIG_ADMIN_PORT: port, AUDITRIG_ADMIN_HOST: '0.0.0.0' };
    const { code, stdout } = await auditrigWith(env, 'health', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'ok', admin: admin.url });
  });

  it('ends with 1 where none is', async () => {
    const { code, stderr } = await auditrigWith({ AUDITRIG_ADMIN_PORT: '1' }, 'health');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'error: no simulator is ready at http://127.0.0.1:1\n',
    });
  });
});

describe.concurrent('a command that asks', () => {
  const asking = [['sessions'], ['journal'], ['clock', '+1h']];
  for (const args of asking)
    it(`auditrig ${args[0]} says in one line that no simulator is there, with exit code 2`, async () => {
      const { code, stderr } = await auditrigWith({ AUDITRIG_ADMIN_PORT: '1' }, ...args);
      expect(code).toBe(2);
      expect(stderr).toBe(
        'error: no simulator answers at http://127.0.0.1:1; start one with auditrig serve, or say with --admin where it is\n',
      );
    });

  it('says that the token is wrong', async () => {
    const { admin, run } = await administered();
    const { code, stderr } = await run('sessions', '--admin-token', 'another');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error: the token is not that of the simulator at ${admin.url}\n`,
    });
  });

  it('says which variable a wrong token or place is from', async () => {
    const { admin } = await administered();
    const env = { AUDITRIG_ADMIN: admin.url, AUDITRIG_ADMIN_TOKEN: 'another' };
    expect((await auditrigWith(env, 'sessions')).stderr).toBe(
      `error: the token (from AUDITRIG_ADMIN_TOKEN) is not that of the simulator at ${admin.url}\n`,
    );
    const nowhere = { AUDITRIG_ADMIN: 'http://127.0.0.1:1' };
    expect((await auditrigWith(nowhere, 'sessions')).stderr).toContain(
      'error: no simulator answers at http://127.0.0.1:1 (from AUDITRIG_ADMIN); start',
    );
    expect((await auditrigWith({ AUDITRIG_ADMIN: 'here' }, 'sessions')).stderr).toContain(
      'error: AUDITRIG_ADMIN: expected a URL',
    );
  });

  it('says that something else answers, such as the simulator itself', async () => {
    const { simulator, run } = await administered();
    const { code, stderr } = await run('sessions', '--admin', simulator.url);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `error: what answers at ${simulator.url} is no admin API of auditrig (status 404)\n`,
    );
  });

  it('wants a URL', async () => {
    const { code, stderr } = await auditrigWith({}, 'sessions', '--admin', 'here');
    expect(code).toBe(2);
    expect(stderr).toBe(
      "error: --admin: expected a URL such as http://127.0.0.1:4011, found 'here'\n",
    );
  });
});
