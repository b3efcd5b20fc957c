/** A vendor's normalizer that tells something else of each record. */
import type { Raw, Reading, VendorNormalizer } from '../reference/VendorNormalizer.js';

export function tells(
  tell: (told: Reading, record: Raw) => Reading,
): (right: VendorNormalizer) => Partial<VendorNormalizer> {
  return ({ reader }) => ({
    reader(context) {
      const read = reader(context);
      return (record) => tell(read(record), record);
    },
  });
}
