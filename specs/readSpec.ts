/** Reads a data file of this folder, once. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { dataFile } from './dataFile.js';

const known = new Map<string, unknown>();

/** The value of a YAML or JSON file, by its path under `specs/`. */
export function readSpec(path: string): unknown {
  if (!known.has(path)) {
    const text = readFileSync(dataFile(`specs/${path}`), 'utf8');
    known.set(path, path.endsWith('.json') ? JSON.parse(text) : parse(text));
  }
  return known.get(path);
}
