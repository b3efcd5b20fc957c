import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { whyNoProgram } from './whyNoProgram.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-programs-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'lies'), '');
writeFileSync(join(folder, 'runs'), '', { mode: 0o755 });

describe('a program', () => {
  it.each([
    ['runs', folder],
    [join(folder, 'runs'), ''],
    // As the system does, what cannot be run is passed over.
    ['sh', `${folder}:${process.env.PATH}`],
  ])('is fine where it can be started: %s', (program, path) => {
    expect(whyNoProgram(program, path)).toBeUndefined();
  });

  it.each([
    ['nosuch', folder, 'there is no program "nosuch"'],
    ['package.json', folder, 'there is no program "package.json"; did you mean ./package.json?'],
    ['./nosuch', folder, 'there is no program "./nosuch"'],
    ['package.json/x', folder, 'there is no program "package.json/x"'],
    [folder, '', `expected a program, found the folder ${JSON.stringify(folder)}`],
    ['', folder, 'expected a program, found an empty text'],
    [
      'lies',
      `/nowhere:${folder}`,
      `${JSON.stringify(join(folder, 'lies'))} is not executable; chmod +x makes it so, or start it by what runs it, such as python3`,
    ],
  ])('is none where it cannot: %j', (program, path, why) => {
    expect(whyNoProgram(program, path)).toBe(why);
  });
});
