/** Proves the cases of clients: each broken client dies by the case and for the reason that it declares. */
import type { Case } from '../cases/Case.js';
import { readCases } from '../cases/readCases.js';
import { check, type Vendors } from '../check.js';
import type { Reason } from '../judge/Verdict.js';
import type { Report } from '../report/Report.js';
import { type ClientFunction, functionSubject } from '../subjects/functionSubject.js';
import type { ClientMutant } from './ClientMutant.js';
import { clientMutants } from './clientMutants.js';
import { mutantClient } from './mutantClient.js';

export interface Proof {
  vendor: string;
  mutant: ClientMutant;
  /** The cases that it fails, of those that it was run on, with the reasons. */
  failed: Map<string, readonly Reason[]>;
}

/** The mutants of a vendor: its own, and those of all whose case it has. */
export function mutantsOf(vendors: Vendors, name: string, cases: ReadonlySet<string>) {
  const own = vendors.judged.find((one) => one.name === name)?.clientMutants ?? [];
  const shared = clientMutants.filter((one) => cases.has(`${name}/client/${one.case}`));
  return [...own, ...shared];
}

/**
 * Runs each mutant on the cases that are to catch it, and on those that these need; then, on all
 * mutants, whichever cases that must hold have not caught any.
 * @param whole whether each is run on all cases instead, to see which catch it as well
 */
export async function prove(
  vendors: Vendors,
  name: string,
  mutants: readonly ClientMutant[],
  whole = false,
): Promise<Proof[]> {
  const cases = readCases(name, 'client');
  const { client } = vendors.judged.find((one) => one.name === name) as Vendors['judged'][number];
  const proofs = mutants.map((mutant) => ({
    ...{ vendor: name, mutant },
    failed: new Map<string, readonly Reason[]>(),
  }));
  const fail = async ({ mutant, failed }: Proof, ids: readonly string[]) => {
    const patterns = whole ? [] : withNeeds(ids, cases);
    const report = await run(vendors, name, mutantClient(mutant, name, client), patterns);
    for (const { case: id, verdict, flaws = [] } of report.cases)
      if (verdict === 'fail')
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
function withNeeds(ids: readonly string[], cases: readonly Case[]): string[] {
  const found = cases.filter(({ id }) => ids.includes(id));
  const all = new Set(found.flatMap(({ id, needs }) => [id, ...withNeeds(needs, cases)]));
  return [...all];
}

/** All cases of a vendor, or some, on a client in this process; where nobody plays the others. */
export function run(
  { played, judged }: Vendors,
  name: string,
  client: ClientFunction,
  patterns: readonly string[] = [],
): Promise<Report> {
  const alone = { played: played.filter((one) => one.name === name), judged };
  return check(alone, {
    ...{ role: 'client', subject: functionSubject(client), vendors: [name], seed: 1 },
    ...{ workers: 4, timeout: 5000, patterns },
  });
}
