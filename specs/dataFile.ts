/** Finds the package's own data files, the same from source, from `dist/` and when installed. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = nearestPackage(dirname(fileURLToPath(import.meta.url)));

/** The absolute path of a file of this package, given relative to its `package.json`. */
export function dataFile(path: string): string {
  return join(root, path);
}

function nearestPackage(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : nearestPackage(dirname(folder));
}
