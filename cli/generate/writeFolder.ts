/** Writes many tickets into a folder: a file of records for each, and the fixture that names them. */
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { instant } from '../../fixtures/language/instant.js';
import type { VendorLanguage } from '../../fixtures/language/VendorLanguage.js';
import { unwritable } from '../../fixtures/writing/unwritable.js';
import { withFolderIn } from '../../fixtures/writing/withFolderIn.js';
import type { GeneratedTicket } from './generateTickets.js';
import { ndjsonChunks } from './ndjsonChunks.js';
import { sampleFixture } from './sampleFixture.js';
import { writeChunks } from './writeChunks.js';

const FIXTURE = 'fixture.yaml';

/**
 * What is written is there only once it is whole.
 * @param folder an empty one, or none yet
 * @param now the world's, in epoch milliseconds
 */
export async function writeFolder(
  language: VendorLanguage,
  tickets: readonly GeneratedTicket[],
  now: number,
  folder: string,
  { signal, done }: { signal: AbortSignal; done(records: number): void },
): Promise<void> {
  const nameOf = (address: readonly string[]) => `${address.at(-1)}.ndjson`;
  const { name, ...section } = sampleFixture(language, tickets.length, (address) => ({
    records: { from: nameOf(address) },
  }));
  const isThere = existsSync(folder);
  try {
    await withFolderIn(isThere ? folder : dirname(folder), async (beside) => {
      const made = join(beside, 'made');
      await mkdir(made);
      for (const { address, generated } of tickets)
        await writeChunks(ndjsonChunks(generated, done), join(made, nameOf(address)), signal);
      await writeFile(join(made, FIXTURE), stringify({ name, now: instant(now), ...section }));
      if (!isThere) return rename(made, folder);
      // Whoever stands in a folder, or has mounted it, would lose it if another took its place.
      for (const file of [...tickets.map(({ address }) => nameOf(address)), FIXTURE])
        await rename(join(made, file), join(folder, file));
    });
  } catch (error) {
    throw unwritable('--out', folder, error);
  }
}
