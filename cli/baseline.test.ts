import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditrig } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-baseline-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function file(text: string): string {
  const path = join(folder, `${++files}.yaml`);
  writeFileSync(path, text);
  return path;
}

const URL = 'https://example.com/issues/7';
const LOST = 'helpshift/client/pages/every-page';
const READS = 'helpshift/client/endpoint/reads';
const last = (out: string) => out.trimEnd().split('\n').at(-1);
const check = (...args: string[]) => auditrig('check', 'client', ...args);
const loses = ['--', process.execPath, 'cli/testing/changeable.mjs', file('wrong')];
const adapter = ['--', process.execPath, 'examples/adapters/node.js'];
const update = (path: string) => ['--baseline', path, '--update-baseline', '--issue', URL];

describe.concurrent('auditrig check --baseline', () => {
  it('bears what it was told of, until that is mended', async () => {
    const [known, subject] = [join(folder, 'known.yaml'), file('wrong')];
    const run = (...args: string[]) =>
      check(...args, '--', process.execPath, 'cli/testing/changeable.mjs', subject);

    const written = await run(...update(known));
    const entries = readFileSync(known, 'utf8').match(/^- case: .*$/gm) ?? [];
    expect(entries).toContain(`- case: ${LOST}`);
    expect(written.stderr).toBe(`note: ${known}: 0 kept, ${entries.length} added, 0 dropped\n`);
    expect(written.code).toBe(0);

    const borne = await run('--baseline', known);
    expect({ code: borne.code, stderr: borne.stderr }).toEqual({ code: 0, stderr: '' });
    expect(borne.stdout).toContain(
      `\nknown failures, which are not held against it:\n  ${URL}\n    ${LOST}: missing-records\n`,
    );
    expect(last(borne.stdout)).toMatch(
      new RegExp(
        `^\\d+ passed, 0 failed, ${entries.length} known, 0 errors, \\d+ skipped, of \\d+$`,
      ),
    );

    writeFileSync(subject, 'right');
    const mended = await run('--baseline', known);
    expect(mended.code).toBe(1);
    expect(mended.stdout).toContain(`
stale in ${known}, which makes the run fail:
  ${known}:3:3  ${LOST}: missing-records  ${URL}
    passes; delete the entry
`);
    expect(last(mended.stdout)).toMatch(
      new RegExp(`, of \\d+; ${entries.length} stale entr(y|ies)$`),
    );

    const renewed = await run(...update(known));
    expect({ code: renewed.code, stderr: renewed.stderr }).toEqual({
      ...{ code: 0, stderr: `note: ${known}: 0 kept, 0 added, ${entries.length} dropped\n` },
    });
    expect(readFileSync(known, 'utf8')).toMatch(/^# Failures that are known; .*\n\n\[\]\n$/);
  }, 120_000);

  it('does not ask in the line that asks again, which is to show the failure', async () => {
    const known = file(`- { case: ${READS}, reason: no-error, issue: "${URL}" }\n`);
    const { code, stdout } = await check(LOST, '--baseline', known, '--seed', '1', ...loses);
    expect(code).toBe(1);
    expect(stdout).toContain(
      `  rerun     auditrig check client ${LOST} --seed 1 -- ${process.execPath} `,
    );
    expect(last(stdout)).toBe('0 passed, 1 failed, 0 errors, 0 skipped, of 1');
  });

  it('tells an id that is unknown also where patterns choose other cases', async () => {
    const known = file(
      `- { case: ${LOST}, reason: no-error, issue: "${URL}" }\n- { case: ${READS}s, reason: no-error, issue: "${URL}" }\n`,
    );
    const { code, stdout } = await check(READS, '--baseline', known, ...adapter);
    expect(code).toBe(1);
    expect(stdout).toContain(
      `  ${known}:2:3  ${READS}s: no-error  ${URL}\n    no case is called so; did you mean ${READS}?; correct the id, or delete the entry\n`,
    );
    expect(last(stdout)).toBe('1 passed, 0 failed, 0 errors, 0 skipped, of 1; 1 stale entry');
  });

  it('holds for normalizers as well', async () => {
    const records = 'motadata/normalizer/documented/records';
    const known = file(`- { case: ${records}, reason: wrong-time, issue: "${URL}" }\n`);
    const { code, stdout } = await auditrig(
      ...['check', 'normalizer', records, '--baseline', known],
      ...['--', process.execPath, 'examples/normalizers/node.js'],
    );
    expect(code).toBe(1);
    expect(stdout).toContain('    passes; delete the entry\n');
  });

  it('leaves a baseline as it was where the subject did not answer at all', async () => {
    const text = `- { case: ${READS}, reason: no-error, issue: "${URL}" }\n`;
    const known = file(text);
    const { code, stderr } = await check(...update(known), '--', 'false');
    expect(code).toBe(1);
    expect(stderr).toBe(`note: ${known} stays as it was, as the subject did not answer at all\n`);
    expect(readFileSync(known, 'utf8')).toBe(text);
  });

  const all = 'error: expected all cases with --update-baseline, found';
  it.each([
    [[LOST, ...update('known.yaml')], `${all} "${LOST}"`],
    [['--level', '1', ...update('known.yaml')], `${all} --level 1`],
    [['--fixture', 'fixtures/documented.yaml', ...update('known.yaml')], `${all} --fixture`],
    [
      ['--vendor', 'helpshift', ...update('known.yaml')],
      `${all} --vendor; what the subject does not claim is skipped by itself`,
    ],
    [
      ['--update-baseline', '--issue', URL],
      'error: expected --update-baseline with --baseline and the file to write, found none',
    ],
    [
      ['--baseline', 'known.yaml', '--update-baseline'],
      'error: expected --update-baseline with --issue and the URL of what is added, found none',
    ],
    [['--issue', URL], 'error: expected --issue with --update-baseline, found it alone'],
    [
      ['--baseline', 'known.yaml', '--update-baseline', '--issue', 'PROJ-7'],
      "error: option '--issue <url>' argument 'PROJ-7' is invalid. Expected a URL such as https://example.com/issues/7.",
    ],
    [
      update('/nowhere/known.yaml'),
      'error: --baseline /nowhere/known.yaml: expected a folder that exists, found none',
    ],
    [['--baseline', 'known.yaml'], 'error: known.yaml: no such file'],
  ])('takes %j for misuse, before it asks anything', async (args, message) => {
    expect(await check(...args, '--', 'cat')).toEqual({
      ...{ code: 2, stdout: '', stderr: `${message}\n` },
    });
    expect(existsSync('known.yaml')).toBe(false);
  });

  it('says what is wrong with a baseline, and where', async () => {
    const known = file(`- case: ${LOST}\n  reason: no-error\n  isue: ${URL}\n`);
    const { code, stderr } = await check('--baseline', known, '--', 'cat');
    expect(code).toBe(2);
    expect(stderr).toContain(`error: ${known}:3:3 [0].isue: unknown key`);
    expect(stderr).toContain('did you mean issue');
  });
});
