import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditrig, bin, run } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-'));
afterAll(() => rmSync(folder, { recursive: true }));

const titleOf = (file: string) => JSON.parse(readFileSync(file, 'utf8')).title;

describe.concurrent('auditrig schema', () => {
  it('writes fixture.schema.json into the current folder, and says so', async () => {
    const { stdout } = await run(process.execPath, [resolve(bin), 'schema'], { cwd: folder });
    expect(stdout).toBe('fixture.schema.json\n');
    expect(titleOf(join(folder, 'fixture.schema.json'))).toBe('Fixture');
  });

  it('writes into another folder, or a file of another name', async () => {
    const other = mkdtempSync(join(folder, 'other-'));
    const file = join(other, 'mine.json');
    expect((await auditrig('schema', '--out', other)).code).toBe(0);
    expect((await auditrig('schema', '--out', file)).stdout).toBe(`${file}\n`);
    expect(titleOf(join(other, 'fixture.schema.json'))).toBe(titleOf(file));
  });

  it('prints it for -', async () => {
    const { stdout } = await auditrig('schema', '--out', '-');
    expect(JSON.parse(stdout).title).toBe('Fixture');
  });

  it('writes again over what it has written', async () => {
    const file = join(folder, 'again.json');
    await auditrig('schema', '--out', file);
    expect((await auditrig('schema', '--out', file)).code).toBe(0);
  });

  for (const [what, text] of [
    ['another schema', '{ "title": "Fixture" }'],
    ['what is no JSON', 'name: mine\n'],
    ['JSON that is no object', 'null'],
  ] as const)
    it(`leaves ${what} as it is, with exit code 2`, async () => {
      const file = join(folder, `${what}.json`);
      writeFileSync(file, text);
      const { code, stderr } = await auditrig('schema', '--out', file);
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: `error: ${file}: expected no file, or one that auditrig schema has written, found another\n`,
      });
      expect(readFileSync(file, 'utf8')).toBe(text);
    });

  it('says where a folder is missing, with exit code 2', async () => {
    const file = join(folder, 'missing', 'x.json');
    const { code, stderr } = await auditrig('schema', '--out', file);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error: ${file}: expected a folder that exists, found none\n`,
    });
  });
});
