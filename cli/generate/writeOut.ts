/** Writes text to standard output, or to a file that is there only once it is whole. */
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { replaceFile } from '../../fixtures/writing/replaceFile.js';
import { writeChunks } from './writeChunks.js';

/** @param file undefined for standard output @throws AbortError where the signal says so; no file is touched then */
export async function writeOut(
  chunks: Iterable<string>,
  file: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (file === undefined)
    return pipeline(breathing(chunks, signal), process.stdout, { end: false, signal });
  await replaceFile(file, '--out', async (folder) => {
    const made = join(folder, 'made');
    await writeChunks(chunks, made, signal);
    return made;
  });
}

/** To a file, standard output writes without ever waiting, and would neither hear of a signal nor end by it. */
async function* breathing(
  chunks: Iterable<string>,
  signal: AbortSignal,
): AsyncGenerator<string, void> {
  for (const chunk of chunks) {
    yield chunk;
    await setImmediate();
    signal.throwIfAborted();
  }
}
