import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { run } from '../cli/testing/auditrig.js';
import { startAdmin } from '../mock-server/admin/startAdmin.js';
import { startSimulator } from '../mock-server/startSimulator.js';
import { vendors } from '../mock-server/vendors/index.js';
import { pythonWith } from './testing/pythonWith.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-'));
afterAll(() => rmSync(folder, { recursive: true }));

const python = pythonWith('pytest', 'xdist');

/** Where Debian's junit5 has it, or where the variable says. */
const junit = process.env.JUNIT_JAR ?? '/usr/share/java/junit-platform-console-standalone.jar';

function hasJavac(): boolean {
  try {
    execFileSync('javac', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A simulator with what its tests are told of it, and how many sessions were open at once. */
async function administered() {
  const simulator = await startSimulator(vendors, {});
  const admin = await startAdmin(simulator);
  onTestFinished(async () => {
    await admin.close();
    await simulator.close();
  });
  const env = {
    ...process.env,
    AUDITRIG_ADMIN: admin.url,
    AUDITRIG_ADMIN_TOKEN: admin.token,
    PYTHONDONTWRITEBYTECODE: '1',
  };
  return { simulator, env };
}

describe('eight tests in parallel on one simulator', () => {
  it.skipIf(!python)(
    `pass in pytest, and leave no session${python ? '' : ' (there is no Python with pytest and pytest-xdist)'}`,
    async () => {
      const { simulator, env } = await administered();
      const args = ['-m', 'pytest', '-n', '8', '-p', 'no:cacheprovider', 'examples/pytest'];
      const { stdout } = await run(python as string, args, { env });
      expect(stdout).toMatch(/^=+ 8 passed in /m);
      expect(simulator.sessions.list().map(({ id }) => id)).toEqual(['default']);
    },
    120_000,
  );

  const noJunit = !existsSync(junit) || !hasJavac();
  it.skipIf(noJunit)(
    `pass in JUnit, and leave no session${noJunit ? ` (there is no javac, or no ${junit})` : ''}`,
    async () => {
      const { simulator, env } = await administered();
      const sources = ['Simulator', 'Reader', 'ReaderTest'];
      const files = sources.map((name) => `examples/junit/${name}.java`);
      await run('javac', ['-d', folder, '-cp', junit, ...files]);
      const classes = [folder, 'examples/junit'].join(':');
      const args = ['-jar', junit, '--class-path', classes, '--scan-class-path', folder];
      const { stdout } = await run('java', args, { env });
      expect(stdout).toMatch(/^\[ +8 tests successful +\]$/m);
      expect(simulator.sessions.list().map(({ id }) => id)).toEqual(['default']);
    },
    120_000,
  );
});
