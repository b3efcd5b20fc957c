/** A report for the summary of a CI run, or a comment: Markdown. */
import { groupFailures } from './groupFailures.js';
import type { Report } from './Report.js';
import { lastLine } from './textReport.js';

/** Failures by their cause in a table, and how to ask for each again. */
export function markdownReport(report: Report, rerun: (id: string) => string): string {
  const { role, subject, conformant } = report;
  const groups = groupFailures(report.cases);
  const rows = groups.map(({ first, flaw, others }) =>
    [
      `\`${first.case}\`${first.strength === 'should' ? ' (should)' : ''}`,
      flaw.says,
      first.rules.map(({ id }) => `\`${id}\``).join(' '),
      String(others.length),
    ].map(cell),
  );
  const unjudged = report.cases.filter(({ verdict }) => verdict === 'error');
  return [
    `## ${conformant ? '✅' : '❌'} auditrig: ${cell(subject?.name ?? role)}`,
    '',
    lastLine(report),
    ...(unjudged.length === 0 ? [] : ['', 'Could not be judged:', '']),
    ...unjudged.map((one) => `- \`${one.case}\`: ${cell(one.because ?? '')}`),
    ...(rows.length === 0
      ? []
      : [
          '',
          '| case | what | rules | others of the same cause |',
          '| --- | --- | --- | --- |',
          ...rows.map((cells) => `| ${cells.join(' | ')} |`),
          '',
          '<details><summary>Ask again</summary>',
          '',
          '```sh',
          ...groups.map(({ first }) => rerun(first.case)),
          '```',
          '',
          '</details>',
        ]),
  ].join('\n');
}

/** What would end a cell, or be taken for HTML, is said otherwise. */
function cell(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('|', String.raw`\|`)
    .replace(/\s*\n\s*/g, ' ');
}
