/** What is wrong with an answer, with the request that shows it. */
import type { Flaw } from '../judge/Verdict.js';
import type { Exchange } from './Asked.js';

export function flawAt(
  { n }: Exchange,
  reason: Flaw['reason'],
  says: string,
  expected: string,
  actual: string,
): Flaw {
  return { reason, says, expected, actual, request: n };
}
