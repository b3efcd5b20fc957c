import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vendors as played } from '../mock-server/vendors/index.js';
import { readCases } from './cases/readCases.js';
import type { ClientMutant } from './mutants/ClientMutant.js';
import { nullClients } from './mutants/nullClients.js';
import { openProvingGround, type ProvingGround } from './mutants/ProvingGround.js';
import { type Proof, toothless } from './mutants/prove.js';
import { mutantsOf, proveClients } from './mutants/proveClients.js';
import { judgedVendors } from './vendors/index.js';

for (const vendor of judgedVendors) {
  const { name } = vendor;
  const cases = readCases(name, 'client');
  const mutants = mutantsOf(vendor, cases);
  let ground: ProvingGround;
  let proofs: Proof<ClientMutant>[] = [];

  describe(`the cases for clients of ${name}`, () => {
    beforeAll(async () => {
      ground = await openProvingGround({ played, judged: judgedVendors }, name);
      proofs = await proveClients(ground, cases, mutants);
    }, 120_000);

    afterAll(() => ground.close());

    it.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
      'catch %s by the case and for the reason that it declares',
      (_, mutant) => {
        const proof = proofs.find((one) => one.mutant === mutant);
        expect(proof?.failed.get(proof.declared)).toContain(mutant.reason);
      },
    );

    it('each fail some mutant, if they must hold', () => {
      expect(toothless(cases, proofs)).toEqual([]);
    });

    it.each(nullClients([name]).map((client) => [client.name, client] as const))(
      'that must hold are not passed by one that does nothing (%s)',
      async (_, client) => {
        const [, code] = /^always-(.*)/.exec(client.name) ?? [];
        // An error can only pass where it is one that is expected.
        const may = cases.filter(
          ({ gets, strength }) => strength === 'must' && JSON.stringify(gets).includes(code ?? ''),
        );
        // Each is asked, whatever has become of those that it needs.
        const verdicts = await ground.run(
          client,
          may.map((one) => ({ ...one, needs: [] })),
        );
        expect(verdicts.map(({ case: id }) => id)).toEqual(may.map(({ id }) => id));
        expect(verdicts.filter(({ verdict }) => verdict !== 'fail')).toEqual([]);
      },
      120_000,
    );
  });
}
