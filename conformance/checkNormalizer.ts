/** Judges a normalizer, each case under two time zones of its machine. */
import type { NormalizerOptions } from './CheckOptions.js';
import { readCases } from './cases/readCases.js';
import type { JudgedVendor } from './JudgedVendor.js';
import type { Report } from './report/Report.js';
import { judgeAll } from './runner/judgeAll.js';
import { playNormalizer } from './runner/playNormalizer.js';

/** Far from UTC on both sides, one with clock changes and half an hour. */
const ZONES = ['Pacific/Kiritimati', 'America/St_Johns'];

export async function checkNormalizer(
  judged: readonly JudgedVendor[],
  options: NormalizerOptions,
): Promise<Report> {
  const of = judged.filter(({ name }) => options.vendors?.includes(name) ?? true);
  const cases = of.flatMap(({ name }) => readCases(name, 'normalizer'));
  const { report } = await judgeAll(options, cases, ZONES, (one, talking, how) => {
    const vendor = of.find(({ name }) => name === one.vendor) as JudgedVendor;
    return playNormalizer(one, talking, { vendor, ...how });
  });
  return report;
}
