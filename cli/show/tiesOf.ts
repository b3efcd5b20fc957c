/** Finds records that a client cannot tell apart by their times. */
import type { Marks } from './Listing.js';
import type { Placed } from './placeRecords.js';

/**
 * The tie that a record of a run is in, if it is in one: only records count that a client gets.
 * @param run neighbours that are sorted by one time; it is walked once
 * @param localOf a record's time as it is written, which may be finer
 */
export function tiesOf(
  run: Iterable<Placed>,
  localOf: (placed: Placed) => unknown,
  pageOf: (position: number) => number,
): (position: number | null, local: unknown) => Marks['tie'] {
  const ties = new Map<unknown, { first: number; of: number }>();
  for (const placed of run) {
    if (placed.position === null) continue;
    const local = localOf(placed);
    const tie = ties.get(local);
    if (tie) tie.of++;
    else ties.set(local, { first: placed.position, of: 1 });
  }
  return (position, local) => {
    const { first = 0, of = 0 } = ties.get(local) ?? {};
    if (position === null || of < 2) return undefined;
    return { place: position - first + 1, of, pages: [pageOf(first), pageOf(first + of - 1)] };
  };
}
