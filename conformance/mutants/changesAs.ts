/** A vendor's normalizer that tells other changes. */
import type { EventChange } from '../../specs/audit-event/types.js';
import type { Raw } from '../reference/VendorNormalizer.js';
import { tells, type VendorChange } from './tells.js';

/** @param change makes others of the right ones */
export function changesAs(
  change: (changes: EventChange[], record: Raw) => EventChange[],
): VendorChange {
  return tells(({ changes }, record) => ({ changes: change(changes, record) }));
}
