/** Judges a normalizer, each case under two time zones of its machine. */
import type { NormalizerOptions } from './CheckOptions.js';
import { asksOf } from './cases/asksOf.js';
import type { NormalizerCase } from './cases/Case.js';
import { readCases } from './cases/readCases.js';
import type { JudgedVendor } from './JudgedVendor.js';
import type { Report } from './report/Report.js';
import { choose, judgeAll } from './runner/judgeAll.js';
import { playNormalizer } from './runner/playNormalizer.js';
import { filesSubject } from './subjects/filesSubject.js';

/** Far from UTC on both sides, one with clock changes and half an hour. */
const ZONES = ['Pacific/Kiritimati', 'America/St_Johns'];

export async function checkNormalizer(
  judged: readonly JudgedVendor[],
  options: NormalizerOptions,
): Promise<Report> {
  const of = judged.filter(({ name }) => options.vendors?.includes(name) ?? true);
  const vendorOf = ({ vendor }: NormalizerCase) =>
    of.find(({ name }) => name === vendor) as JudgedVendor;
  const choice = choose(
    options,
    of.flatMap(({ name }) => readCases(name, 'normalizer')),
  );
  const asked = () =>
    choice.chosen.flatMap((one) =>
      asksOf(one, vendorOf(one).caseTrail, choice.seed).map(({ context, bodies }) => {
        return { vendor: one.vendor, context, bodies };
      }),
    );
  const subject =
    'open' in options.subject ? options.subject : filesSubject(options.subject, asked());
  const { report } = await judgeAll({ ...options, subject }, choice, ZONES, (one, talking, how) =>
    playNormalizer(one, talking, { vendor: vendorOf(one), map: options.map, ...how }),
  );
  return report;
}
