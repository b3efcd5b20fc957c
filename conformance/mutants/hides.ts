/** A vendor's normalizer that does not tell some losses. */
import type { Reading } from '../reference/VendorNormalizer.js';
import { tells, type VendorChange } from './tells.js';

export function hides(...hidden: Reading['losses']): VendorChange {
  return tells(({ losses }) => ({ losses: losses.filter((one) => !hidden.includes(one)) }));
}
