/** What goes on happening to a ticket while a session plays it. */
import type { GeneratedRecords } from '../fixtures/generator/GeneratedRecords.js';
import { readDials } from '../fixtures/generator/readDials.js';
import type { FixtureTicket, Section } from '../fixtures/language/Fixture.js';
import { instant } from '../fixtures/language/instant.js';
import type { VendorLanguage } from '../fixtures/language/VendorLanguage.js';
import { Misuse } from './Misuse.js';

/** So many records, the first of which would create the ticket. */
const MOST = 10_001;

/** A seed that no fixture is likely to have, so that the markers are no others'. */
const SEED = Number.MAX_SAFE_INTEGER - 4011;

export class Growth {
  readonly #records: GeneratedRecords;
  readonly #timeKey: string;
  #next = 1;

  constructor(ticket: FixtureTicket, { settings }: Section, language: VendorLanguage) {
    const dials = readDials({ records: MOST, seed: SEED }, () => {});
    const records = dials && language.generate?.(dials, settings, ticket);
    if (!records) throw new Misuse('wrong', `nothing can happen by itself to ${language.name}`);
    this.#records = records;
    this.#timeKey = language.timeKey;
  }

  /** What happens next, framed with a time. @param time epoch milliseconds */
  next(count: number, time: number): object[] {
    return Array.from({ length: count }, () => {
      const record = { ...this.#records.record(this.#next++ % MOST || 1) };
      delete (record as Record<string, unknown>)[this.#timeKey];
      return { at: instant(time), record };
    });
  }
}
