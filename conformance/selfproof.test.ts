import { beforeAll, describe, expect, it } from 'vitest';
import { vendors as played } from '../mock-server/vendors/index.js';
import type { Case } from './cases/Case.js';
import { readCases } from './cases/readCases.js';
import { nullClients } from './mutants/nullClients.js';
import { mutantsOf, type Proof, prove, run, toothless } from './mutants/proveClients.js';
import { judgedVendors } from './vendors/index.js';

/** The ids of cases, in lists of which none has a case and what it needs, which would not be asked then. */
function layers(cases: readonly Case[]): string[][] {
  const known = new Map(cases.map((one) => [one.id, one]));
  const depth = (id: string): number =>
    Math.max(0, ...(known.get(id)?.needs ?? []).map((need) => depth(need) + 1));
  const depths = cases.map(({ id }) => depth(id));
  return [...new Set(depths)].map((deep) =>
    cases.filter((_, i) => depths[i] === deep).map(({ id }) => id),
  );
}

const vendors = { played, judged: judgedVendors };

for (const { name } of judgedVendors) {
  const cases = readCases(name, 'client');
  const mutants = mutantsOf(vendors, name, new Set(cases.map(({ id }) => id)));
  let proofs: Proof[] = [];

  describe(`the cases for clients of ${name}`, () => {
    beforeAll(async () => {
      proofs = await prove(vendors, name, mutants);
    }, 120_000);

    it.each(mutants.map((mutant) => [mutant.name, mutant] as const))(
      'catch %s by the case and for the reason that it declares',
      (_, mutant) => {
        const proof = proofs.find((one) => one.mutant === mutant);
        expect(proof?.failed.get(`${name}/client/${mutant.case}`)).toContain(mutant.reason);
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
        const may = cases.filter(({ gets }) => JSON.stringify(gets).includes(code ?? ''));
        for (const ids of layers(may)) {
          const { cases: judged } = await run(vendors, name, client, ids);
          const passed = judged.filter(
            ({ verdict, strength }) => verdict === 'pass' && strength === 'must',
          );
          expect(passed.map((one) => one.case)).toEqual([]);
        }
      },
      120_000,
    );
  });
}
