/** A generated ticket's records as NDJSON. */
import type { GeneratedRecords } from '../../fixtures/generator/GeneratedRecords.js';
import { entries } from './entries.js';

/** A write for each line would be slow. */
const CHUNK = 64 * 1024;

/** Pieces of whole lines. @param written is told after each piece how many records there were in it */
export function* ndjsonChunks(
  generated: GeneratedRecords,
  written: (records: number) => void,
): Generator<string, void> {
  let [chunk, records] = ['', 0];
  for (const line of entries(generated)) {
    chunk += `${line}\n`;
    records++;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    written(records);
    [chunk, records] = ['', 0];
  }
  if (records === 0) return;
  yield chunk;
  written(records);
}
