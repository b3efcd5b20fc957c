import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditrigWith } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-summary-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

const MIB = 1024 * 1024;
const title = '## ✅ auditrig: reference\n\n1 passed, 0 failed, 0 errors, 0 skipped, of 1\n';

/** Judges the reference client by one case, with a step's summary that begins with a text. */
async function judged(before: string, ...args: string[]) {
  const path = join(folder, `${++files}.md`);
  writeFileSync(path, before);
  const adapter = ['--', process.execPath, 'examples/adapters/node.js'];
  const report = args.map((arg) => arg.replace('SUMMARY', path));
  const done = await auditrigWith(
    { GITHUB_STEP_SUMMARY: path },
    ...['check', 'client', 'helpshift/client/endpoint/reads', ...report, ...adapter],
  );
  return { ...done, path, summary: readFileSync(path, 'utf8') };
}

describe.concurrent('the summary of a step on GitHub', () => {
  it('has the report behind what was there, though other reports were asked for', async () => {
    const { code, stdout, stderr, summary } = await judged('# Build\n', '--report', 'ndjson');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(summary).toMatch(/^# Build\n\n## ✅ auditrig: reference\n/);
    expect(JSON.parse(stdout.split('\n')[0] as string)).toMatchObject({ type: 'header' });
  });

  it('has it once where it is named as a file, too', async () => {
    const { code, summary } = await judged('# Build\n', '--report', 'markdown=SUMMARY');
    expect(code).toBe(0);
    expect(summary.split(title)).toHaveLength(2);
    expect(summary).toMatch(/^# Build\n/);
  });

  it('fails no run where it cannot be written', async () => {
    const { code, stderr } = await auditrigWith(
      { GITHUB_STEP_SUMMARY: '/nowhere/summary.md' },
      ...['check', 'client', 'helpshift/client/endpoint/reads', '--', process.execPath],
      'examples/adapters/node.js',
    );
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        'note: $GITHUB_STEP_SUMMARY /nowhere/summary.md: expected a folder that exists, found none\n',
    });
  });

  it('is never longer than GitHub bears, and says that it was cut', async () => {
    const { path, summary } = await judged(`${'.'.repeat(MIB - 111)}\n`);
    expect(statSync(path).size).toBeLessThanOrEqual(MIB);
    expect(summary.slice(-200)).toMatch(
      /\.\n\n## ✅ auditrig: reference\n{2,3}… cut here: there is room for no more; --out has all of it\.\n$/,
    );
  });

  it('stays as it was where there is no room at all', async () => {
    const { code, stderr, path, summary } = await judged('.'.repeat(MIB));
    expect({ code, stderr }).toEqual({
      ...{ code: 0, stderr: `note: $GITHUB_STEP_SUMMARY ${path}: expected room, found none\n` },
    });
    expect(summary).toHaveLength(MIB);
  });
});
