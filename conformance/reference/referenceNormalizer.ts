/** A normalizer of any of some vendors, as a function that can be judged. */
import type { AuditEvent } from '../../specs/audit-event/types.js';
import { normalizeTrail } from './normalizeTrail.js';
import type { Context, VendorNormalizer } from './VendorNormalizer.js';

/** One trail, all its pages. */
export interface NormalizeRequest {
  vendor: string;
  context: Context;
  bodies: readonly string[];
}

export function referenceNormalizer(
  vendors: readonly { name: string; normalizer: VendorNormalizer }[],
): (request: NormalizeRequest) => AuditEvent[] {
  return ({ vendor: wanted, context, bodies }) => {
    const vendor = vendors.find(({ name }) => name === wanted) as (typeof vendors)[number];
    return normalizeTrail(vendor.normalizer, wanted, context, bodies);
  };
}
