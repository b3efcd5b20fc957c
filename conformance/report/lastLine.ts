/** What a run comes to, in a line. */
import type { Report } from './Report.js';

/**
 * `passed, failed, errors, skipped, of how many`, where there are some, how many failures are known
 * and how many entries of the baseline stale; and whether what failed was needed.
 */
export function lastLine({ counts, cases, baseline }: Report): string {
  const { passed, failed, known, errors, skipped, total } = counts;
  const parts = [
    ...[`${passed} passed`, `${failed} failed`, ...(known > 0 ? [`${known} known`] : [])],
    ...[`${errors} errors`, `${skipped} skipped`],
  ];
  const isShould = (one: (typeof cases)[number]) =>
    one.verdict === 'fail' && one.known === undefined && one.strength === 'should';
  const only = cases.filter(isShould).length;
  const those = only === failed ? 'what failed' : `${only} of those that failed`;
  const should = only === 0 ? '' : ` (${those} only should hold)`;
  const stale = baseline?.stale.length ?? 0;
  const entries = stale === 0 ? '' : `; ${stale} stale ${stale === 1 ? 'entry' : 'entries'}`;
  return `${parts.join(', ')}, of ${total}${should}${entries}`;
}
