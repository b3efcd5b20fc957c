/** What a run tells of how a server differs from what the simulator plays by default. */
import type { Switch } from '../../specs/switches.js';
import type { ServerCase } from '../cases/Case.js';
import type { Verdict } from '../judge/Verdict.js';
import type { Drift } from '../report/Report.js';

/**
 * @param cases all of the vendor
 * @param verdicts of those that were asked
 * @param switches the vendor's
 * @param unseen those that no answer tells, and why
 */
export function driftOf(
  cases: readonly ServerCase[],
  verdicts: readonly Verdict[],
  switches: readonly Switch[],
  unseen: Readonly<Record<string, string>>,
): Drift {
  const drift: Drift = { page: fromPage(cases, verdicts), answers: [], usual: [], open: [] };
  for (const { name, default: usual } of switches) {
    const id = cases.find(({ silence }) => silence?.switch === name)?.id;
    const verdict = verdicts.find((one) => one.case === id);
    const { found, exchange = [] } = verdict ?? {};
    const [value, ...others] = found?.values ?? [];
    const open = (because: string) => drift.open.push({ switch: name, because });
    if (id !== undefined && !verdict) continue;
    const why = unseen[name];
    // Who asks only some questions need not know which there are none for.
    if (why !== undefined && verdicts.length < cases.length) continue;
    if (!found) open(why ?? whyOpen(verdict));
    else if (others.length > 0) open(`its answers fit ${found.values.join(' and ')}`);
    else if (value === usual) drift.usual.push(name);
    else drift.answers.push({ switch: name, value, usual, case: id as string, exchange });
  }
  return drift;
}

/** What it does otherwise than somebody has said. */
function fromPage(cases: readonly ServerCase[], verdicts: readonly Verdict[]): Drift['page'] {
  return verdicts.flatMap(({ case: id, flaws, exchange = [] }) => {
    const { rules = [] } = cases.find((one) => one.id === id) ?? {};
    const said = rules.filter(({ basis }) => basis !== 'silence' && basis !== 'ours');
    const [flaw] = flaws ?? [];
    return flaw && said.length > 0
      ? [{ case: id, rules: said.map((rule) => rule.id), says: flaw.says, exchange }]
      : [];
  });
}

function whyOpen({ because, flaws }: Partial<Verdict> = {}): string {
  return because ?? flaws?.[0]?.says ?? 'no answer tells it';
}
