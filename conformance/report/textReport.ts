/** A report for people. */

import { visible } from '../../fixtures/language/visible.js';
import { aboutRenamed } from '../cases/chooseCases.js';
import { aboutRule } from './aboutRule.js';
import { aboutStrength } from './aboutStrength.js';
import { driftLines } from './driftLines.js';
import { type Group, groupFailures } from './groupFailures.js';
import { lastLine } from './lastLine.js';
import type { JudgedCase, JudgedSilence, Report } from './Report.js';
import { reasonOf } from './reasonOf.js';
import { rulesBroken } from './rulesBroken.js';
import { runLine } from './runLine.js';

/** How many rules are cited, and how many of those that failed in the same way are named. */
const NAMED = 5;
/** How much is said of each of those. */
const BEGINNING = /^.{0,120}/su;
/** Further lines of a text stand under its first. */
const UNDER = `\n${' '.repeat(12)}`;

/**
 * Failures by their cause, those that are known by their issue, what was not asked and why, what
 * is stale in a baseline, and the counts as the last line.
 * @param rerun the command that asks just one case again
 */
export function textReport(report: Report, rerun: (id: string) => string): string {
  const groups = groupFailures(report.cases);
  return [
    runLine(report),
    '',
    ...groups.flatMap((group) => [
      safe(aboutGroup(group)),
      // It is copied as it is.
      `  rerun     ${rerun(group.first.case)}`,
      '',
    ]),
    ...[
      ...aboutKnown(report.cases),
      ...aboutUnjudged(report.cases, 'error', 'could not be judged'),
      ...aboutUnjudged(report.cases, 'skip', 'skipped'),
      ...aboutSlow(report.cases),
      ...aboutSilences(report.silences),
      ...(report.drift ? driftLines(report.drift, report.cases[0]?.vendor ?? '') : []),
      ...aboutNames(report),
      ...aboutStale(report),
    ].map(safe),
    lastLine(report),
  ].join('\n');
}

/** Lines in which nothing that a subject or a record says can move the cursor of a terminal. */
function safe(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\t', '  ').split('\n').map(visible).join('\n');
}

function aboutGroup({ first, flaw, others }: Group): string {
  const { exchange = [], flaws = [] } = first;
  const shown = exchange.find((line) => line.startsWith(`${flaw.request}  `)) ?? exchange[0];
  const rules = rulesBroken(first);
  const rows: [string, string][] = [
    ['what', flaw.says],
    ['expected', flaw.expected],
    ['actual', flaw.actual],
    ...rules.slice(0, NAMED).map((rule): [string, string] => ['rule', aboutRule(rule)]),
    ...(rules.length > NAMED ? [['', moreRules(first)] as [string, string]] : []),
    ...(shown === undefined ? [] : [['request', shown] as [string, string]]),
    ...flaws.slice(1).map(({ says }): [string, string] => ['also', says]),
    ...(others.length === 0 ? [] : [['the same', alike(flaw.says, others)] as [string, string]]),
  ];
  return [
    `FAIL ${first.case}${aboutStrength(first)}: ${flaw.reason}`,
    `  ${first.title}`,
    ...rows.map(([label, text]) => `  ${label.padEnd(9)} ${text.replaceAll('\n', UNDER)}`),
  ].join('\n');
}

function moreRules({ case: id, rules }: JudgedCase): string {
  return `and ${rules.length - NAMED} more rules; auditrig explain ${id} has them all`;
}

/** Each with what is said of it, where that is not what is said above. */
function alike(above: string, others: readonly JudgedCase[]): string {
  const lines = others.slice(0, NAMED).map((one) => {
    const [says = ''] = (one.flaws?.[0]?.says ?? '').split('\n');
    const [beginning = ''] = BEGINNING.exec(says) ?? [];
    const own = above.startsWith(says) ? '' : `: ${beginning}${beginning === says ? '' : '…'}`;
    return `${one.case}${aboutStrength(one)}${own}`;
  });
  const rest = others.length - lines.length;
  return [...lines, ...(rest > 0 ? [`and ${rest} more; --report junit has each`] : [])].join('\n');
}

function named(cases: readonly JudgedCase[]): string {
  const some = cases.slice(0, NAMED).map((one) => one.case);
  const rest = cases.length - some.length;
  return `${some.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** By their issues. */
function aboutKnown(cases: readonly JudgedCase[]): string[] {
  const issues = new Map<string, JudgedCase[]>();
  for (const one of cases)
    if (one.known !== undefined) issues.set(one.known, [...(issues.get(one.known) ?? []), one]);
  if (issues.size === 0) return [];
  const lines = [...issues].flatMap(([issue, those]) => [
    `  ${issue}`,
    ...those.map((one) => `    ${one.case}${aboutStrength(one)}: ${reasonOf(one)}`),
  ]);
  return ['known failures, which are not held against it:', ...lines, ''];
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

function aboutNames({ renamed, baseline }: Report): string[] {
  const lines = [
    ...renamed.map((one) => aboutRenamed(one)),
    ...(baseline?.renamed ?? []).map(
      (one) => `in ${baseline?.file}, ${aboutRenamed(one)}; --update-baseline writes it so`,
    ),
  ];
  return lines.length === 0 ? [] : [...lines, ''];
}

function aboutStale({ baseline }: Report): string[] {
  if (!baseline || baseline.stale.length === 0) return [];
  return [
    `stale in ${baseline.file}, which makes the run fail:`,
    ...baseline.stale.flatMap(({ place, case: id, reason, issue, says, advice }) => [
      `  ${place}  ${id}: ${reason}  ${issue}`,
      `    ${says}; ${advice}`,
    ]),
    '  --update-baseline --issue <url> writes it anew',
    '',
  ];
}
