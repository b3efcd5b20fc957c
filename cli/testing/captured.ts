/** Captures answers of a simulator in files, makes a fixture of them, and serves that, for the tests of one file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Imported, importFixture } from '../../fixtures/import/importFixture.js';
import type { VendorImport } from '../../fixtures/import/VendorImport.js';
import { vendors as importable } from '../../fixtures/import/vendors/index.js';
import { startSimulator } from '../../mock-server/startSimulator.js';
import { vendors } from '../../mock-server/vendors/index.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-import-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

/** A file of its own with a text; its path. */
export function file(text: string | Buffer): string {
  const path = join(folder, `${++count}.json`);
  writeFileSync(path, text);
  return path;
}

const authorizations = { helpshift: 'Bearer', motadata: 'Apikey', opsramp: 'Bearer' };

/** The bodies of a fixture's answers, as sent. */
export async function answers(
  fixture: string | object,
  calls: readonly string[],
  key: string,
): Promise<string[]> {
  const simulator = await startSimulator(vendors, { fixture });
  try {
    const bodies: string[] = [];
    for (const path of calls) {
      const vendor = path.startsWith('/v2')
        ? 'helpshift'
        : path.startsWith('/api/v1')
          ? 'motadata'
          : 'opsramp';
      const answer = await fetch(simulator.url + path, {
        headers: { authorization: `${authorizations[vendor]} ${key}` },
        ...(vendor === 'motadata' && { method: 'POST', body: '{}' }),
      });
      bodies.push(await answer.text());
    }
    return bodies;
  } finally {
    await simulator.close();
  }
}

/** The fixture that is imported of some bodies. */
export async function imported(
  vendor: string,
  bodies: readonly (string | Buffer)[],
  ticket: string,
  options: { scrub?: boolean; settings?: Record<string, string> } = {},
): Promise<Imported> {
  const { scrub = false, settings = {} } = options;
  const known = importable.find(({ language }) => language.name === vendor) as VendorImport;
  return importFixture(
    bodies.map((body) => file(body)),
    known,
    importable.filter((one) => one !== known),
    { ticket, scrub, settings },
  );
}
