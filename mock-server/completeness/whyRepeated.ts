/** Finds out why a client got a record more than once. */

import type { WalkAnswer } from './Walk.js';
import type { Cause, Event } from './whyMissing.js';

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

function classOf({ time }: Event, one: WalkAnswer, another: WalkAnswer): RepeatClass {
  const [a, b] = [one.window, another.window];
  if (a.since === b.since && a.until === b.until)
    return one.given.served.from === another.given.served.from ? 'asked-again' : 'drift';
  return [a.since, a.until, b.since, b.until].includes(time) ? 'tie-at-boundary' : 'asked-again';
}
