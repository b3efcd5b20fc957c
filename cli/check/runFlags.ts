/** The options of a run of cases of any role, and what is done with its report. */
import { type Command, Option } from 'commander';
import type { AnyOptions } from '../../conformance/CheckOptions.js';
import type { Report } from '../../conformance/report/Report.js';
import { someText } from '../someText.js';
import { wholeNumber } from '../wholeNumber.js';
import { withProgress } from '../withProgress.js';
import { type BaselineFlags, baselineUse, withBaselineOptions } from './baselineFlags.js';
import { endOnSignals } from './endOnSignals.js';
import { folderWriter, reportWriter } from './reportWriter.js';
import { rerunOf } from './rerunOf.js';
import { addToStepSummary } from './stepSummary.js';

export interface RunFlags extends BaselineFlags {
  level: number;
  strict?: true;
  report: string[];
  out?: string;
  seed?: number;
  workers?: number;
  timeout?: number;
}

/** @param levels what they ask, in a few words each */
export function withRunOptions(command: Command, levels: readonly string[]): Command {
  const demanding = command
    .addOption(
      new Option('--level <n>', levels.map((words, level) => `${level} ${words}`).join(', '))
        .default(3)
        .argParser(wholeNumber(0, 3)),
    )
    .option('--strict', 'what should hold must');
  return withBaselineOptions(demanding)
    .option('--report <kind...>', 'text, ndjson, junit, markdown or html, with =path for a file', [
      'text',
    ])
    .option('--out <dir>', 'write each of these reports into a folder, too', someText('a folder'))
    .option('--seed <n>', 'what records are made from, and the order', wholeNumber(0, 2 ** 31));
}

/** Of subjects of ours, which may be hurried. */
export function withPaceOptions(command: Command): Command {
  return command
    .option('--workers <n>', 'how many cases at once (default: cores - 1)', wholeNumber(1, 64))
    .option('--timeout <s>', 'seconds without output and requests', wholeNumber(1, 3600), 10);
}

/**
 * Runs, and writes the reports that were asked for; the exit code is the report's.
 * @param command of the subject, if it is not named by an option
 * @throws FixtureError where a report or a baseline cannot be written, before anything is judged
 */
export async function runAndReport(
  flags: RunFlags,
  command: readonly string[],
  cli: Command,
  check: (options: AnyOptions) => Promise<Report>,
): Promise<void> {
  const { level, strict, seed, workers, timeout, report: kinds, out } = flags;
  const baseline = baselineUse(flags, cli);
  const writers = kinds.map((kind) => reportWriter(kind, cli));
  if (out !== undefined) writers.push(folderWriter(out));
  endOnSignals();
  const found = await withProgress<Report>('cases', (progress) =>
    check({
      ...{ level, strict: strict === true },
      ...(timeout !== undefined && { timeout: timeout * 1000 }),
      ...baseline.options,
      ...(seed !== undefined && { seed }),
      ...(workers !== undefined && { workers }),
      tell: (_, done, of) => progress(done, of),
    }),
  );
  const report = await baseline.renewed(found);
  const rerun = rerunOf(cli, report, command);
  for (const write of writers) write(report, rerun);
  addToStepSummary(report, rerun);
  process.exitCode = report.exitCode;
}
