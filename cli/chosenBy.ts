/** The cases that a user's patterns choose, who is told of former names. */
import type { Case } from '../conformance/cases/Case.js';
import { aboutRenamed, chooseCases } from '../conformance/cases/chooseCases.js';

/** @throws FixtureError where a pattern fits none */
export function chosenBy<One extends Case>(
  patterns: readonly string[],
  cases: readonly One[],
): One[] {
  const { chosen, renamed } = chooseCases(cases, patterns);
  for (const one of renamed) console.error(`note: ${aboutRenamed(one)}`);
  return chosen;
}
