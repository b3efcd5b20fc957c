/** Writes listed records as they are served. */
import type { FixtureRecord, FixtureRecords } from '../fixtures/language/Fixture.js';
import type { SeenForm } from './SeenForm.js';

/** A record as JSON, as it is served. */
export interface WrittenRecord {
  /** By which it is sorted and found, in epoch milliseconds; it may be coarser than the entry's. */
  time: number;
  json: string;
  /** What it was made from. */
  entry: FixtureRecord;
}

/** Those that may be seen, in the order in which they are laid out: oldest first, and ties as they are served. */
export function writeRecords(records: FixtureRecords, form: SeenForm): WrittenRecord[] {
  const inTime = Array.from(records)
    .filter(({ visibleTo }) => form.shows(visibleTo))
    .sort((a, b) => a.time - b.time);
  const ordered = form.turnsTies ? inTime.reverse() : inTime;
  return ordered.map((entry) => ({
    time: form.timeAsServed(entry.time),
    json: form.write(entry),
    entry,
  }));
}
