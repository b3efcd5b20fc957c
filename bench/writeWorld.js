/** Writes records into files, and a fixture that lists them. */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { listedRecord } from './listedRecords.js';

const KEY = 'hs-bench-key';

/** What every request is sent with that is of no session of its own. */
export const AUTHORIZATION = authorizationOf(KEY);

export function authorizationOf(key) {
  return `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
}

const AT_ONCE = 1000;

/** A world with tickets by their ids, as a fixture has them. */
export function worldOf(issues) {
  const helpshift = {
    credentials: [{ name: 'collector', api_key: KEY }],
    domains: { shop: { issues } },
  };
  return { name: 'bench', now: '2030-01-01T00:00:00Z', helpshift };
}

/**
 * @param {number} trails how many tickets, from 1001 on
 * @param {number} records how many each has
 * @returns the fixture's path, and how many bytes the records have as JSON
 */
export function writeWorld(folder, trails, records) {
  let bytes = 0;
  const issues = {};
  for (let trail = 0; trail < trails; trail++) {
    const from = `${trails}-${1001 + trail}.ndjson`;
    const file = openSync(join(folder, from), 'w');
    for (let first = 0; first < records; first += AT_ONCE) {
      const length = Math.min(AT_ONCE, records - first);
      const lines = Array.from({ length }, (_, i) =>
        JSON.stringify(listedRecord(first + i, trail)),
      );
      // All of it is ASCII, and the ends of lines are no part of the records.
      bytes += writeSync(file, `${lines.join('\n')}\n`) - length;
    }
    closeSync(file);
    issues[1001 + trail] = { records: { from } };
  }
  const fixture = join(folder, `world-${trails}-${records}.yaml`);
  writeFileSync(fixture, JSON.stringify(worldOf(issues)));
  return { fixture, bytes };
}
