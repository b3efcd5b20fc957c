/** Leaves out the records that are not for all. */
import type { FixtureRecords } from '../fixtures/language/Fixture.js';
import type { SeenForm } from './SeenForm.js';

/** Those that may be seen, sooner or later; the same where it is all of them. */
export function shownOf(records: FixtureRecords, { shows }: SeenForm): FixtureRecords {
  for (const { visibleTo } of records)
    if (!shows(visibleTo)) return Array.from(records).filter((one) => shows(one.visibleTo));
  return records;
}
