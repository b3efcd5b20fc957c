import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditrig, oneLine, serving } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.concurrent('auditrig new', () => {
  it('prints a fixture of the shelf with its comments, whose schema is the one beside it', async () => {
    const { stdout } = await auditrig('new', 'ties', '--vendor', 'motadata');
    const [first, ...others] = readFileSync('fixtures/motadata/ties.yaml', 'utf8').split('\n');
    expect(first).toContain('../../specs/');
    expect(stdout.split('\n')).toEqual([
      '# yaml-language-server: $schema=./fixture.schema.json',
      ...others,
    ]);
  });

  it('prints what can be served', async () => {
    const { stdout } = await auditrig('new', 'starter', '--vendor', 'helpshift');
    const file = join(folder, 'mine.yaml');
    writeFileSync(file, stdout);
    const { out } = await serving([file, '--port', '0', '--json'], oneLine);
    const answer = await fetch(`${JSON.parse(out).url}/v2/shop/issues/1001/_audit_logs`, {
      headers: { authorization: 'Bearer hs-shelf-key' },
    });
    expect(await answer.json()).toMatchObject({ 'total-hits': 2 });
  });

  const mistakes: [string, string[], string][] = [
    [
      'a scenario that is misspelt',
      ['tie', '--vendor', 'helpshift'],
      "there is no scenario 'tie'; did you mean ties? (helpshift, motadata, opsramp)",
    ],
    [
      'a scenario that there is not',
      ['everything', '--vendor', 'helpshift'],
      "there is no scenario 'everything'; see auditrig list scenarios",
    ],
    [
      'a scenario that only others have',
      ['clock-change-elsewhere', '--vendor', 'helpshift'],
      "helpshift has no scenario 'clock-change-elsewhere'; motadata, opsramp have it",
    ],
    [
      'a scenario that only one other has',
      ['html-disagrees', '--vendor', 'motadata'],
      "motadata has no scenario 'html-disagrees'; opsramp has it",
    ],
    [
      'a path for a scenario',
      ['../documented', '--vendor', 'helpshift'],
      "there is no scenario '../documented'; see auditrig list scenarios",
    ],
  ];
  for (const [what, args, message] of mistakes)
    it(`says of ${what} what there is, with exit code 2`, async () => {
      const { code, stdout, stderr } = await auditrig('new', ...args);
      expect({ code, stdout, stderr }).toEqual({
        code: 2,
        stdout: '',
        stderr: `error: ${message}\n`,
      });
    });
});

describe('auditrig list scenarios', () => {
  it('says of each what goes wrong', async () => {
    const { stdout } = await auditrig('list', 'scenarios', '--vendor', 'opsramp', '--json');
    const scenarios: { name: string; vendor: string; description: string }[] = JSON.parse(stdout);
    expect(scenarios.find(({ name }) => name === 'late')).toEqual({
      name: 'late',
      vendor: 'opsramp',
      description: expect.stringMatching(/^Two activities are served ten minutes after .*\.$/),
    });
  });
});
