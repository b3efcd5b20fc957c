/** Writes a report in the form that a user wants, where he wants it. */
import { accessSync, constants, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { junitReport } from '../../conformance/report/junitReport.js';
import { markdownReport } from '../../conformance/report/markdownReport.js';
import { ndjsonReport } from '../../conformance/report/ndjsonReport.js';
import type { Report } from '../../conformance/report/Report.js';
import { textReport } from '../../conformance/report/textReport.js';
import { nearest } from '../../fixtures/language/nearest.js';
import { unwritable } from '../../fixtures/writing/unwritable.js';

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

/**
 * Writes each report there is into a folder, which is made at once if need be.
 * @throws FixtureError where it cannot be
 */
export function folderWriter(folder: string): Write {
  writing('--out', folder, () => {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
      throw unwritable('--out', folder, 'expected a folder, found a file');
    mkdirSync(folder, { recursive: true });
  });
  return (report, rerun) => {
    for (const [name, form] of Object.entries(forms)) {
      const text = `${form(report, rerun)}\n`;
      writing('--out', folder, () => writeFileSync(join(folder, names[name] as string), text));
    }
  };
}

/**
 * @param kind such as `text`, or `ndjson=report.ndjson`
 * @throws FixtureError where there can be no such file, before anything is judged
 */
export function reportWriter(kind: string, cli: Command): Write {
  const [name = '', ...rest] = kind.split('=');
  const path = rest.join('=');
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  if (!form) {
    const known = Object.keys(forms);
    const meant = nearest(name, known) ?? known.join(', ');
    return cli.error(`error: there is no report ${JSON.stringify(name)}; did you mean ${meant}?`);
  }
  if (path === '') return (report, rerun) => console.log(form(report, rerun));
  // What was there before stays until there is something to put in its place.
  writing('--report', path, () => {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw unwritable('--report', path, 'expected a file, found a folder');
    accessSync(`${dirname(path)}/.`, constants.X_OK);
  });
  return (report, rerun) => {
    const text = `${form(report, rerun)}\n`;
    writing('--report', path, () => writeFileSync(path, text));
  };
}

/** @throws FixtureError where the system refuses it */
function writing(option: string, path: string, deed: () => void): void {
  try {
    deed();
  } catch (error) {
    throw unwritable(option, path, error);
  }
}
