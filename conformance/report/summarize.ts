/** Counts verdicts, and says what they come to. */
import type { Counts, JudgedCase, Report } from './Report.js';

/** @param stale how many entries of a baseline do not hold */
export function summarize(
  cases: readonly JudgedCase[],
  stale = 0,
): Pick<Report, 'counts' | 'conformant' | 'exitCode'> {
  const count = (verdict: JudgedCase['verdict']) =>
    cases.filter((one) => one.verdict === verdict).length;
  const known = cases.filter((one) => one.known !== undefined).length;
  const counts: Counts = {
    ...{ passed: count('pass'), failed: count('fail') - known, known },
    ...{ errors: count('error'), skipped: count('skip'), total: cases.length },
  };
  const wrong = cases.filter(
    ({ verdict, strength, known }) =>
      verdict === 'fail' && strength === 'must' && known === undefined,
  );
  const unjudged = counts.errors > 0 || counts.skipped === counts.total;
  if (wrong.length + stale > 0) return { counts, conformant: false, exitCode: 1 };
  return unjudged
    ? { counts, conformant: false, exitCode: 3 }
    : { counts, conformant: true, exitCode: 0 };
}
