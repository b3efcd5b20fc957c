/** The vendors that this folder speaks of: each has a folder with the schema of its record. */
import { existsSync, readdirSync } from 'node:fs';
import { dataFile } from './dataFile.js';

export function vendorNames(): string[] {
  return readdirSync(dataFile('specs')).filter((name) =>
    existsSync(dataFile(`specs/${name}/record.schema.json`)),
  );
}
