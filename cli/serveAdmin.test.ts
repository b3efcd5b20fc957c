import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditrig, auditrigWith, oneLine, serving, table } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-'));
afterAll(() => rmSync(folder, { recursive: true }));

const status = async (url: string, token: string) =>
  (await fetch(`${url}/sessions`, { headers: { authorization: `Bearer ${token}` } })).status;

describe.concurrent('the admin API of auditrig serve', () => {
  it('is printed with its token, below the table', async () => {
    const { out } = await serving(['--port', '0'], table);
    const [, url = '', token = ''] =
      /^The admin API is on (http:\S+), its token is (\S+)$/m.exec(out) ?? [];
    expect(await status(url, token)).toBe(200);
  });

  it('is in the JSON with its token', async () => {
    const { out } = await serving(['--port', '0', '--json'], oneLine);
    const { url, token } = JSON.parse(out).admin;
    expect([await status(url, token), await status(url, 'another')]).toEqual([200, 401]);
  });

  it('takes port, host and token from the environment', async () => {
    const env = {
      AUDITRIG_ADMIN_PORT: '0',
      AUDITRIG_ADMIN_HOST: '127.0.0.2',
      AUDITRIG_ADMIN_TOKEN: 'mine',
    };
    const { out } = await serving(['--port', '0', '--json'], oneLine, env);
    const { url, token } = JSON.parse(out).admin;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.2:\d+$/);
    expect(token).toBe('mine');
  });

  it('is not there with --no-admin', async () => {
    const { out } = await serving(['--port', '0', '--json', '--no-admin'], oneLine);
    expect(JSON.parse(out)).not.toHaveProperty('admin');
  });

  it('ends everything with one clear line and exit code 2 where its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    // The command ends by itself only if it leaves nothing open.
    const { code, stderr } = await auditrig('serve', '--port', '0', '--admin-port', `${port}`);
    other.close();
    expect(code).toBe(2);
    expect(stderr).toBe(
      `error: the admin API: listen EADDRINUSE: address already in use 127.0.0.1:${port}; choose another --admin-port, or say --no-admin\n`,
    );
  });

  it('ends everything with one clear line and exit code 2 where its token cannot be sent', async () => {
    const env = { AUDITRIG_ADMIN_TOKEN: 'with blanks' };
    const { code, stderr } = await auditrigWith(env, 'serve', '--port', '0');
    expect(code).toBe(2);
    expect(stderr).toBe('error: expected an admin token of ASCII characters, without blanks\n');
  });
});

describe.concurrent('--ready-file', () => {
  it('has what --json prints, for its user alone, until the end', async () => {
    const path = join(folder, 'ready.json');
    const args = ['--port', '0', '--json', '--ready-file', path];
    const { child, exit, out } = await serving(args, oneLine);
    expect(readFileSync(path, 'utf8')).toBe(out);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    child.kill('SIGTERM');
    await exit;
    expect(() => statSync(path)).toThrow('ENOENT');
  });

  it('puts a new one in the place of one that was left behind', async () => {
    const path = join(folder, 'stale.json');
    writeFileSync(path, JSON.stringify({ url: 'http://127.0.0.1:1', vendors: {} }));
    const { out } = await serving(['--port', '0', '--json', '--ready-file', path], oneLine);
    expect(readFileSync(path, 'utf8')).toBe(out);
  });

  it('takes the place of an empty file', async () => {
    const path = join(folder, 'empty.json');
    writeFileSync(path, '');
    const { out } = await serving(['--port', '0', '--json', '--ready-file', path], oneLine);
    expect(readFileSync(path, 'utf8')).toBe(out);
  });

  it('is removed at the start already, where it was left behind', async () => {
    const path = join(folder, 'gone.json');
    writeFileSync(path, JSON.stringify({ url: 'http://127.0.0.1:1', vendors: {} }));
    await auditrig('serve', 'missing.yaml', '--ready-file', path);
    expect(() => statSync(path)).toThrow('ENOENT');
  });

  it('does not touch what auditrig did not write', async () => {
    const path = join(folder, 'mine.yaml');
    writeFileSync(path, 'name: mine\n');
    const { code, stderr } = await auditrig('serve', '--port', '0', '--ready-file', path);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `error: --ready-file ${path}: expected none, an empty one, or one of auditrig's, found another\n`,
    );
    expect(readFileSync(path, 'utf8')).toBe('name: mine\n');
  });

  it('leaves one alone at the end that another simulator has put there', async () => {
    const path = join(folder, 'taken.json');
    const { child, exit } = await serving(['--port', '0', '--json', '--ready-file', path], oneLine);
    writeFileSync(path, 'of another');
    child.kill('SIGTERM');
    await exit;
    expect(readFileSync(path, 'utf8')).toBe('of another');
  });

  it('gets one clear line where there is no such folder, and nothing stays open', async () => {
    const path = join(folder, 'nowhere', 'ready.json');
    const { code, stderr } = await auditrig('serve', '--port', '0', '--ready-file', path);
    expect(code).toBe(2);
    expect(stderr).toBe(`error: --ready-file ${path}: expected a folder that exists, found none\n`);
  });
});

describe.concurrent('--strict', () => {
  /** Asks some paths, ends the simulator, and gives its exit code and what it said. */
  async function ended(...paths: string[]) {
    const { child, exit, out } = await serving(['--port', '0', '--json', '--strict'], oneLine);
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    const headers = { authorization: 'Bearer hs-demo-key' };
    for (const path of paths) await fetch(JSON.parse(out).url + path, { headers });
    child.kill('SIGTERM');
    return { code: await exit, said };
  }
  const log = '/v2/amazon/issues/3423/_audit_logs';

  it('ends with 1 where something was asked for that no page knows, and lists each once', async () => {
    const { code, said } = await ended(`${log}?pageNo=1`, `${log}?pageNo=2`, '/nothing');
    expect(code).toBe(1);
    expect(said.trimEnd().split('\n')).toEqual([
      `undocumented: helpshift: parameter pageNo, 2 times, such as GET ${log}`,
      'undocumented: path /nothing, 1 time, such as GET /nothing',
    ]);
  });

  it('ends with 0 where everything was documented', async () => {
    expect(await ended(`${log}?page=1`)).toEqual({ code: 0, said: '' });
  });
});
