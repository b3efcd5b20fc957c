/** Lays out the records of a file where they are served as they stand there, of which nothing is copied. */
import type { RecordLines } from '../fixtures/language/RecordLines.js';
import type { LaidRecords } from './LaidRecords.js';
import type { LateRecord } from './LateRecords.js';
import { positionsByAction } from './positionsByAction.js';
import type { SeenForm } from './SeenForm.js';

/** All of them are shown. */
export function layOutLines(lines: RecordLines, form: SeenForm): LaidRecords {
  const order = newestFirst(lines, form);
  const indexAt = (position: number) => order[position] as number;
  const actionAt = (position: number) => lines.actionAt(indexAt(position));
  const late: LateRecord[] = [];
  if (lines.framed.size > 0)
    for (const [position, index] of order.entries()) {
      const { action, visibleFrom } = lines.framed.get(index) ?? {};
      if (visibleFrom !== undefined) late.push({ position, visibleFrom, action });
    }
  const { bytes, starts, times } = lines.laidIn(order, form.write);
  const isServed = (time: number) => form.timeAsServed(time) === time;
  return {
    ...{ bytes, starts },
    times: times.every(isServed) ? times : times.map(form.timeAsServed),
    actions: positionsByAction(order.length, actionAt),
    late,
  };
}

/** The index of the record at each position. */
function newestFirst(lines: RecordLines, { timeAsServed, turnsTies }: SeenForm): Uint32Array {
  const later = (a: number, b: number) => lines.timeAt(b) - lines.timeAt(a) || b - a;
  const served = (a: number, b: number) =>
    timeAsServed(lines.timeAt(b)) - timeAsServed(lines.timeAt(a)) || later(b, a);
  const compare = turnsTies ? served : later;
  // As it is where the oldest stands first, and nothing is turned.
  const order = new Uint32Array(lines.length).map((_, position) => lines.length - 1 - position);
  const isSorted = order.every((one, i) => i === 0 || compare(order[i - 1] as number, one) < 0);
  return isSorted ? order : order.sort(compare);
}
