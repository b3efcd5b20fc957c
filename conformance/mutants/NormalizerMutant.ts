/** A normalizer that is wrong in one way. */

import type { AuditEvent } from '../../specs/audit-event/types.js';
import type { NormalizeRequest } from '../reference/referenceNormalizer.js';
import type { VendorNormalizer } from '../reference/VendorNormalizer.js';
import type { Mutant } from './Mutant.js';

export interface NormalizerMutant extends Mutant {
  /** What it knows otherwise of the vendor. */
  vendor?(right: VendorNormalizer): Partial<VendorNormalizer>;
  /** What it does otherwise with a whole trail. */
  whole?(
    right: (what: NormalizeRequest) => AuditEvent[],
    what: NormalizeRequest,
  ): readonly unknown[];
}
