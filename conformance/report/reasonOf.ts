/** Why a case fails: the worst of what is wrong. */
import type { Reason } from '../judge/Verdict.js';
import type { JudgedCase } from './Report.js';

/** @param one a case that fails */
export function reasonOf({ flaws }: Pick<JudgedCase, 'flaws'>): Reason | undefined {
  return flaws?.[0]?.reason;
}
