/** Whether two JSON values are the same: whether their canonical forms are. */
import { canonicalForm } from './canonicalForm.js';

/** @param a undefined where there is no value, which is not the same as null */
export function sameJson(a: unknown, b: unknown): boolean {
  return a === b || canonicalForm(a) === canonicalForm(b);
}
