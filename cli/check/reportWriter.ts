/** Writes a report in the form that a user wants, where he wants it. */
import {
  accessSync,
  closeSync,
  constants,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { htmlReport } from '../../conformance/report/html/htmlReport.js';
import { junitReport } from '../../conformance/report/junitReport.js';
import { markdownReport } from '../../conformance/report/markdownReport.js';
import { ndjsonReport } from '../../conformance/report/ndjsonReport.js';
import type { Report } from '../../conformance/report/Report.js';
import { textReport } from '../../conformance/report/textReport.js';
import { nearest } from '../../fixtures/language/nearest.js';
import { unwritable } from '../../fixtures/writing/unwritable.js';
import { makeFolder } from '../makeFolder.js';
import { isStepSummary } from './stepSummary.js';

/** @param rerun the command that asks just one case again */
type Write = (report: Report, rerun: (id: string) => string) => void;
type Form = (...args: Parameters<Write>) => string;

const forms: Readonly<Record<string, Form>> = {
  text: textReport,
  ndjson: (report) => ndjsonReport(report),
  junit: junitReport,
  markdown: markdownReport,
  html: htmlReport,
};

/** How the file of a report in a folder is called. */
const names: Readonly<Record<string, string>> = {
  text: 'report.txt',
  ndjson: 'report.ndjson',
  junit: 'junit.xml',
  markdown: 'report.md',
  html: 'report.html',
};

/**
 * Writes each report there is into a folder, which is made at once if need be.
 * @throws FixtureError where it cannot be, before anything is judged
 */
export function folderWriter(folder: string): Write {
  makeFolder('--out', folder);
  const writers = Object.entries(forms).map(([name, form]) =>
    fileWriter('--out', join(folder, names[name] as string), form),
  );
  return (report, rerun) => {
    for (const write of writers) write(report, rerun);
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
  if (!form)
    return cli.error(`error: there is no report ${JSON.stringify(name)}; ${hintFor(name)}`);
  if (rest.length === 0) return (report, rerun) => console.log(form(report, rerun));
  if (name === 'markdown' && isStepSummary(path)) return () => {};
  if (path === '') cli.error(`error: expected a path behind --report ${name}=, found none`);
  return fileWriter('--report', path, form);
}

function hintFor(name: string): string {
  // All that stands behind the option are kinds of its own.
  if (/[/*]/.test(name)) return 'patterns stand before --report, or behind another option';
  const known = Object.keys(forms);
  return `did you mean ${nearest(name, known) ?? known.join(', ')}?`;
}

/** What was there before stays until there is something to put in its place. */
function fileWriter(option: string, path: string, form: Form): Write {
  writing(option, path, () => tryOut(option, path));
  return (report, rerun) => {
    const text = `${form(report, rerun)}\n`;
    writing(option, path, () => writeFileSync(path, text));
  };
}

/** @throws FixtureError, or the system's error, where a file cannot be written */
function tryOut(option: string, path: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw unwritable(option, path, 'expected a file, found a folder');
  if (there) {
    accessSync(path, constants.W_OK);
    return;
  }
  accessSync(`${dirname(path)}/.`, constants.X_OK);
  // Some folders let nobody make a file, whatever they say of themselves.
  closeSync(openSync(path, 'wx'));
  rmSync(path);
}

/** @throws FixtureError where the system refuses it */
function writing(option: string, path: string, deed: () => void): void {
  try {
    deed();
  } catch (error) {
    throw unwritable(option, path, error);
  }
}
