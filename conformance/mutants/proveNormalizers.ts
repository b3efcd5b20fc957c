/** Proves the cases of a vendor's normalizers. */
import type { NormalizerCase } from '../cases/Case.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import type { Verdict } from '../judge/Verdict.js';
import { playNormalizer } from '../runner/playNormalizer.js';
import { runCases } from '../runner/runCases.js';
import { functionNormalizer, type NormalizerFunction } from '../subjects/functionNormalizer.js';
import { mutantNormalizer } from './mutantNormalizer.js';
import type { NormalizerMutant } from './NormalizerMutant.js';
import { normalizerMutants } from './normalizerMutants.js';
import { type Proof, prove } from './prove.js';

/** The mutants of a vendor: its own, and those of all whose case it has. */
export function normalizerMutantsOf(
  { name, normalizerMutants: own }: JudgedVendor,
  cases: readonly NormalizerCase[],
): NormalizerMutant[] {
  const ids = new Set(cases.map(({ id }) => id));
  return [...own, ...normalizerMutants.filter((one) => ids.has(`${name}/normalizer/${one.case}`))];
}

/**
 * @param cases all of the vendor
 * @param whole whether each is run on all cases
 */
export function proveNormalizers(
  vendor: JudgedVendor,
  cases: readonly NormalizerCase[],
  mutants: readonly NormalizerMutant[],
  whole = false,
): Promise<Proof<NormalizerMutant>[]> {
  const { name, normalizer } = vendor;
  return prove(
    cases,
    mutants,
    (mutant, asked) => askNormalizer(vendor, mutantNormalizer(mutant, name, normalizer), asked),
    whole,
  );
}

/** Asks as `check` does, under one time zone. */
export function askNormalizer(
  vendor: JudgedVendor,
  normalizer: NormalizerFunction,
  cases: readonly NormalizerCase[],
): Promise<Verdict[]> {
  return runCases(cases, {
    ...{ subject: functionNormalizer(normalizer), zone: 'America/St_Johns', workers: 1, tell() {} },
    play: (one, talking) => playNormalizer(one, talking, { vendor, timeout: 5000, seed: 1 }),
  });
}
