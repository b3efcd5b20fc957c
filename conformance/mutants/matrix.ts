/** The kill matrix: which cases fail which mutants, as text. */
import type { Case } from '../cases/Case.js';
import type { Mutant } from './Mutant.js';
import { diedAsDeclared, type Proof } from './prove.js';

const MARKS = { declared: '●', other: '·', none: ' ' };

/** A line for each case, a column for each mutant; then who is missing. */
export function matrix(cases: readonly Case[], proofs: readonly Proof<Mutant>[]): string {
  const width = Math.max(...cases.map(({ id }) => id.length));
  const rows = cases.map(({ id }) => {
    const marks = proofs.map(({ declared, failed }) => {
      if (!failed.has(id)) return MARKS.none;
      return declared === id ? MARKS.declared : MARKS.other;
    });
    return `${id.padEnd(width)} ${marks.join('')}`;
  });
  const killers = new Set(proofs.flatMap(({ failed }) => [...failed.keys()]));
  const toothless = cases.filter(({ id }) => !killers.has(id));
  const alive = proofs.filter((proof) => !diedAsDeclared(proof));
  return [
    ...rows,
    '',
    `${MARKS.declared} fails it as declared, ${MARKS.other} fails it, too; the columns are`,
    ...proofs.map(
      ({ mutant }, i) => `${String(i + 1).padStart(4)}  ${mutant.name}: ${mutant.mistake}`,
    ),
    '',
    ...list(
      'cases that no mutant fails',
      toothless.map(({ id, strength }) => `${id} (${strength})`),
    ),
    ...list(
      'mutants that survive',
      alive.map(({ mutant }) => mutant.name),
    ),
  ].join('\n');
}

function list(what: string, names: readonly string[]): string[] {
  return [`${what}: ${names.length === 0 ? 'none' : names.join(', ')}`];
}
