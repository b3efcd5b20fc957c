/** Finds out why a client never got a record that it could have read. */
import type { Identity } from '../GrownTicket.js';
import type { Happened, Walk, WalkAnswer } from './Walk.js';

/**
 * How a record is missed or repeated. `drift`: the pages shifted between two answers.
 * `tie-at-boundary`: a border ran through records of one time. `late-visibility`: it became visible
 * where the client had been already. `stopped-early`: the client did not go on. `window-gap`: what
 * was asked for left it out. `fault-not-retried`, `cut-body`, `withheld-by-fault`: a fault took it.
 * `removed`: it was gone.
 */
export type MissingClass =
  | 'drift'
  | 'tie-at-boundary'
  | 'late-visibility'
  | 'stopped-early'
  | 'window-gap'
  | 'fault-not-retried'
  | 'cut-body'
  | 'removed'
  | 'withheld-by-fault';

export interface Cause<Class extends string> {
  class: Class;
  /** The journal's numbers of the answers between which it happened, or of the one in which it did. */
  between: number[];
}

export interface Event extends Happened {
  identity: Identity;
  /** From when on it could be seen, where that is later than it was made; epoch milliseconds. */
  visibleFrom: number | undefined;
}

type Missed = Cause<MissingClass>;

/** @param event that none of the answers had whole */
export function whyMissing(event: Event, { answers }: Walk): Missed {
  const covering = answers.filter((answer) => answer.covers(event));
  return (
    takenByFault(event, covering) ??
    goneBefore(event, covering) ??
    (covering.length === 0 ? outside(event, answers) : passedBy(event, covering, answers))
  );
}

function because(kind: MissingClass, ...answers: (WalkAnswer | undefined)[]): Missed {
  return {
    class: kind,
    between: answers.filter((one) => one !== undefined).map(({ given: { n } }) => n),
  };
}

/** An answer had it, and it did not arrive. */
function takenByFault({ identity }: Event, covering: readonly WalkAnswer[]): Missed | undefined {
  for (const answer of covering) {
    const { delivery, status, served } = answer.given;
    if (delivery === 'whole') continue;
    const place = answer.placeOf(identity) ?? -1;
    if (place < served.from || place >= served.to) continue;
    if (delivery === 'cut') return because('cut-body', answer);
    return because(status === 200 ? 'withheld-by-fault' : 'fault-not-retried', answer);
  }
  return undefined;
}

function goneBefore({ identity }: Event, covering: readonly WalkAnswer[]): Missed | undefined {
  const at = covering.findIndex((answer) => answer.lacks(identity));
  return at < 0 ? undefined : because('removed', covering[at - 1], covering[at]);
}

/** No answer's window had it. */
function outside(event: Event, answers: readonly WalkAnswer[]): Missed {
  const { time } = event;
  const before = answers.findLast(({ window: { until } }) => until !== undefined && until < time);
  const after = answers.find(({ window: { since } }) => since !== undefined && since > time);
  const read = answers.findLast((answer) => answer.times.includes(time));
  if (after && read) return because('tie-at-boundary', read, after);
  return because('window-gap', before ?? answers.at(-1), after);
}

/** Windows had it, and pages did not. */
function passedBy(
  event: Event,
  covering: readonly WalkAnswer[],
  answers: readonly WalkAnswer[],
): Missed {
  const places = covering.map((answer) => ({ answer, place: answer.placeOf(event.identity) }));
  for (const [i, { answer, place }] of places.entries()) {
    const next = places[i + 1];
    if (!next || !isBefore(next.place, next.answer)) continue;
    if (place === undefined) return appeared(event, answer, next.answer);
    if (!isBeyond(place, answer)) continue;
    return because(place === next.place ? 'window-gap' : 'drift', answer, next.answer);
  }
  const last = places.at(-1) as (typeof places)[0];
  if (places.every(({ place }) => place === undefined)) return appeared(event, last.answer);
  const behind = answers
    .slice(answers.indexOf(last.answer))
    .find(({ window: { since } }) => since !== undefined && since > event.time);
  if (behind && last.answer.times.includes(event.time))
    return because('tie-at-boundary', last.answer, behind);
  if (isBefore(last.place, last.answer)) return because('window-gap', last.answer);
  const { fault } = last.answer.given;
  return because(fault === undefined ? 'stopped-early' : 'withheld-by-fault', last.answer);
}

/** It could be seen only where, or when, the client had been already. */
function appeared({ visibleFrom }: Event, ...answers: WalkAnswer[]): Missed {
  return visibleFrom === undefined
    ? because('stopped-early', answers.at(-1))
    : because('late-visibility', ...answers);
}

function isBefore(place: number | undefined, { given: { served } }: WalkAnswer): boolean {
  return place !== undefined && place < served.from;
}

function isBeyond(place: number, { given: { served } }: WalkAnswer): boolean {
  return place >= served.to;
}
