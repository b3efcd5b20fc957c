/** Judges a subject by cases. */
import type { CheckOptions } from './CheckOptions.js';
import { checkClient } from './checkClient.js';
import { checkNormalizer } from './checkNormalizer.js';
import { checkServer } from './checkServer.js';
import type { Report } from './report/Report.js';
import type { Vendors } from './Vendors.js';

/**
 * @throws FixtureError where a fixture is wrong, a pattern fits no case, or no case is left
 */
export function check({ played, judged }: Vendors, options: CheckOptions): Promise<Report> {
  if (options.role === 'server') return checkServer(judged, options);
  return options.role === 'client'
    ? checkClient({ played, judged }, options)
    : checkNormalizer(judged, options);
}
