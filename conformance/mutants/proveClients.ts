/** Proves the cases of clients: each broken client dies by the case and for the reason that it declares. */
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
  /** The cases that it fails, with the reasons. */
  failed: ReadonlyMap<string, readonly Reason[]>;
  /** Whether the case that it declares is among them, for the reason that it declares. */
  diedAsDeclared: boolean;
}

/** The mutants of a vendor: its own, and those of all whose case it has. */
export function mutantsOf(vendors: Vendors, name: string, cases: ReadonlySet<string>) {
  const own = vendors.judged.find((one) => one.name === name)?.clientMutants ?? [];
  const shared = clientMutants.filter((one) => cases.has(`${name}/client/${one.case}`));
  return [...own, ...shared];
}

/** Runs all of a vendor's cases on one mutant. */
export async function prove(vendors: Vendors, name: string, mutant: ClientMutant): Promise<Proof> {
  const vendor = vendors.judged.find((one) => one.name === name) as Vendors['judged'][number];
  const report = await run(vendors, name, mutantClient(mutant, name, vendor.client));
  const failed = new Map(
    report.cases
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ case: id, flaws = [] }) => [id, flaws.map(({ reason }) => reason)]),
  );
  const reasons = failed.get(`${name}/client/${mutant.case}`) ?? [];
  return { vendor: name, mutant, failed, diedAsDeclared: reasons.includes(mutant.reason) };
}

/** All cases of a vendor, on a client in this process. */
export function run(vendors: Vendors, name: string, client: ClientFunction): Promise<Report> {
  return check(vendors, {
    ...{ role: 'client', subject: functionSubject(client), vendors: [name], seed: 1 },
    ...{ workers: 4, timeout: 5000 },
  });
}
