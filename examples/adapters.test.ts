import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditrig, run } from '../cli/testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-adapters-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Where Debian's libjackson2-databind-java has them. */
const jackson = ['databind', 'core', 'annotations'].map(
  (part) => `/usr/share/java/jackson-${part}.jar`,
);

function has(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** All that clients must do, asked of those of some vendors. */
async function failures(vendors: readonly string[], ...args: string[]) {
  const chosen = vendors.flatMap((vendor) => ['--vendor', vendor]);
  // Several at once, as much of the time is waiting.
  const { code, stdout } = await auditrig('check', 'client', ...chosen, '--workers', '4', ...args);
  return {
    code,
    failed: [...stdout.matchAll(/^FAIL (?!.*\(should\)).*/gm)].map(([line]) => line),
    unclaimed: stdout.match(/it does not claim (?:helpshift|motadata|opsramp)/g),
  };
}
const none = { code: 0, failed: [], unclaimed: null };

describe('an adapter', () => {
  it('in Node makes the reference clients pass', async () => {
    const node = ['--', process.execPath, 'examples/adapters/node.js'];
    expect(await failures(['helpshift', 'motadata', 'opsramp'], ...node)).toEqual(none);
  }, 120_000);

  it.runIf(has('python3', '--version'))(
    'in Python passes',
    async () => {
      expect(await failures(['helpshift'], '--', 'python3', 'examples/adapters/python.py')).toEqual(
        none,
      );
    },
    120_000,
  );

  it.runIf(has('jq', '--version') && has('curl', '--version'))(
    'in shell passes',
    async () => {
      const shell = [
        '--once',
        '--claims',
        'order',
        'retry',
        '--',
        'sh',
        'examples/adapters/shell.sh',
      ];
      expect(await failures(['motadata'], ...shell)).toEqual(none);
    },
    120_000,
  );

  it.runIf(has('javac', '-version') && jackson.every(existsSync))(
    'in Java passes',
    async () => {
      const sources = readdirSync('examples/adapters').filter((name) => name.endsWith('.java'));
      const classes = [folder, ...jackson].join(':');
      await run('javac', [
        ...['-d', folder, '-cp', classes],
        ...sources.map((name) => `examples/adapters/${name}`),
      ]);
      expect(await failures(['opsramp'], '--', 'java', '-cp', classes, 'Adapter')).toEqual(none);
    },
    120_000,
  );

  it('is short', () => {
    for (const name of ['node.js', 'python.py', 'shell.sh', 'Adapter.java'])
      expect(
        readFileSync(`examples/adapters/${name}`, 'utf8').trimEnd().split('\n').length,
        name,
      ).toBeLessThanOrEqual(80);
  });
});
