/** Which rules a failure speaks of. */
import type { Rule } from '../../specs/rules.js';
import { BROKEN } from '../subjects/Subject.js';
import type { JudgedCase } from './Report.js';

/** Who does not answer breaks none of them. */
export function rulesBroken({ flaws = [], rules }: JudgedCase): readonly Rule[] {
  return BROKEN.some((reason) => reason === flaws[0]?.reason) ? [] : rules;
}
