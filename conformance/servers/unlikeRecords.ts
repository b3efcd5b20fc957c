/** How two lists of records differ, told without telling what is in them. */
import { counted } from '../../fixtures/language/counted.js';
import type { Reason } from '../judge/Verdict.js';
import { keyOf } from './keyOf.js';
import type { VendorServer } from './VendorServer.js';

/** A record, and how it is spoken of. */
export interface Placed {
  record: unknown;
  /** Of which ask. */
  of: string;
  /** Its place among all records of that, from 0. */
  at: number;
  /** Such as `record 3`. */
  place: string;
  key: string;
  kind: string;
  /** Milliseconds since 1970; undefined where it has none that can be read. */
  time: number | undefined;
}

export interface Unlike {
  reason: Reason;
  says: string;
  expected: string;
  actual: string;
  /** The record that should not be where it is; left out: one is not where it should be. */
  shows?: Placed;
}

/** @param of the ask */
export function placedBy(of: string, records: readonly unknown[], server: VendorServer): Placed[] {
  return records.map((record, at) => ({
    ...{ record, of, at, place: `record ${at + 1}`, key: keyOf(record) },
    ...{ kind: server.kindOf(record), time: server.timeOf(record) },
  }));
}

/** @param subset whether the first may lack some that the second has */
export function unlikeRecords(
  mine: readonly Placed[],
  other: readonly Placed[],
  { subset = false } = {},
): Unlike | undefined {
  const left = countsOf(other);
  const [expected, actual] = [counted(other.length, 'record'), counted(mine.length, 'record')];
  for (const shows of mine) {
    const count = left.get(shows.key);
    if (count === undefined) {
      const says = `${told(shows)} is not among them`;
      return { reason: 'invented-records', says, expected, actual, shows };
    }
    if (count === 0) {
      const says = `${told(shows)} comes again`;
      const how = { expected: `${expected}, each once`, actual: `${actual}, one of them again` };
      return { reason: 'repeated-records', says, ...how, shows };
    }
    left.set(shows.key, count - 1);
  }
  if (subset) return undefined;
  const lost = other.find(({ key }) => (left.get(key) ?? 0) > 0);
  const says = lost && `${told(lost)} is missing`;
  return says === undefined ? undefined : { reason: 'missing-records', says, expected, actual };
}

export function unlikeInOrder(
  mine: readonly Placed[],
  other: readonly Placed[],
): Unlike | undefined {
  const wrong = unlikeRecords(mine, other);
  if (wrong) return wrong;
  const at = mine.findIndex(({ key }, i) => key !== other[i]?.key);
  if (at < 0) return undefined;
  const [one, right] = [mine[at] as Placed, other[at] as Placed];
  return {
    ...{ reason: 'wrong-order', says: `${told(one)} stands where the other has ${told(right)}` },
    ...{ expected: told(right), actual: told(one), shows: one },
  };
}

/** What records are to be in a cut; times in milliseconds since 1970. */
export interface Window {
  since: number | undefined;
  until: number | undefined;
  /** Left out: those of exactly these times may be in it, or not. */
  bounds?: 'inclusive' | 'exclusive' | undefined;
  kinds: readonly string[] | undefined;
}

export function cutOf(
  mine: readonly Placed[],
  other: readonly Placed[],
  { since, until, bounds, kinds }: Window,
): Unlike | undefined {
  const isAtBound = ({ time }: Placed) => time !== undefined && (time === since || time === until);
  const isIn = (one: Placed) => {
    if (kinds && !kinds.includes(one.kind)) return false;
    if (isAtBound(one)) return bounds !== 'exclusive';
    const { time = Number.NaN } = one;
    return (since === undefined || time > since) && (until === undefined || time < until);
  };
  const free = bounds === undefined ? isAtBound : () => false;
  const expected = other.filter((one) => isIn(one) && !free(one));
  const wrong = unlikeRecords(
    mine.filter((one) => !free(one)),
    expected,
  );
  return wrong ?? unlikeRecords(mine.filter(free), other.filter(isIn), { subset: true });
}

/** Two records that stand in the wrong order. */
export function unsortedAt(
  records: readonly Placed[],
  order: 'asc' | 'desc',
): [Placed, Placed] | undefined {
  for (const [i, after] of records.entries()) {
    const before = records[i - 1];
    if (before?.time === undefined || after.time === undefined) continue;
    const gap = after.time - before.time;
    if (order === 'asc' ? gap < 0 : gap > 0) return [before, after];
  }
  return undefined;
}

function countsOf(records: readonly Placed[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of records) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function told({ place, time }: Placed): string {
  return `${place} (${time === undefined ? 'no time' : new Date(time).toISOString()})`;
}
