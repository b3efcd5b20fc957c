/** Says of a failure that it is none that fails the run. */
import type { JudgedCase } from './Report.js';

/** Such as ` (should)`; nothing of one that must hold. */
export function aboutStrength({ strength, mustFrom }: JudgedCase): string {
  if (strength === 'must') return '';
  return mustFrom === undefined
    ? ' (should)'
    : ` (new: should, and must from suite ${mustFrom} on)`;
}
