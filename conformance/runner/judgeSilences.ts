/** Asks which ways of what nobody says a subject survives. */
import type { ClientCase } from '../cases/Case.js';
import type { JudgedSilence } from '../report/Report.js';
import type { ClientConversation } from '../subjects/Subject.js';
import { type Run, runCases } from './runCases.js';
import { silentVariants } from './silentVariants.js';

/** @param cases those of a run; they are asked again in each world that a silence of theirs allows */
export async function judgeSilences(
  cases: readonly ClientCase[],
  run: Run<ClientCase, ClientConversation>,
): Promise<JudgedSilence[]> {
  const variants = silentVariants(cases);
  const verdicts = await runCases(
    variants.map(({ variant }) => variant),
    run,
  );
  const judged = new Map<string, JudgedSilence>();
  for (const [i, { switch: name, value, variant }] of variants.entries()) {
    const { verdict, flaws = [] } = verdicts[i] as (typeof verdicts)[number];
    const key = [variant.vendor, name, value].join('/');
    const { cases: before, failed } = judged.get(key) ?? { cases: 0, failed: [] };
    const says = flaws[0]?.says ?? '';
    judged.set(key, {
      ...{ vendor: variant.vendor, switch: name, value },
      cases: before + (verdict === 'pass' || verdict === 'fail' ? 1 : 0),
      failed: verdict === 'fail' ? [...failed, { case: variant.id, says }] : failed,
    });
  }
  return [...judged.values()];
}
