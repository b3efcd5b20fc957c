/** A vendor's normalizer that tells something else of each record. */
import type { Context, Raw, Reading, VendorNormalizer } from '../reference/VendorNormalizer.js';
import type { NormalizerMutant } from './NormalizerMutant.js';

export type VendorChange = NonNullable<NormalizerMutant['vendor']>;

/** @param tell what it tells otherwise, all else being as it is told */
export function tells(
  tell: (told: Reading, record: Raw, context: Context) => Partial<Reading>,
): VendorChange {
  return ({ reader }: VendorNormalizer) => ({
    reader(context) {
      const read = reader(context);
      return (record) => {
        const told = read(record);
        return { ...told, ...tell(told, record, context) };
      };
    },
  });
}
