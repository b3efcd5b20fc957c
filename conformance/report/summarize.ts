/** Counts verdicts, and says what they come to. */
import type { Counts, JudgedCase, Report } from './Report.js';

export function summarize(
  cases: readonly JudgedCase[],
): Pick<Report, 'counts' | 'conformant' | 'exitCode'> {
  const count = (verdict: JudgedCase['verdict']) =>
    cases.filter((one) => one.verdict === verdict).length;
  const counts: Counts = {
    ...{ passed: count('pass'), failed: count('fail') },
    ...{ errors: count('error'), skipped: count('skip'), total: cases.length },
  };
  const wrong = cases.filter(({ verdict, strength }) => verdict === 'fail' && strength === 'must');
  const unjudged = counts.errors > 0 || (counts.skipped > 0 && counts.passed === 0);
  if (wrong.length > 0) return { counts, conformant: false, exitCode: 1 };
  return unjudged
    ? { counts, conformant: false, exitCode: 3 }
    : { counts, conformant: true, exitCode: 0 };
}
