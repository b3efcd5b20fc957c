/** The options of a run that knows of failures, and how that knowledge is renewed. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { holdTo } from '../../conformance/baseline/holdTo.js';
import { emptyBaseline, readBaseline } from '../../conformance/baseline/readBaseline.js';
import { rewriteBaseline } from '../../conformance/baseline/rewriteBaseline.js';
import type { JudgedCase, Report } from '../../conformance/report/Report.js';
import { reasonOf } from '../../conformance/report/reasonOf.js';
import { BROKEN } from '../../conformance/subjects/Subject.js';
import { judgedVendors } from '../../conformance/vendors/index.js';
import { fileToReplace } from '../../fixtures/writing/fileToReplace.js';
import { replaceFile } from '../../fixtures/writing/replaceFile.js';
import { someText } from '../someText.js';
import { commandAfterDashes } from './commandAfterDashes.js';

export interface BaselineFlags {
  baseline?: string;
  updateBaseline?: true;
  issue?: string;
}

const names = judgedVendors.map(({ name }) => name);

export function withBaselineOptions(command: Command): Command {
  return command
    .option(
      '--baseline <file>',
      'known failures, which are borne; what of it does not hold fails the run',
      someText('a path'),
    )
    .option('--update-baseline', 'write the baseline anew by what a run of all cases finds')
    .option(
      '--issue <url>',
      'the issue of the failures that --update-baseline adds',
      someText('a URL such as https://example.com/issues/7', (text) =>
        /^https?:\/\/[^\s/]+\S*$/.test(text),
      ),
    );
}

/** What a run is to know of, and what is then made of its report. */
export interface BaselineUse {
  /** For `check`. */
  options: { baseline?: string };
  renewed(report: Report): Promise<Report>;
}

/** @throws FixtureError where the file that is to be renewed cannot be written */
export function baselineUse(
  { baseline: file, updateBaseline, issue }: BaselineFlags,
  cli: Command,
): BaselineUse {
  if (!updateBaseline && issue !== undefined)
    cli.error('error: expected --issue with --update-baseline, found it alone');
  if (!updateBaseline)
    return {
      options: file === undefined ? {} : { baseline: file },
      renewed: async (report) => report,
    };
  if (file === undefined)
    return cli.error(
      'error: expected --update-baseline with --baseline and the file to write, found none',
    );
  if (issue === undefined)
    return cli.error(
      'error: expected --update-baseline with --issue and the URL of what is added, found none',
    );
  refuseFilters(cli);
  fileToReplace(file, '--baseline');
  return {
    options: existsSync(file) ? { baseline: file } : {},
    renewed: (report) => renewed(file, report, issue),
  };
}

/** What was not asked would be taken for what is mended. */
function refuseFilters(cli: Command): void {
  const [pattern] = commandAfterDashes(cli.args).patterns;
  if (pattern !== undefined) refuse(JSON.stringify(pattern));
  if (cli.getOptionValue('level') !== 3) refuse(`--level ${cli.getOptionValue('level')}`);
  if (cli.getOptionValue('fixture')) refuse('--fixture');
  // Of a command that says nothing of itself it says what that knows, and where it must be said, it chooses nothing.
  const vendor = cli.options.find((option) => option.attributeName() === 'vendor');
  const isClaim = cli.getOptionValue('once') === true || cli.getOptionValue('files') === true;
  if (vendor && !vendor.mandatory && !isClaim && cli.getOptionValue('vendor'))
    refuse('--vendor; what the subject does not claim is skipped by itself');

  function refuse(what: string) {
    cli.error(`error: expected all cases with --update-baseline, found ${what}`);
  }
}

async function renewed(file: string, report: Report, issue: string): Promise<Report> {
  if (!hasAnswered(report)) {
    console.error(`note: ${file} stays as it was, as the subject did not answer at all`);
    return report;
  }
  const before = existsSync(file) ? readBaseline(file) : emptyBaseline(file);
  const { text, kept, added, dropped } = rewriteBaseline(before, report, issue, names);
  await replaceFile(file, '--baseline', async (folder) => {
    const made = join(folder, 'baseline.yaml');
    await writeFile(made, text);
    return made;
  });
  console.error(`note: ${file}: ${kept} kept, ${added} added, ${dropped} dropped`);
  return holdTo(readBaseline(file), report, names);
}

/** One that cannot be started, or does not keep to the protocol, says nothing of most cases. */
function hasAnswered({ cases }: Report): boolean {
  const isBroken = (one: JudgedCase) => BROKEN.some((reason) => reason === reasonOf(one));
  return cases.some((one) => one.verdict === 'pass' || (one.verdict === 'fail' && !isBroken(one)));
}
