/** Writes text to standard output, or to a file that is there only once it is whole. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** @param file undefined for standard output @throws AbortError where the signal says so, and nothing is left then */
export async function writeOut(
  chunks: Iterable<string>,
  file: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const from = Readable.from(chunks, { highWaterMark: 1 });
  if (file === undefined) return pipeline(from, process.stdout, { end: false, signal });
  await wholly(file, (beside) => pipeline(from, createWriteStream(beside), { signal }));
}

/** Has something written beside where it shall be, and moved there at the end, or removed. */
export async function wholly(
  path: string,
  write: (beside: string) => Promise<void>,
): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await write(beside);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}
