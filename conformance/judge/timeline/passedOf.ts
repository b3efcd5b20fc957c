/** Says of each record that a client was asked for what became of it. */
import type { Judgement } from '../../../mock-server/completeness/judge.js';
import type { Recognised } from '../../../mock-server/completeness/recognise.js';
import { saysLost, saysMissing } from '../../../mock-server/completeness/says.js';
import type { Event, Walk } from '../../../mock-server/completeness/Walk.js';
import type { Fate } from './Timeline.js';

/** A record, and what became of it. */
export interface Passed {
  event: Event;
  fate: Fate;
  /** The numbers of the answers that it was whole in. */
  served: readonly number[];
  /** Where it stands in what came back, from 1. */
  at: readonly number[];
  /** Why it was lost or missed. */
  says: string | undefined;
}

/**
 * @param known what was asked for, and what may have come back as well
 * @param end what was made from then on is told only if it came back; epoch milliseconds
 * @returns the oldest first
 */
export function passedOf(
  { answers }: Walk,
  { events, causes }: Judgement,
  known: readonly Event[],
  { matches, altered }: Recognised,
  end: number,
): Passed[] {
  const places = gathered(
    [...matches.entries()].flatMap(([at, match]) => (match === undefined ? [] : [[match, at + 1]])),
  );
  const served = gathered(
    answers
      .filter(({ isWhole }) => isWhole)
      .flatMap(({ identities, given }) => identities.map((identity) => [identity, given.n])),
  );
  const wanted = new Set(events.map(({ identity }) => identity));
  const changed = new Set(altered.map(({ at }) => matches[at]));
  return known
    .filter(({ identity, made }) => places.has(identity) || (wanted.has(identity) && made < end))
    .sort((a, b) => a.time - b.time || a.identity - b.identity)
    .map((event) => {
      const { identity } = event;
      const at = places.get(identity) ?? [];
      const had = served.get(identity) ?? [];
      const fate = fateOf(at.length, had.length, changed.has(identity));
      const cause = fate === 'missed' ? causes.get(identity) : undefined;
      const lost = fate === 'lost' ? saysLost(had[0] as number) : undefined;
      return { event, fate, served: had, at, says: cause ? saysMissing(cause) : lost };
    });
}

function gathered(pairs: readonly number[][]): Map<number, number[]> {
  const all = new Map<number, number[]>();
  for (const [key, value] of pairs as [number, number][]) {
    const known = all.get(key);
    if (known) known.push(value);
    else all.set(key, [value]);
  }
  return all;
}

function fateOf(times: number, answers: number, isAltered: boolean): Fate {
  if (times > 1) return 'repeated';
  if (times === 1) return isAltered ? 'altered' : 'returned';
  return answers > 0 ? 'lost' : 'missed';
}
