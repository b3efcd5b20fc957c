/** A normalizer that is wrong in one way. */

import type { AuditEvent } from '../../specs/audit-event/types.js';
import type { Reason } from '../judge/Verdict.js';
import type { NormalizeRequest } from '../reference/referenceNormalizer.js';
import type { VendorNormalizer } from '../reference/VendorNormalizer.js';

export interface NormalizerMutant {
  name: string;
  /** What it does wrong, in a few words. */
  mistake: string;
  /** The case that must catch it, as `file/id`, and for which reason. */
  case: string;
  reason: Reason;
  /** What it knows otherwise of the vendor. */
  vendor?(right: VendorNormalizer): Partial<VendorNormalizer>;
  /** What it does otherwise with a whole trail. */
  whole?(
    right: (what: NormalizeRequest) => AuditEvent[],
    what: NormalizeRequest,
  ): readonly unknown[];
}
