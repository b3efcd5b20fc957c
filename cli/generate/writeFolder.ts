/** Writes many tickets into a folder: a file of records for each, and the fixture that names them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { VendorLanguage } from '../../fixtures/language/VendorLanguage.js';
import type { GeneratedTicket } from './generateTickets.js';
import { ndjsonChunks } from './ndjsonChunks.js';
import { sampleFixture } from './sampleFixture.js';
import { wholly, writeOut } from './writeOut.js';

/** The folder is there only once it is whole. */
export async function writeFolder(
  language: VendorLanguage,
  tickets: readonly GeneratedTicket[],
  folder: string,
  { signal, done }: { signal: AbortSignal; done(records: number): void },
): Promise<void> {
  const nameOf = (address: readonly string[]) => `${address.at(-1)}.ndjson`;
  const fixture = sampleFixture(language, tickets.length, (address) => ({
    records: { from: nameOf(address) },
  }));
  await wholly(folder, async (beside) => {
    await mkdir(beside);
    for (const { address, generated } of tickets)
      await writeOut(ndjsonChunks(generated, done), join(beside, nameOf(address)), signal);
    await writeFile(join(beside, 'fixture.yaml'), stringify(fixture));
  });
}
