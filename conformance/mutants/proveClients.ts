/** Proves the cases of a vendor's clients. */
import type { ClientCase } from '../cases/Case.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import type { ClientMutant } from './ClientMutant.js';
import { clientMutants } from './clientMutants.js';
import { mutantClient } from './mutantClient.js';
import type { ProvingGround } from './ProvingGround.js';
import { type Proof, prove } from './prove.js';

/** The mutants of a vendor: its own, and those of all whose case it has. */
export function mutantsOf(
  { name, clientMutants: own }: JudgedVendor,
  cases: readonly ClientCase[],
): ClientMutant[] {
  const ids = new Set(cases.map(({ id }) => id));
  return [...own, ...clientMutants.filter((one) => ids.has(`${name}/client/${one.case}`))];
}

/**
 * @param cases all of the vendor
 * @param whole whether each is run on all cases
 */
export function proveClients(
  { vendor: { name, client }, run }: ProvingGround,
  cases: readonly ClientCase[],
  mutants: readonly ClientMutant[],
  whole = false,
): Promise<Proof<ClientMutant>[]> {
  return prove(
    cases,
    mutants,
    (mutant, asked) => run(mutantClient(mutant, name, client), asked),
    whole,
  );
}
