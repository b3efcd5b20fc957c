/** Writes a report in the form that a user wants, where he wants it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { junitReport } from '../../conformance/report/junitReport.js';
import { markdownReport } from '../../conformance/report/markdownReport.js';
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
  junit: junitReport,
  markdown: markdownReport,
};

/** How the file of a report in a folder is called. */
const names: Readonly<Record<string, string>> = {
  text: 'report.txt',
  ndjson: 'report.ndjson',
  junit: 'junit.xml',
  markdown: 'report.md',
};

/** Writes each report there is into a folder, which is made if need be. */
export function folderWriter(folder: string): Write {
  return (report, rerun) => {
    mkdirSync(folder, { recursive: true });
    for (const [name, form] of Object.entries(forms))
      writeFileSync(join(folder, names[name] as string), `${form(report, rerun)}\n`);
  };
}

/** @param kind such as `text`, or `ndjson=report.ndjson` */
export function reportWriter(kind: string, cli: Command): Write {
  const [name = '', ...rest] = kind.split('=');
  const path = rest.join('=');
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (!form) {
    const known = Object.keys(forms);
    const meant = nearest(name, known) ?? known.join(', ');
    return cli.error(`error: there is no report ${JSON.stringify(name)}; did you mean ${meant}?`);
  }
  return (report, rerun) => {
    const text = form(report, rerun);
    if (path === '') console.log(text);
    else writeFileSync(path, `${text}\n`);
  };
}
