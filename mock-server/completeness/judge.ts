/** Says which events a client got, and which it got again. */
import type { GrownTicket, Identity } from '../GrownTicket.js';
import type { Window } from '../Trail.js';
import type { Walk, WalkAnswer } from './Walk.js';
import type { Event } from './whyMissing.js';

export interface Judgement {
  events: readonly Event[];
  /** Which of the walk's answers had a record first. */
  first: ReadonlyMap<Identity, WalkAnswer>;
  /** Which had it again, for the first time. */
  again: ReadonlyMap<Identity, WalkAnswer>;
}

/** More events are not judged. */
const MOST = 1_000_000;

/** Undefined where there are too many. @param asked what the events must lie in */
export function judge(walk: Walk, asked: Window): Judgement | undefined {
  const { whole, answers } = walk;
  const { given } = answers.at(-1) as WalkAnswer;
  const selection = whole.trail.at(given.time).select(asked);
  const served = answers.reduce((sum, { given: { served } }) => sum + served.to - served.from, 0);
  if (selection.total > MOST || served > MOST) return undefined;
  const events = selection
    .positions({ order: 'asc' })
    .map((position) => eventAt(whole, position))
    // What was added after the last answer, nobody could have read.
    .filter(({ identity }) => identity < whole.listed + given.version.added);
  const first = new Map<Identity, WalkAnswer>();
  const again = new Map<Identity, WalkAnswer>();
  for (const answer of answers)
    for (const identity of answer.given.delivery === 'whole' ? answer.identities : [])
      if (!first.has(identity)) first.set(identity, answer);
      else if (!again.has(identity)) again.set(identity, answer);
  return { events, first, again };
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
    action: ticket.actionAt(position),
    visibleFrom: ticket.visibleFromAt(position),
  };
}
