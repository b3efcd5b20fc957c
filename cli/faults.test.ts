import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startAdmin } from '../mock-server/admin/startAdmin.js';
import { startSimulator } from '../mock-server/startSimulator.js';
import { vendors } from '../mock-server/vendors/index.js';
import { auditrigWith, bin, run as runFile } from './testing/auditrig.js';

async function administered() {
  const simulator = await startSimulator(vendors, {});
  const admin = await startAdmin(simulator, { token: 'let-me-in' });
  onTestFinished(async () => {
    await admin.close();
    await simulator.close();
  });
  const env = { AUDITRIG_ADMIN: admin.url, AUDITRIG_ADMIN_TOKEN: 'let-me-in' };
  return {
    env,
    session: await simulator.sessions.open(),
    run: (...args: string[]) => auditrigWith(env, 'faults', ...args),
  };
}

function fileOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'auditrig-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'faults.yaml');
  writeFileSync(file, text);
  return file;
}

describe('auditrig faults', () => {
  it('says that there are none', async () => {
    const { run } = await administered();
    expect(await run()).toEqual({ code: 0, stdout: 'there are no faults\n', stderr: '' });
  });

  it('sets those of a file, and says of each how often it happened', async () => {
    const { session, run } = await administered();
    const file = fileOf('- { name: third, when: { page: 3 }, do: { cut: 9 } }\n- { do: reset }\n');
    const { stdout } = await run('--session', session.id, '--set', file);
    expect(stdout.split('\n')).toEqual([
      'NAME   FIRED  WHEN        DO',
      'third  never  {"page":3}  {"cut":9}',
      'reset  never  {}          "reset"',
      '',
    ]);
    const { api_key = '' } = session.vendors.helpshift?.credentials[0] ?? {};
    const headers = { authorization: `Bearer ${api_key}` };
    const { baseUrl = '' } = session.vendors.helpshift ?? {};
    await fetch(`${baseUrl}/v2/amazon/issues/3423/_audit_logs`, { headers }).catch(() => {});
    const { faults } = JSON.parse((await run('--session', session.id, '--json')).stdout);
    expect(faults.map(({ fired }: { fired: number }) => fired)).toEqual([0, 1]);
  });

  it('takes those of a fixture', async () => {
    const { run } = await administered();
    const { stdout } = await run('--set', fileOf('name: x\nfaults: [{ do: close }]\n'));
    expect(stdout).toContain('close  never');
  });

  it('says what is wrong with them', async () => {
    const { run } = await administered();
    const { code, stderr, stdout } = await run('--set', fileOf('- { do: rest }\n'));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^error: .*faults\.yaml:1:9 faults\[0\]\.do: expected one of .* did you mean reset\?\n/,
    );
  });

  it('says all that is wrong with them, and where', async () => {
    const { run } = await administered();
    const text = 'faults:\n  - { when: { pge: 3 }, do: reset }\n  - { do: { cut: x } }\n';
    const { code, stderr } = await run('--set', fileOf(text));
    const places = [...stderr.matchAll(/yaml:(\d+:\d+) (\S+): (.*)/g)].map(([, ...all]) => all);
    expect([code, places]).toEqual([
      2,
      [
        ['2:20', 'faults[0].when.pge', 'unknown key "pge"; did you mean page?'],
        ['3:18', 'faults[1].do.cut', 'expected a number of bytes like 900, or true, found "x"'],
      ],
    ]);
  });

  it('takes them from standard input', async () => {
    const { env } = await administered();
    const command = `printf '%s' '[{ do: close }]' | ${process.execPath} ${bin} faults --set -`;
    const { stdout } = await runFile('sh', ['-c', command], { env: { ...process.env, ...env } });
    expect(stdout).toContain('close  never');
  });

  it('says that a file cannot be read', async () => {
    const { run } = await administered();
    const { code, stderr } = await run('--set', 'missing.yaml');
    expect([code, stderr]).toEqual([2, expect.stringContaining('missing.yaml')]);
  });
});
