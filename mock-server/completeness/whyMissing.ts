/** Finds out why a client never got records that it could have read. */
import type { Identity } from '../GrownTicket.js';
import type { Missed } from './Missed.js';
import { Passage } from './Passage.js';
import type { Event, Walk } from './Walk.js';

/** So many records are looked into, and so many times is one held against an answer. */
const MOST = 20_000;
const MOST_MEETINGS = 2_000_000;

/**
 * Of the first records, as many as are looked into; undefined for one that nobody could have read,
 * or knows of yet.
 * @param events that none of the answers had whole
 */
export function whyMissing(
  events: readonly Event[],
  { answers }: Walk,
): ReadonlyMap<Identity, Missed | undefined> {
  const some = events.slice(0, Math.min(MOST, Math.ceil(MOST_MEETINGS / answers.length)));
  const passages = new Map(some.map((event) => [event.identity, new Passage(event)]));
  for (const answer of answers) for (const passage of passages.values()) passage.meet(answer);
  return new Map([...passages].map(([identity, { cause }]) => [identity, cause]));
}
