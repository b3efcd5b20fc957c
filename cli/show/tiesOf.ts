/** Finds records that a client cannot tell apart by their times. */
import type { Marks } from './Listing.js';
import type { Placed } from './placeRecords.js';

/**
 * The tie that each record of a run is in, if it is in one: only records count that a client gets.
 * @param run neighbours that are sorted by one time
 * @param locals their times as they are written, which may be finer
 */
export function tiesOf(
  run: readonly Placed[],
  locals: readonly unknown[],
  pageOf: (position: number) => number,
): Marks['tie'][] {
  const ties = new Map<unknown, { first: number; of: number }>();
  for (const [i, { position }] of run.entries()) {
    const tie = ties.get(locals[i]);
    if (position === null) continue;
    if (tie) tie.of++;
    else ties.set(locals[i], { first: position, of: 1 });
  }
  return run.map(({ position }, i) => {
    const { first = 0, of = 0 } = ties.get(locals[i]) ?? {};
    if (position === null || of < 2) return undefined;
    return { place: position - first + 1, of, pages: [pageOf(first), pageOf(first + of - 1)] };
  });
}
