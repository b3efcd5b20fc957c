/** Tickets and their records as lines for grep and awk: the fields of a record are parted by tabs. */

import { instant } from '../../fixtures/language/instant.js';
import { visible } from '../../fixtures/language/visible.js';
import { headingOf } from './headingOf.js';
import type { ListedRecord, Listing } from './Listing.js';
import { marksOf } from './marksOf.js';
import { newPage } from './newPage.js';

export function* plainLines(listings: Iterable<Listing>): Generator<string> {
  let first = true;
  for (const listing of listings) {
    if (!first) yield '';
    first = false;
    yield* headingOf(listing);
    const border = newPage();
    for (const record of listing.trail?.records ?? []) {
      yield* border(record);
      const marks = marksOf(record).map(({ text }) => text);
      yield [...fieldsOf(record), marks.join('; ')].join('\t');
    }
  }
}

/** Position, local time, UTC, action and gist; `-` stands for the position of what is not served. */
export function fieldsOf({ position, local, time, action, gist }: ListedRecord): string[] {
  return [
    String(position ?? '-'),
    visible(String(local)),
    instant(time),
    visible(action ?? ''),
    gist,
  ];
}
