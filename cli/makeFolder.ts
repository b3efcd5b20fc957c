/** Makes a folder, and those that lead to it, where they are missing. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { unwritable } from '../fixtures/writing/unwritable.js';

/**
 * One after the other: where none can be made, Node's own way of making all of them never ends.
 * @param option by which it was named
 * @throws FixtureError where it cannot be made
 */
export function makeFolder(option: string, folder: string): void {
  const missing: string[] = [];
  let place = resolve(folder);
  while (!existsSync(place)) {
    missing.unshift(place);
    place = dirname(place);
  }
  if (!statSync(place).isDirectory())
    throw unwritable(option, folder, 'expected a folder, found a file');
  try {
    for (const one of missing) mkdirSync(one);
  } catch (error) {
    const isNowhere = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw unwritable(option, folder, isNowhere ? 'no folder can be made there' : error);
  }
}
