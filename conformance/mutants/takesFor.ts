/** A vendor's normalizer that takes a record for another one. */
import type { Raw, Reading, VendorNormalizer } from '../reference/VendorNormalizer.js';
import type { VendorChange } from './tells.js';

/**
 * @param other what the other one has otherwise
 * @param only the parts for which it is taken so; all where none is said
 */
export function takesFor(other: (record: Raw) => object, ...only: (keyof Reading)[]): VendorChange {
  return ({ reader }: VendorNormalizer) => ({
    reader: (context) => {
      const read = reader(context);
      return (record) => {
        const taken = read({ ...record, ...other(record) });
        if (only.length === 0) return taken;
        const parts = Object.fromEntries(only.map((part) => [part, taken[part]]));
        return { ...read(record), ...parts };
      };
    },
  });
}
