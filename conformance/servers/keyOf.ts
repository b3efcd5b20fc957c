/** What records have in common that are the same: their canonical form, if they have one. */
import { canonicalOf } from '../judge/canonicalOf.js';

export function keyOf(record: unknown): string {
  return canonicalOf(record) ?? JSON.stringify(record);
}
