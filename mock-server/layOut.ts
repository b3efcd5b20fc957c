/** Lays out the listed records of a ticket. */
import type { FixtureRecords } from '../fixtures/language/Fixture.js';
import { RecordLines } from '../fixtures/language/RecordLines.js';
import type { LaidRecords } from './LaidRecords.js';
import { layOutLines } from './layOutLines.js';
import { layOutWritten } from './layOutWritten.js';
import type { SeenForm } from './SeenForm.js';
import { shownOf } from './shownOf.js';
import { writeRecords } from './writeRecords.js';

/** Those that may be seen. */
export function layOut(records: FixtureRecords, form: SeenForm): LaidRecords {
  const shown = shownOf(records, form);
  return shown instanceof RecordLines && form.isAsItStands
    ? layOutLines(shown, form)
    : layOutWritten(writeRecords(shown, form));
}
