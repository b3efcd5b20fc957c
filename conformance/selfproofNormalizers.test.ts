import { beforeAll, describe, expect, it } from 'vitest';
import { readCases } from './cases/readCases.js';
import type { NormalizerMutant } from './mutants/NormalizerMutant.js';
import { nullNormalizers } from './mutants/nullNormalizers.js';
import { type Proof, toothless } from './mutants/prove.js';
import {
  askNormalizer,
  normalizerMutantsOf,
  proveNormalizers,
} from './mutants/proveNormalizers.js';
import { judgedVendors } from './vendors/index.js';

for (const vendor of judgedVendors) {
  const { name } = vendor;
  const cases = readCases(name, 'normalizer');
  const mutants = normalizerMutantsOf(vendor, cases);
  let proofs: Proof<NormalizerMutant>[] = [];

  describe(`the cases for normalizers of ${name}`, () => {
    beforeAll(async () => {
      proofs = await proveNormalizers(vendor, cases, mutants);
    }, 120_000);

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

    it.each(nullNormalizers([name]).map((one) => [one.name, one] as const))(
      'that must hold are not passed by one that does nothing (%s)',
      async (_, normalizer) => {
        // Each is asked, whatever has become of those that it needs.
        const must = cases
          .filter(({ strength }) => strength === 'must')
          .map((one) => ({ ...one, needs: [] }));
        const verdicts = await askNormalizer(vendor, normalizer, must);
        const passed = verdicts.filter(({ verdict }) => verdict !== 'fail');
        expect(passed.map(({ case: id }) => id)).toEqual([]);
      },
    );
  });
}
