/** Writes what is to be asked, as the script of the load has it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUTHORIZATION } from './writeWorld.js';

/** @param {string[]} targets @param {string[]} authorizations are taken by turns @returns the file's path */
export function writeQuestions(folder, name, targets, authorizations = [AUTHORIZATION]) {
  const file = join(folder, `${name}.txt`);
  const lines = Array.from({ length: Math.max(targets.length, authorizations.length) }, (_, i) =>
    [authorizations[i % authorizations.length], targets[i % targets.length]].join('\t'),
  );
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}
