/** Finds out why a client got a record more than once. */
import type { Cause } from './Missed.js';
import type { Event, WalkAnswer } from './Walk.js';

/**
 * `drift`: the pages shifted between two answers. `tie-at-boundary`: two windows share a border, and
 * the record stands on it. `asked-again`: both were asked for.
 */
export type RepeatClass = 'drift' | 'tie-at-boundary' | 'asked-again';

/** @param one which had it, and so had another after it */
export function whyRepeated(
  event: Event,
  one: WalkAnswer,
  another: WalkAnswer,
): Cause<RepeatClass> {
  return { class: classOf(event, one, another), between: [one.given.n, another.given.n] };
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
