/** A report for the summary of a CI run, or a comment: Markdown. */
import { aboutStrength } from './aboutStrength.js';
import { groupFailures } from './groupFailures.js';
import { lastLine } from './lastLine.js';
import { profileText } from './profileText.js';
import type { Report } from './Report.js';
import { reasonOf } from './reasonOf.js';
import { runLine } from './runLine.js';

/** How many rules are cited of each. */
const NAMED = 5;

/** Failures by their cause in a table, what a baseline knows of, and how to ask for each again. */
export function markdownReport(report: Report, rerun: (id: string) => string): string {
  const { role, subject, conformant, cases, baseline, drift } = report;
  const groups = groupFailures(cases);
  const rows = groups.map(({ first, flaw, others }) => [
    `${code(first.case)}${aboutStrength(first)}`,
    cell(flaw.says),
    few(first.rules.map(({ id }) => code(id))),
    String(others.length),
  ]);
  const unjudged = cases.filter(({ verdict }) => verdict === 'error');
  const known = cases.filter((one) => one.known !== undefined);
  return [
    `## ${conformant ? '✅' : '❌'} auditrig: ${cell(subject?.name ?? role)}`,
    '',
    lastLine(report),
    ...list(
      'Stale in the baseline, which makes the run fail',
      (baseline?.stale ?? []).map(
        ({ place, case: id, reason, says, advice }) =>
          `${code(place)}: ${code(id)}, ${code(reason)}, ${cell(says)}; ${cell(advice)}`,
      ),
    ),
    ...list(
      'Could not be judged',
      unjudged.map((one) => `${code(one.case)}: ${cell(one.because ?? '')}`),
    ),
    ...(rows.length === 0
      ? []
      : [
          '',
          '| case | what | rules | others of the same cause |',
          '| --- | --- | --- | --- |',
          ...rows.map((cells) => `| ${cells.join(' | ')} |`),
          ...folded('Ask again', fenced(groups.map(({ first }) => rerun(first.case)))),
        ]),
    ...(drift
      ? list(
          'What nobody says, where it is not as the simulator is by default',
          drift.answers.map(
            ({ switch: name, value, usual }) =>
              `${code(name)}: ${code(String(value))}, by default ${code(String(usual))}`,
          ),
        )
      : []),
    ...(drift && drift.answers.length > 0
      ? folded(
          'The profile, for a fixture',
          fenced(profileText(drift, cases[0]?.vendor ?? '').split('\n'), 'yaml'),
        )
      : []),
    ...(known.length === 0
      ? []
      : folded(
          `Known failures: ${known.length}`,
          known.map(
            (one) => `- ${code(one.case)}: ${code(reasonOf(one) ?? '')}, ${link(one.known ?? '')}`,
          ),
        )),
    '',
    cell(runLine(report)),
  ].join('\n');
}

function few(words: readonly string[]): string {
  const rest = words.length - NAMED;
  return [...words.slice(0, NAMED), ...(rest > 0 ? [`and ${rest} more`] : [])].join(' ');
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, '', ...lines.map((line) => `- ${line}`)];
}

function folded(summary: string, lines: readonly string[]): string[] {
  return ['', `<details><summary>${summary}</summary>`, '', ...lines, '', '</details>'];
}

/** Between fences that are longer than any within. */
function fenced(lines: readonly string[], language = 'sh'): string[] {
  const ticks = lines.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length);
  const fence = '`'.repeat(Math.max(3, ...ticks.map((length) => length + 1)));
  return [`${fence}${language}`, ...lines, fence];
}

/** As code where nothing in it could end that. */
function code(text: string): string {
  return /^[\w/.:+-]+$/.test(text) ? `\`${text}\`` : cell(text);
}

function link(url: string): string {
  return /[<>]/.test(url) ? cell(url) : `<${url}>`;
}

/** What would end a cell, or be taken for HTML or for more Markdown, is said otherwise. */
function cell(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]|~$]/g, String.raw`\$&`)
    .replace(/\s*[\n\r]\s*/g, ' ');
}
