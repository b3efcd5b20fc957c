/** Proves the cases of clients: each broken client dies by the case and for the reason that it declares. */
import type { Case } from '../cases/Case.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import type { Reason } from '../judge/Verdict.js';
import type { ClientMutant } from './ClientMutant.js';
import { clientMutants } from './clientMutants.js';
import { mutantClient } from './mutantClient.js';
import type { ProvingGround } from './ProvingGround.js';

export interface Proof {
  vendor: string;
  mutant: ClientMutant;
  /** The cases that it fails, of those that it was run on, with the reasons. */
  failed: Map<string, readonly Reason[]>;
}

/** The mutants of a vendor: its own, and those of all whose case it has. */
export function mutantsOf(
  { name, clientMutants: own }: JudgedVendor,
  cases: readonly Case[],
): ClientMutant[] {
  const ids = new Set(cases.map(({ id }) => id));
  return [...own, ...clientMutants.filter((one) => ids.has(`${name}/client/${one.case}`))];
}

/**
 * Runs each mutant on the cases that are to catch it, and on those that these need; then, on all
 * mutants, whichever cases that must hold have not caught any.
 * @param cases all of the vendor
 * @param whole whether each is run on all cases instead, to see which catch it as well
 */
export async function prove(
  { vendor: { name, client }, run }: ProvingGround,
  cases: readonly Case[],
  mutants: readonly ClientMutant[],
  whole = false,
): Promise<Proof[]> {
  const proofs = mutants.map((mutant) => ({
    ...{ vendor: name, mutant },
    failed: new Map<string, readonly Reason[]>(),
  }));
  const fail = async ({ mutant, failed }: Proof, ids: readonly string[]) => {
    const asked = whole ? cases : withNeeds(ids, cases);
    for (const { case: id, flaws } of await run(mutantClient(mutant, name, client), asked))
      if (flaws)
        failed.set(
          id,
          flaws.map(({ reason }) => reason),
        );
  };
  for (const proof of proofs) {
    const { case: declared, also = [] } = proof.mutant;
    await fail(
      proof,
      [declared, ...also].map((id) => `${name}/client/${id}`),
    );
  }
  // Where some live on, that is to be told first.
  if (proofs.some(({ mutant, failed }) => !failed.has(`${name}/client/${mutant.case}`)))
    return proofs;
  for (const proof of proofs) {
    const rest = toothless(cases, proofs);
    if (rest.length > 0) await fail(proof, rest);
  }
  return proofs;
}

/** Whether the case that a mutant declares catches it, for the reason that it declares. */
export function diedAsDeclared({ vendor, mutant, failed }: Proof): boolean {
  return failed.get(`${vendor}/client/${mutant.case}`)?.includes(mutant.reason) ?? false;
}

/** The cases that must hold and that no mutant fails. */
export function toothless(cases: readonly Case[], proofs: readonly Proof[]): string[] {
  const killers = new Set(proofs.flatMap(({ failed }) => [...failed.keys()]));
  return cases
    .filter(({ id, strength }) => strength === 'must' && !killers.has(id))
    .map(({ id }) => id);
}

/** Those of some ids that there are, and all that they need. */
function withNeeds(ids: readonly string[], cases: readonly Case[]): Case[] {
  const needed = (id: string): readonly string[] => [
    id,
    ...(cases.find((one) => one.id === id)?.needs ?? []).flatMap(needed),
  ];
  const all = new Set(ids.flatMap(needed));
  return cases.filter(({ id }) => all.has(id));
}
