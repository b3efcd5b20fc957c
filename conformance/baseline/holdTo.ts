/** Parts the failures of a run that a baseline knows of from the others. */
import type { Report, Stale } from '../report/Report.js';
import { summarize } from '../report/summarize.js';
import { assess } from './assess.js';
import { caseIds } from './caseIds.js';
import type { Baseline } from './readBaseline.js';

/**
 * The report, in which known failures have their issue and do not count as failed; what of the
 * baseline does not hold any more makes it fail.
 * @param vendors the names of all
 */
export function holdTo(baseline: Baseline, report: Report, vendors: readonly string[]): Report {
  const assessed = assess(report, baseline, caseIds(vendors));
  const issues = new Map(
    assessed.flatMap(({ entry, failure }) => (failure ? [[failure.case, entry.issue]] : [])),
  );
  const cases = report.cases.map(({ known: _, ...one }) => {
    const issue = issues.get(one.case);
    return issue === undefined ? one : { ...one, known: issue };
  });
  const stale = assessed.flatMap(({ entry, stale }): Stale[] =>
    stale ? [{ ...entry, ...stale }] : [],
  );
  const renamed = assessed
    .filter(({ entry, id }) => entry.case !== id)
    .map(({ entry, id }) => ({ was: entry.case, now: id }));
  return {
    ...report,
    ...{ cases, baseline: { file: baseline.file, stale, renamed } },
    ...summarize(cases, stale.length),
  };
}
