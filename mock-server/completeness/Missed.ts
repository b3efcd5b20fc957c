/** How a record that a client could have read was missed. */
import type { GivenRefusal } from '../AnswerLedger.js';
import type { WalkAnswer } from './Walk.js';

/**
 * `drift`: the pages shifted between two answers. `tie-at-boundary`: a border ran through records
 * of one time. `late-visibility`: it became visible where the client had been already.
 * `stopped-early`: the client did not go on. `window-gap`: what was asked for left it out.
 * `fault-not-retried`, `cut-body`, `withheld-by-fault`: a fault took it. `removed`: it was gone.
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
  /** The journal's numbers, rising, of the answers between which it happened, or of the one in which it did. */
  between: number[];
}

export interface Missed extends Cause<MissingClass> {
  /** It stood `behind` what was lost, or was in an answer that the client hung up on; left out: neither. */
  how?: 'behind' | 'hung-up';
}

export function because(
  kind: MissingClass,
  ...answers: (WalkAnswer | GivenRefusal | undefined)[]
): Missed {
  const numbers = answers.flatMap((one) => (one && 'given' in one ? one.given.n : one?.n) ?? []);
  return { class: kind, between: numbers.sort((a, b) => a - b) };
}
