/** A vendor's normalizer that looks for the list of a body in another way. */
import type { Raw, VendorNormalizer } from '../reference/VendorNormalizer.js';
import type { VendorChange } from './tells.js';

/** @param find the list, given the body and what is the right one */
export function lists(find: (body: Raw, list: unknown) => unknown): VendorChange {
  return ({ listOf }: VendorNormalizer) => ({
    listOf: (body) => find(body as Raw, listOf(body)),
  });
}
