/** The order in which a trail stands. */
import type { TrailRecord } from './Trail.js';

/** Sorted by time, newest first. @param records oldest first; equal times keep this order, turned round */
export function newestFirst(records: readonly TrailRecord[]): TrailRecord[] {
  return records.toSorted((a, b) => a.time - b.time).reverse();
}
