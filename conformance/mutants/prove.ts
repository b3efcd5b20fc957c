/** Proves cases: each broken subject dies by the case and for the reason that it declares. */
import type { Case } from '../cases/Case.js';
import type { Reason, Verdict } from '../judge/Verdict.js';
import type { Mutant } from './Mutant.js';

export interface Proof<Wrong extends Mutant> {
  mutant: Wrong;
  /** The whole id of the case that it declares. */
  declared: string;
  /** The cases that it fails, of those that it was run on, with the reasons. */
  failed: Map<string, readonly Reason[]>;
}

/**
 * Runs each mutant on the cases that are to catch it, and on those that these need; then, on all
 * mutants, whichever cases that must hold have not caught any.
 * @param cases all of a vendor and a role
 * @param run asks of those that a case needs, those that are among these
 * @param whole whether each is run on all cases instead, to see which catch it as well
 */
export async function prove<One extends Case, Wrong extends Mutant>(
  cases: readonly One[],
  mutants: readonly Wrong[],
  run: (mutant: Wrong, cases: readonly One[]) => Promise<readonly Verdict[]>,
  whole = false,
): Promise<Proof<Wrong>[]> {
  const [{ vendor, role }] = cases as readonly [One];
  const idOf = (short: string) => `${vendor}/${role}/${short}`;
  const proofs = mutants.map((mutant) => ({
    ...{ mutant, declared: idOf(mutant.case) },
    failed: new Map<string, readonly Reason[]>(),
  }));
  const fail = async ({ mutant, failed }: Proof<Wrong>, ids: readonly string[]) => {
    const first = withNeeds(ids, cases);
    // Who remembers what was before is to be caught before he remembers other cases.
    const asked = whole ? [...new Set([...first, ...cases])] : first;
    for (const { case: id, flaws } of await run(mutant, asked))
      if (flaws)
        failed.set(
          id,
          flaws.map(({ reason }) => reason),
        );
  };
  for (const proof of proofs)
    await fail(proof, [proof.mutant.case, ...(proof.mutant.also ?? [])].map(idOf));
  // Where some live on, that is to be told first.
  if (proofs.some(({ declared, failed }) => !failed.has(declared))) return proofs;
  for (const proof of proofs) {
    const rest = toothless(cases, proofs);
    if (rest.length > 0) await fail(proof, rest);
  }
  return proofs;
}

/** Whether the case that a mutant declares catches it, for the reason that it declares. */
export function diedAsDeclared({ mutant, declared, failed }: Proof<Mutant>): boolean {
  return failed.get(declared)?.includes(mutant.reason) ?? false;
}

/** The cases that must hold and that no mutant fails. */
export function toothless(cases: readonly Case[], proofs: readonly Proof<Mutant>[]): string[] {
  const killers = new Set(proofs.flatMap(({ failed }) => [...failed.keys()]));
  return cases
    .filter(({ id, strength }) => strength === 'must' && !killers.has(id))
    .map(({ id }) => id);
}

/** Those of some ids that there are, and all that they need. */
function withNeeds<One extends Case>(ids: readonly string[], cases: readonly One[]): One[] {
  const needed = (id: string): readonly string[] => [
    id,
    ...(cases.find((one) => one.id === id)?.needs ?? []).flatMap(needed),
  ];
  const all = new Set(ids.flatMap(needed));
  return cases.filter(({ id }) => all.has(id));
}
