/** Writes a report in the form that a user wants, where he wants it. */
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { ndjsonReport } from '../../conformance/report/ndjsonReport.js';
import type { Report } from '../../conformance/report/Report.js';
import { textReport } from '../../conformance/report/textReport.js';
import { nearest } from '../../fixtures/language/nearest.js';

/** @param rerun the command that asks just one case again */
type Write = (report: Report, rerun: (id: string) => string) => void;
type Form = (...args: Parameters<Write>) => string;

const forms: Readonly<Record<string, Form>> = {
  text: textReport,
  ndjson: (report) => ndjsonReport(report),
};

/** @param kind such as `text`, or `ndjson=report.ndjson` */
export function reportWriter(kind: string, cli: Command): Write {
  const [name = '', ...rest] = kind.split('=');
  const path = rest.join('=');
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (!form) {
    const names = Object.keys(forms);
    const meant = nearest(name, names) ?? names.join(', ');
    return cli.error(`error: there is no report ${JSON.stringify(name)}; did you mean ${meant}?`);
  }
  return (report, rerun) => {
    const text = form(report, rerun);
    if (path === '') console.log(text);
    else writeFileSync(path, `${text}\n`);
  };
}
