/** A report for people. */

import type { Rule } from '../../specs/rules.js';
import { type Group, groupFailures } from './groupFailures.js';
import type { JudgedCase, JudgedSilence, Report } from './Report.js';
import { rulesBroken } from './rulesBroken.js';

/** How many of those that failed in the same way are named. */
const NAMED = 5;
/** Further lines of a text stand under its first. */
const UNDER = `\n${' '.repeat(12)}`;

/**
 * Failures by their cause, what was not asked and why, and the counts as the last line.
 * @param rerun the command that asks just one case again
 */
export function textReport(report: Report, rerun: (id: string) => string): string {
  const groups = groupFailures(report.cases);
  return [
    ...groups.map((group) => aboutGroup(group, rerun)),
    ...aboutUnjudged(report.cases, 'error', 'could not be judged'),
    ...aboutUnjudged(report.cases, 'skip', 'skipped'),
    ...aboutSlow(report.cases),
    ...aboutSilences(report.silences),
    lastLine(report),
  ].join('\n');
}

/** `passed, failed, errors, skipped, of how many`, and whether what failed was needed. */
export function lastLine({ counts, cases }: Report): string {
  const { passed, failed, errors, skipped, total } = counts;
  const only = cases.filter((one) => one.verdict === 'fail' && one.strength === 'should').length;
  const those = only === failed ? 'what failed' : `${only} of those that failed`;
  const should = only === 0 ? '' : ` (${those} only should hold)`;
  return `${passed} passed, ${failed} failed, ${errors} errors, ${skipped} skipped, of ${total}${should}`;
}

function aboutGroup({ first, flaw, others }: Group, rerun: (id: string) => string): string {
  const { exchange = [], flaws = [] } = first;
  const shown = exchange.find((line) => line.startsWith(`${flaw.request}  `)) ?? exchange[0];
  const rows: [string, string][] = [
    ['what', flaw.says],
    ['expected', flaw.expected],
    ['actual', flaw.actual],
    ...rulesBroken(first).map((rule): [string, string] => ['rule', aboutRule(rule)]),
    ...(shown === undefined ? [] : [['request', shown] as [string, string]]),
    ...flaws.slice(1).map(({ says }): [string, string] => ['also', says]),
    ...(others.length === 0 ? [] : [['the same', named(others)] as [string, string]]),
  ];
  const should = first.strength === 'should' ? ' (should)' : '';
  return [
    `FAIL ${first.case}${should}: ${flaw.reason}`,
    `  ${first.title}`,
    ...rows.map(([label, text]) => `  ${label.padEnd(9)} ${text.replaceAll('\n', UNDER)}`),
    // A line within it belongs to it as it is.
    `  rerun     ${rerun(first.case)}`,
    '',
  ].join('\n');
}

function aboutRule({ id, says, at }: Rule): string {
  return `${id}: ${says}${at === undefined ? '' : ` (${at})`}`;
}

function named(cases: readonly JudgedCase[]): string {
  const some = cases.slice(0, NAMED).map((one) => one.case);
  const rest = cases.length - some.length;
  return `${some.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function aboutUnjudged(
  cases: readonly JudgedCase[],
  kind: 'error' | 'skip',
  what: string,
): string[] {
  const reasons = new Map<string, JudgedCase[]>();
  for (const one of cases.filter(({ verdict }) => verdict === kind)) {
    const because = one.because as string;
    reasons.set(because, [...(reasons.get(because) ?? []), one]);
  }
  const lines = [...reasons].map(([because, those]) => `${what}, as ${because}: ${named(those)}`);
  return lines.length === 0 ? [] : [...lines, ''];
}

function aboutSlow(cases: readonly JudgedCase[]): string[] {
  const slow = cases.filter((one) => one.slow);
  return slow.length === 0 ? [] : [`slow, in time only when asked alone: ${named(slow)}`, ''];
}

/** Which values of each switch the subject survives: what nobody says, each way that it could be. */
function aboutSilences(silences: readonly JudgedSilence[]): string[] {
  const asked = silences.filter(({ cases }) => cases > 0);
  if (asked.length === 0) return [];
  const rows = asked.map(({ vendor, switch: name, value, failed }) => {
    const [first] = failed;
    const how = first === undefined ? 'passes' : `fails: ${first.says}`;
    return `  ${vendor}/${name}: ${value}  ${how}`;
  });
  return ['what nobody says, each way that it could be:', ...rows, ''];
}
