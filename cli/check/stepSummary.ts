/** The summary of a step on GitHub, to which a run adds its report by itself. */
import { appendFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { markdownReport } from '../../conformance/report/markdownReport.js';
import type { Report } from '../../conformance/report/Report.js';
import { withinBytes } from '../../conformance/report/withinBytes.js';
import { whyUnwritable } from '../../fixtures/writing/whyUnwritable.js';

/** What GitHub shows of a step, in bytes; of one that has more it shows nothing. */
const MOST = 1024 * 1024;

const path = () => process.env.GITHUB_STEP_SUMMARY ?? '';

/** Whether a file that a user names is the summary, which has the report anyway. */
export function isStepSummary(file: string): boolean {
  return path() !== '' && resolve(file) === resolve(path());
}

/** What an earlier command of the step has written stays. A summary that cannot be written fails no run. */
export function addToStepSummary(report: Report, rerun: (id: string) => string): void {
  if (path() === '') return;
  try {
    const before = statSync(path(), { throwIfNoEntry: false })?.size ?? 0;
    const text = `${before > 0 ? '\n' : ''}${markdownReport(report, rerun)}\n`;
    const fitting = withinBytes(text, MOST - before);
    if (Buffer.byteLength(fitting) > MOST - before) throw new Error('expected room, found none');
    appendFileSync(path(), fitting);
  } catch (error) {
    console.error(`note: $GITHUB_STEP_SUMMARY ${path()}: ${whyUnwritable(error)}`);
  }
}
