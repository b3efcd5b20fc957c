import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { auditrig } from '../cli/testing/auditrig.js';

/** All cases; what must hold and does not. */
async function failures(...args: string[]) {
  const { code, stdout } = await auditrig('check', 'normalizer', ...args);
  const failed = [...stdout.matchAll(/^FAIL .*/gm)].map(([line]) => line);
  return { code, failed, last: stdout.trimEnd().split('\n').at(-1) };
}

function hasPython(): boolean {
  try {
    execFileSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))']);
    return true;
  } catch {
    return false;
  }
}

const right = {
  ...{ code: 0, failed: [] },
  last: expect.stringMatching(/^\d+ passed, 0 failed, 0 errors, 0 skipped, of \d+$/),
};

describe.concurrent('a normalizer', () => {
  it('that speaks the protocol passes all cases', async () => {
    const node = ['--', process.execPath, 'examples/normalizers/node.js'];
    expect(await failures(...node)).toEqual(right);
  }, 120_000);

  it.runIf(hasPython())(
    'in Python passes all cases',
    async () => {
      const python = ['--', 'python3', 'examples/normalizers/python.py'];
      expect(await failures(...python)).toEqual(right);
    },
    120_000,
  );

  it('that reads and writes files passes all cases', async () => {
    const files = ['examples/normalizers/files.js', '{inputs}', '{outputs}'];
    expect(await failures('--files', '--', process.execPath, ...files)).toEqual(right);
  }, 120_000);
});
