/** Says which events a client got, which it got again, and which it could have read and never did. */
import type { GrownTicket, Identity } from '../GrownTicket.js';
import type { Window } from '../Trail.js';
import type { Missed } from './Missed.js';
import type { Event, Walk, WalkAnswer } from './Walk.js';
import { whyMissing } from './whyMissing.js';

export interface Judgement {
  /** What the client could have read. */
  events: readonly Event[];
  /** Which of the walk's answers had a record first. */
  first: ReadonlyMap<Identity, WalkAnswer>;
  /** Which had it again, for the first time. */
  again: ReadonlyMap<Identity, WalkAnswer>;
  /** Why events were never served, as far as that was looked into. */
  causes: ReadonlyMap<Identity, Missed | undefined>;
}

/** More events are not judged. */
const MOST = 1_000_000;

/**
 * What could have been read: records that were there at one answer at least, by the session's clock
 * and with all that had been added and had gone by then, and that lie in what is asked for. One that
 * came only after the last answer could not; neither could one that happened while the client read,
 * on a page that it had been to already, unless the client then went on to what comes after.
 * @param asked what the events must lie in
 * @returns undefined where there are too many
 */
export function judge(walk: Walk, asked: Window): Judgement | undefined {
  const { answers } = walk;
  const served = answers.reduce((sum, { given: { served } }) => sum + served.to - served.from, 0);
  const all = served > MOST ? undefined : eventsIn(walk, asked);
  if (!all) return undefined;
  const first = new Map<Identity, WalkAnswer>();
  const again = new Map<Identity, WalkAnswer>();
  for (const answer of answers)
    for (const identity of answer.isWhole ? answer.identities : [])
      if (!first.has(identity)) first.set(identity, answer);
      else if (!again.has(identity)) again.set(identity, answer);
  const causes = whyMissing(
    all.filter(({ identity }) => !first.has(identity)),
    walk,
  );
  const events = all.filter(({ identity }) => !causes.has(identity) || causes.get(identity));
  return { events, first, again, causes };
}

/** All that was there at any answer, the oldest first; undefined where it is too much. */
export function eventsIn({ whole, answers }: Walk, asked: Window): Event[] | undefined {
  // Time may have been set back.
  const last = answers.reduce((last, { given }) => Math.max(last, given.time), 0);
  const { added } = (answers.at(-1) as WalkAnswer).given.version;
  const selection = whole.trail.at(last).select(asked);
  if (selection.total > MOST) return undefined;
  return selection
    .positions({ order: 'asc' })
    .map((position) => eventAt(whole, position))
    .filter(({ identity }) => identity < whole.listed + added);
}

/** All that lies between what was asked for. */
export function hull({ answers }: Walk): Window {
  const windows = answers.map(({ window }) => window);
  const all = windows.some(({ actions }) => actions === undefined);
  return {
    since: windows.reduce(
      (least, { since = Number.NEGATIVE_INFINITY }) => Math.min(least, since),
      Number.POSITIVE_INFINITY,
    ),
    until: windows.reduce(
      (most, { until = Number.POSITIVE_INFINITY }) => Math.max(most, until),
      Number.NEGATIVE_INFINITY,
    ),
    actions: all ? undefined : [...new Set(windows.flatMap(({ actions }) => actions ?? []))],
  };
}

function eventAt(ticket: GrownTicket, position: number): Event {
  return {
    identity: ticket.identityAt(position),
    time: ticket.servedTimeAt(position),
    made: ticket.timeAt(position),
    action: ticket.actionAt(position),
    visibleFrom: ticket.visibleFromAt(position),
  };
}
