/** Lays out records that have been written. */
import type { LaidRecords } from './LaidRecords.js';
import type { LateRecord } from './LateRecords.js';
import { positionsByAction } from './positionsByAction.js';
import type { WrittenRecord } from './writeRecords.js';

const AT_ONCE = 1000;

/** @param records oldest first; equal times keep this order */
export function layOutWritten(records: readonly WrittenRecord[]): LaidRecords {
  const sorted = records.toSorted((a, b) => a.time - b.time).reverse();
  const starts = new Float64Array(records.length + 1);
  const late: LateRecord[] = [];
  let end = 0;
  for (const [position, { json, entry }] of sorted.entries()) {
    const { action, visibleFrom } = entry;
    end += Buffer.byteLength(json) + 1;
    starts[position + 1] = end;
    if (visibleFrom !== undefined) late.push({ position, visibleFrom, action });
  }
  const bytes = Buffer.allocUnsafeSlow(end);
  // One write for many records, as each costs; but a text has a greatest length.
  for (let first = 0; first < sorted.length; first += AT_ONCE) {
    const some = sorted.slice(first, first + AT_ONCE).map(({ json }) => json);
    bytes.write(`${some.join(',')},`, starts[first] as number);
  }
  return {
    ...{ bytes, starts, late },
    times: Float64Array.from(sorted, ({ time }) => time),
    actions: positionsByAction(sorted.length, (position) => sorted[position]?.entry.action),
  };
}
