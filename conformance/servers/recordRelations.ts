/** What must hold of the order of records, or between the records of several answers; each is undefined where it does. */
import type {
  AlikeRelation,
  CutRelation,
  EqualRelation,
  MirroredRelation,
  PartsRelation,
  ReversedRelation,
  SortedRelation,
  WithinRelation,
} from '../../specs/conformance/types.js';
import type { Flaw } from '../judge/Verdict.js';
import type { Evidence } from './Evidence.js';
import { flawAt } from './flawAt.js';
import {
  cutOf,
  type Placed,
  type Unlike,
  unlikeInOrder,
  unlikeRecords,
  unsortedAt,
} from './unlikeRecords.js';

export const recordRelations = {
  equal: ({ equal: [a, b] }: EqualRelation, evidence: Evidence) =>
    compared(a, b, evidence, (mine, other) => unlikeInOrder(mine, other)),
  alike: ({ alike: [a, b] }: AlikeRelation, evidence: Evidence) =>
    compared(a, b, evidence, (mine, other) => unlikeRecords(mine, other)),
  mirrored: ({ mirrored: [a, b] }: MirroredRelation, evidence: Evidence) =>
    compared(a, b, evidence, (mine, other) => unlikeInOrder(mine, [...other].reverse())),
  reversed: ({ reversed: [a, b] }: ReversedRelation, evidence: Evidence) =>
    compared(
      a,
      b,
      evidence,
      (mine, other) =>
        unlikeRecords(mine, other) ?? unlikeInOrder(timesOf(mine), timesOf([...other].reverse())),
    ),
  within: ({ within: [a, b] }: WithinRelation, evidence: Evidence) =>
    compared(a, b, evidence, (mine, other) => unlikeRecords(mine, other, { subset: true })),

  sorted({ sorted, order }: SortedRelation, evidence: Evidence): Flaw | undefined {
    const missing = evidence.unanswered(sorted);
    if (missing) return missing;
    const wrong = unsortedAt(evidence.records(sorted), order);
    if (!wrong) return undefined;
    const [before, after] = wrong.map(({ place, time }) => `${place} (${timeText(time)})`);
    const says = `in ${sorted}, ${after} comes behind ${before}`;
    const exchange = evidence.exchangeOf((wrong as Placed[])[1] as Placed);
    return flawAt(exchange, 'wrong-order', says, `records in order, ${order}`, says);
  },

  parts({ parts, of }: PartsRelation, evidence: Evidence): Flaw | undefined {
    for (const part of [...parts, of]) {
      const missing = evidence.unanswered(part);
      if (missing) return missing;
    }
    const all = parts.flatMap((part) => evidence.records(part));
    const wrong = unlikeRecords(all, evidence.records(of));
    const names = parts.join(' and ');
    return wrong && unlikeFlaw(names, of, parts.at(-1) as string, wrong, evidence);
  },

  cut({ cut, of, since, until, bounds, kinds }: CutRelation, evidence: Evidence): Flaw | undefined {
    const { trail } = evidence;
    const window = {
      since: since === undefined ? undefined : trail.time(since),
      until: until === undefined ? undefined : trail.time(until),
      bounds,
      kinds: kinds?.map((kind) => trail.filled(kind)),
    };
    return compared(cut, of, evidence, (mine, other) => cutOf(mine, other, window));
  },
};

function compared(
  a: string,
  b: string,
  evidence: Evidence,
  unlike: (mine: readonly Placed[], other: readonly Placed[]) => Unlike | undefined,
): Flaw | undefined {
  const missing = evidence.unanswered(a) ?? evidence.unanswered(b);
  if (missing) return missing;
  const wrong = unlike(evidence.records(a), evidence.records(b));
  return wrong && unlikeFlaw(a, b, a, wrong, evidence);
}

/** @param last of which the last request is shown, where no record shows what is wrong */
function unlikeFlaw(
  mine: string,
  other: string,
  last: string,
  { reason, says, expected, actual, shows }: Unlike,
  evidence: Evidence,
): Flaw {
  const exchange = shows ? evidence.exchangeOf(shows) : evidence.last(last);
  return flawAt(exchange, reason, `${mine}, against ${other}: ${says}`, expected, actual);
}

/** As if all records of one time were the same. */
function timesOf(records: readonly Placed[]): Placed[] {
  return records.map((placed) => ({ ...placed, key: String(placed.time) }));
}

function timeText(time: number | undefined): string {
  return time === undefined ? 'no time' : new Date(time).toISOString();
}
