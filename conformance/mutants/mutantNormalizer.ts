/** A normalizer with a mutant's mistake, as a function that can be judged. */

import { normalizeTrail } from '../reference/normalizeTrail.js';
import type { NormalizeRequest } from '../reference/referenceNormalizer.js';
import type { VendorNormalizer } from '../reference/VendorNormalizer.js';
import type { NormalizerFunction } from '../subjects/functionNormalizer.js';
import type { NormalizerMutant } from './NormalizerMutant.js';

/** @param right what a normalizer of the vendor knows that makes no mistake */
export function mutantNormalizer(
  mutant: NormalizerMutant,
  name: string,
  right: VendorNormalizer,
): NormalizerFunction {
  const vendor = { ...right, ...mutant.vendor?.(right) };
  const whole = ({ context, bodies }: NormalizeRequest) =>
    normalizeTrail(vendor, name, context, bodies);
  return {
    name: mutant.name,
    vendors: [name],
    normalize: (what) => mutant.whole?.(whole, what) ?? whole(what),
  };
}
