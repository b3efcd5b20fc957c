/** A report for CI systems: JUnit XML, a suite for each vendor. */
import { create } from 'xmlbuilder2';
import { aboutRule } from './aboutRule.js';
import type { JudgedCase, Report, Stale } from './Report.js';

/** What XML may not hold at all is shown as this. */
const INVALID = '�';

/**
 * What fails is a failure, what could not be judged an error; what is known, or only should hold, is
 * skipped, with the reason. An entry of a baseline that is stale is a failure of its own.
 */
export function junitReport(report: Report, rerun: (id: string) => string): string {
  const { role, suite: version, subject, seed, cases, baseline } = report;
  const tests = cases.map((one) => testOf(one, rerun));
  const stale = (baseline?.stale ?? []).map(staleTest);
  const name = `auditrig ${role}: ${subject?.name ?? 'a subject that did not start'}`;
  // No schema of a CI system knows how many are skipped in all.
  const { skipped: _, ...all } = totals([...tests, ...stale]);
  const root = create({
    ...{ version: '1.0', encoding: 'UTF-8', invalidCharReplacement: INVALID },
  }).ele('testsuites', attributes({ name, ...all }));
  const add = (of: string, own: readonly Test[]) => {
    const suite = root.ele('testsuite', attributes({ name: of, ...totals(own) }));
    const properties = suite.ele('properties');
    for (const [key, value] of Object.entries({ role, suite: version, seed }))
      properties.ele('property', attributes({ name: key, value }));
    for (const { classname, name, seconds, outcome } of own) {
      const test = suite.ele('testcase', attributes({ classname, name, time: seconds.toFixed(3) }));
      if (outcome)
        test.ele(outcome.element, attributes(outcome.attributes)).txt(escaped(outcome.text));
    }
  };
  for (const vendor of new Set(cases.map((one) => one.vendor)))
    add(
      vendor,
      tests.filter((_, i) => cases[i]?.vendor === vendor),
    );
  if (stale.length > 0) add('baseline', stale);
  return root.end({ prettyPrint: true });
}

/** The writer takes what looks like an entity for one, and readers take each kind of line break for the same. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('\r', '&#13;');
}

/** In attributes, readers would take line breaks for blanks. */
function attributes(given: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      escaped(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;'),
    ]),
  );
}

interface Test {
  classname: string;
  name: string;
  seconds: number;
  /** Left out where it passed. */
  outcome?: { element: Element; attributes: object; text: string } | undefined;
}
type Element = 'failure' | 'error' | 'skipped';

function testOf(one: JudgedCase, rerun: (id: string) => string): Test {
  const outcome = outcomeOf(one);
  return {
    ...parted(one.case),
    seconds: one.milliseconds / 1000,
    ...(outcome && { outcome: { ...outcome, text: details(one, rerun) } }),
  };
}

function outcomeOf(one: JudgedCase) {
  const { verdict, strength, flaws = [], because = '', known, mustFrom } = one;
  const [flaw] = flaws;
  const { reason: type = '', says: message = because } = flaw ?? {};
  const make = (element: Element, attributes: object) => ({ element, attributes });
  // The first line says what, the others where.
  if (verdict === 'error') return make('error', { message: message.split('\n')[0], type: 'error' });
  if (verdict === 'skip') return make('skipped', { message });
  if (verdict === 'pass') return undefined;
  const told = `${type}: ${message}`;
  if (known !== undefined) return make('skipped', { message: `known: ${known}: ${told}` });
  if (strength === 'must') return make('failure', { message, type });
  const should = mustFrom === undefined ? 'should' : `should, and must from suite ${mustFrom} on`;
  return make('skipped', { message: `known: ${should}: ${told}` });
}

/** What stands twice is told apart by its place alone, which changes more often than the rest. */
function staleTest({ case: id, why, reason, issue, place, says, advice }: Stale): Test {
  const { classname, name } = parted(id);
  const text = [place, `${id}: ${reason}`, issue, advice].join('\n');
  const attributes = { message: `stale: ${says}`, type: 'stale' };
  return {
    classname: ['baseline', ...(classname === '' ? [] : [classname])].join('.'),
    name: why === 'twice' ? `${name} at ${place}` : name,
    seconds: 0,
    outcome: { element: 'failure', attributes, text },
  };
}

function totals(tests: readonly Test[]) {
  const count = (element: Element) =>
    tests.filter(({ outcome }) => outcome?.element === element).length;
  const sum = tests.reduce((all, { seconds }) => all + seconds, 0);
  return {
    ...{ tests: tests.length, failures: count('failure'), errors: count('error') },
    ...{ skipped: count('skipped'), time: sum.toFixed(3) },
  };
}

/** The steps before the last, with dots, and the last. */
function parted(id: string): Pick<Test, 'classname' | 'name'> {
  const steps = id.split('/');
  return { classname: steps.slice(0, -1).join('.'), name: steps.at(-1) as string };
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
    ...rules.map(aboutRule),
    ...exchange,
    rerun(one.case),
  ].join('\n');
}
