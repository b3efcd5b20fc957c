import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditrigWith, oneLine, serving } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;

/** A home's state folder of one test, as it is set in the environment. */
function home() {
  const state = join(folder, `${++count}`);
  return { env: { XDG_STATE_HOME: state }, runs: join(state, 'auditrig') };
}

async function served(env: object, ...args: string[]) {
  const { out, ...rest } = await serving(['--port', '0', '--json', ...args], oneLine, env);
  return { ...rest, ready: JSON.parse(out) };
}

const none = (url: string) =>
  `error: no simulator answers at ${url}; start one with auditrig serve, or say with --admin where it is\n`;

/** Nobody listens there. */
const nowhere = { AUDITRIG_ADMIN_PORT: '1' };

describe.concurrent('the run file', () => {
  it('is for its user alone, and has the process, its URL, and the admin API with its token', async () => {
    const { env, runs } = home();
    const { child, ready } = await served(env);
    const [name = '', ...others] = readdirSync(runs);
    expect(others).toEqual([]);
    expect(statSync(runs).mode & 0o777).toBe(0o700);
    expect(statSync(join(runs, name)).mode & 0o777).toBe(0o600);
    const { url, admin } = ready;
    const run = JSON.parse(readFileSync(join(runs, name), 'utf8'));
    expect(run).toEqual({ pid: child.pid, url, admin });
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    it(`is removed on ${signal}`, async () => {
      const { env, runs } = home();
      const { child, exit } = await served(env);
      child.kill(signal);
      await exit;
      expect(readdirSync(runs)).toEqual([]);
    });

  it('is not written with --no-admin', async () => {
    const { env, runs } = home();
    await served(env, '--no-admin');
    expect(() => statSync(runs)).toThrow('ENOENT');
  });

  it('leads the commands to the simulator', async () => {
    const { env } = home();
    await served(env);
    const { stdout } = await auditrigWith(env, 'sessions');
    expect(stdout).toMatch(/^default +documented +0 /m);
  });

  it('is cleared away by the commands when its process was killed', async () => {
    const { env, runs } = home();
    const { child, exit } = await served(env);
    child.kill('SIGKILL');
    await exit;
    const { code, stderr } = await auditrigWith({ ...env, ...nowhere }, 'sessions');
    expect({ code, stderr }).toEqual({ code: 2, stderr: none('http://127.0.0.1:1') });
    expect(readdirSync(runs)).toEqual([]);
  });

  it('of another machine that shares the home is left alone', async () => {
    const { env, runs } = home();
    const { ready } = await served(env);
    const foreign = join(runs, '999999999@elsewhere.json');
    writeFileSync(foreign, '{}', { mode: 0o600 });
    const { stdout } = await auditrigWith(env, 'health');
    expect(stdout).toContain(ready.admin.url);
    expect(readFileSync(foreign, 'utf8')).toBe('{}');
  });

  it('of one of several is chosen with --admin, which brings its token', async () => {
    const { env } = home();
    const [a, b] = [await served(env), await served(env)];
    const { code, stderr } = await auditrigWith(env, 'clock');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: 2 simulators are running; say with --admin which one: /);
    for (const { child, ready } of [a, b])
      expect(stderr).toContain(`${ready.admin.url} (process ${child.pid})`);
    const chosen = await auditrigWith(env, 'clock', '--admin', `${b.ready.admin.url}/`);
    expect(chosen.code).toBe(0);
  });

  it('is not written where others may write, so that commands must be told', async () => {
    const { env, runs } = home();
    mkdirSync(runs, { recursive: true });
    chmodSync(runs, 0o777);
    const { ready } = await served(env);
    expect(readdirSync(runs)).toEqual([]);
    const { url, token } = ready.admin;
    const lost = await auditrigWith({ ...env, AUDITRIG_ADMIN: url }, 'sessions');
    expect(lost.stderr).toBe(
      `error: the simulator at ${url} needs its token: set AUDITRIG_ADMIN_TOKEN, or give --admin-token\n`,
    );
    const told = { ...env, AUDITRIG_ADMIN: url, AUDITRIG_ADMIN_TOKEN: token };
    expect((await auditrigWith(told, 'sessions')).code).toBe(0);
  });

  it('that others may write, or that is a link, is not believed', async () => {
    const { env, runs } = home();
    await served(env);
    const [name = ''] = readdirSync(runs);
    const path = join(runs, name);
    chmodSync(path, 0o666);
    const asked = () => auditrigWith({ ...env, ...nowhere }, 'sessions');
    expect((await asked()).stderr).toBe(none('http://127.0.0.1:1'));
    chmodSync(path, 0o600);
    renameSync(path, `${path}.aside`);
    symlinkSync(`${path}.aside`, path);
    expect((await asked()).stderr).toBe(none('http://127.0.0.1:1'));
  });

  it('is done without where it cannot be: the simulator serves all the same', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const { ready } = await served({ XDG_STATE_HOME: file });
    expect((await fetch(`${ready.admin.url}/health`)).status).toBe(200);
  });
});
