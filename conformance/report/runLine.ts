/** Which run a report is of. */
import { visible } from '../../fixtures/language/visible.js';
import type { Report } from './Report.js';

/** Such as `client reader, suite 1.0, seed 3`. */
export function runLine({ role, subject, suite, seed }: Report): string {
  return `${role} ${visible(subject?.name ?? 'that did not start')}, suite ${suite}, seed ${seed}`;
}
