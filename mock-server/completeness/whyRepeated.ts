/** Finds out why a client got records more than once. */
import type { Identity } from '../GrownTicket.js';
import type { Cause } from './Missed.js';
import type { Event, WalkAnswer } from './Walk.js';

/**
 * `drift`: the pages shifted between two answers. `tie-at-boundary`: two windows share a border, and
 * the record stands on it. `asked-again`: both were asked for.
 */
export type RepeatClass = 'drift' | 'tie-at-boundary' | 'asked-again';

/** So many records are looked into. */
const MOST = 20_000;

type Answers = ReadonlyMap<Identity, WalkAnswer>;

/**
 * Of the first records, as many as are looked into.
 * @param first which answer had a record first
 * @param again which had it then
 */
export function whyRepeated(
  events: readonly Event[],
  first: Answers,
  again: Answers,
): ReadonlyMap<Identity, Cause<RepeatClass>> {
  // In the order of the answers, so that the log as it was at one of them is made once.
  const some = events
    .slice(0, MOST)
    .map((event) => ({
      event,
      one: first.get(event.identity) as WalkAnswer,
      another: again.get(event.identity) as WalkAnswer,
    }))
    .sort((a, b) => a.one.given.n - b.one.given.n || a.another.given.n - b.another.given.n);
  return new Map(
    some.map(({ event, one, another }) => [
      event.identity,
      { class: classOf(event, one, another), between: [one.given.n, another.given.n] },
    ]),
  );
}

function classOf({ identity, time }: Event, one: WalkAnswer, another: WalkAnswer): RepeatClass {
  const { from, to } = another.given.served;
  // Where would it have been, had nothing shifted since?
  const stood = another.placeOf(identity, one);
  if (stood !== undefined && (stood < from || stood >= to)) return 'drift';
  const [a, b] = [one.window, another.window];
  const isBorder = (side: 'since' | 'until') =>
    a[side] !== b[side] && (a[side] === time || b[side] === time);
  return isBorder('since') || isBorder('until') ? 'tie-at-boundary' : 'asked-again';
}
