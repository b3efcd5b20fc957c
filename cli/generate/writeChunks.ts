/** Writes text into a file of its own. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** @throws AbortError where the signal says so, and part of it is there then */
export async function writeChunks(
  chunks: Iterable<string>,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const from = Readable.from(chunks, { highWaterMark: 1 });
  await pipeline(from, createWriteStream(file), { signal });
}
