/** Judges a subject by cases. */
import { holdTo } from './baseline/holdTo.js';
import { readBaseline } from './baseline/readBaseline.js';
import type { CheckOptions } from './CheckOptions.js';
import { checkClient } from './checkClient.js';
import { checkNormalizer } from './checkNormalizer.js';
import type { Report } from './report/Report.js';
import type { Vendors } from './Vendors.js';

/**
 * @throws FixtureError where a fixture or a baseline is wrong, a pattern fits no case, or no case is left
 */
export async function check(vendors: Vendors, options: CheckOptions): Promise<Report> {
  // Who names a file that is wrong is to know before anything is asked.
  const baseline = options.baseline === undefined ? undefined : readBaseline(options.baseline);
  const report = await judge(vendors, options);
  const names = vendors.judged.map(({ name }) => name);
  return baseline ? holdTo(baseline, report, names) : report;
}

function judge({ played, judged }: Vendors, options: CheckOptions): Promise<Report> {
  return options.role === 'client'
    ? checkClient({ played, judged }, options)
    : checkNormalizer(judged, options);
}
