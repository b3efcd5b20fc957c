/** A report for CI systems: JUnit XML, a suite for each vendor. */
import { create } from 'xmlbuilder2';
import type { JudgedCase, Report } from './Report.js';

/** What XML may not hold at all is shown as this. */
const INVALID = '�';

/** What fails is a failure, what could not be judged an error, what only should hold is skipped, with the reason. */
export function junitReport(
  { role, subject, cases }: Report,
  rerun: (id: string) => string,
): string {
  const root = create({ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: INVALID }).ele(
    'testsuites',
    {
      name: `auditrig ${role}: ${subject?.name ?? 'a subject that did not start'}`,
      ...totals(cases),
    },
  );
  for (const vendor of new Set(cases.map((one) => one.vendor))) {
    const own = cases.filter((one) => one.vendor === vendor);
    const suite = root.ele('testsuite', { name: vendor, ...totals(own) });
    for (const one of own) {
      const [classname, name] = parted(one.case);
      const seconds = (one.milliseconds / 1000).toFixed(3);
      const test = suite.ele('testcase', { classname, name, time: seconds });
      const outcome = outcomeOf(one);
      if (outcome) test.ele(outcome.element, outcome.attributes).txt(details(one, rerun));
    }
  }
  return root.end({ prettyPrint: true });
}

type Element = 'failure' | 'error' | 'skipped';

function outcomeOf({ verdict, strength, flaws = [], because = '' }: JudgedCase) {
  const [flaw] = flaws;
  const { reason: type = '', says: message = because } = flaw ?? {};
  const make = (element: Element, attributes: object) => ({ element, attributes });
  // The first line says what, the others where.
  if (verdict === 'error') return make('error', { message: message.split('\n')[0], type: 'error' });
  if (verdict === 'skip') return make('skipped', { message });
  if (verdict === 'pass') return undefined;
  return strength === 'must'
    ? make('failure', { message, type })
    : make('skipped', { message: `should: ${type}: ${message}` });
}

function totals(cases: readonly JudgedCase[]) {
  const count = (element: Element) =>
    cases.filter((one) => outcomeOf(one)?.element === element).length;
  const sum = cases.reduce((all, { milliseconds }) => all + milliseconds, 0);
  return {
    ...{ tests: cases.length, failures: count('failure'), errors: count('error') },
    ...{ skipped: count('skipped'), time: (sum / 1000).toFixed(3) },
  };
}

/** The steps before the last, with dots, and the last. */
function parted(id: string): [string, string] {
  const steps = id.split('/');
  return [steps.slice(0, -1).join('.'), steps.at(-1) as string];
}

function details(one: JudgedCase, rerun: (id: string) => string): string {
  const { title, flaws = [], exchange = [], rules, because } = one;
  if (one.verdict !== 'fail') return one.verdict === 'error' ? `${title}\n${because}` : title;
  return [
    title,
    ...flaws.flatMap(({ says, expected, actual }) => [
      says,
      `expected: ${expected}`,
      `actual: ${actual}`,
    ]),
    ...rules.map(({ id, says }) => `${id}: ${says}`),
    ...exchange,
    rerun(one.case),
  ].join('\n');
}
