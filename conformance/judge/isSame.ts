/** Whether two values are one, as far as JSON can tell: 0 and -0 are one number. */
import { isDeepStrictEqual } from 'node:util';
import { canonicalOf } from './canonicalOf.js';

/** @param want has a canonical form */
export function isSame(want: unknown, have: unknown): boolean {
  return isDeepStrictEqual(want, have) || canonicalOf(want) === canonicalOf(have);
}
