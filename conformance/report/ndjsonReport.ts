/** A report for machines: a header, a line for each case, and a footer. */
import type { Report } from './Report.js';

export function ndjsonReport({
  cases,
  counts,
  conformant,
  exitCode,
  baseline,
  ...header
}: Report): string {
  const rows = [
    { type: 'header', format: 1, ...header },
    ...cases.map(({ rules, ...rest }) => ({
      type: 'case',
      ...rest,
      rules: rules.map(({ id }) => id),
    })),
    { type: 'footer', counts, conformant, exitCode, ...(baseline && { baseline }) },
  ];
  return rows.map((row) => JSON.stringify(row)).join('\n');
}
