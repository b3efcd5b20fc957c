/** A generated ticket's records as NDJSON. */
import type { GeneratedRecords } from '../../fixtures/generator/GeneratedRecords.js';
import { entryWriter } from './entryWriter.js';

/** A write for each line would be slow. */
const CHUNK = 64 * 1024;

/** Pieces of whole lines. @param written is told after each piece how many records there were in it */
export function* ndjsonChunks(
  generated: GeneratedRecords,
  written: (records: number) => void,
): Generator<string, void> {
  const entry = entryWriter(generated);
  const { length } = generated;
  let [chunk, first] = ['', 0];
  for (let index = 0; index < length; index++) {
    chunk += entry(index);
    chunk += '\n';
    if (chunk.length < CHUNK && index < length - 1) continue;
    yield chunk;
    written(index + 1 - first);
    [chunk, first] = ['', index + 1];
  }
}
