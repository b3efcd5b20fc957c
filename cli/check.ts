/** `auditrig check`: whether a client is right about the vendors' APIs. */
import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { NoSuchCase } from '../conformance/cases/chooseCases.js';
import { check as judge } from '../conformance/check.js';
import { ndjsonReport } from '../conformance/report/ndjsonReport.js';
import type { Report } from '../conformance/report/Report.js';
import { textReport } from '../conformance/report/textReport.js';
import { commandSubject } from '../conformance/subjects/commandSubject.js';
import { judgedVendors } from '../conformance/vendors/index.js';
import { vendors } from '../mock-server/vendors/index.js';
import { commandAfterDashes } from './check/commandAfterDashes.js';
import { rerunOf } from './check/rerunOf.js';
import { wholeNumber } from './wholeNumber.js';

interface Flags {
  vendor?: string[];
  level: number;
  strict?: true;
  report: string[];
  seed?: number;
  workers?: number;
  timeout: number;
  startTimeout: number;
  strictStdout?: true;
  host: string;
  subjectHost?: string;
  killCommand?: string;
}

const names = judgedVendors.map(({ name }) => name);

const client = new Command('client')
  .description('judge a client that speaks protocol 1 on its stdin and stdout')
  .argument('[patterns...]', 'only these cases, such as "helpshift/client/pages/*", or "**/empty"')
  .addOption(new Option('--vendor <v...>', 'only of these vendors').choices(names))
  .addOption(
    new Option('--level <n>', '0 works, 1 reads it all, 2 survives refusals, 3 survives hostility')
      .default(3)
      .argParser(wholeNumber(0, 3)),
  )
  .option('--strict', 'what should hold must')
  .option('--report <kind...>', 'text or ndjson, with =path to write it to a file', ['text'])
  .option(
    '--seed <n>',
    'what records are made from, and the order of the cases',
    wholeNumber(0, 2 ** 31),
  )
  .option(
    '--workers <n>',
    'how many cases at once; one less than there are cores',
    wholeNumber(1, 64),
  )
  .option('--timeout <s>', 'seconds without output and requests', wholeNumber(1, 3600), 10)
  .option('--start-timeout <s>', 'seconds to say hello', wholeNumber(1, 3600), 10)
  .option('--strict-stdout', "lines on stdout that are not the protocol's are a failure")
  .option('--host <host>', 'where the simulator listens', '127.0.0.1')
  .option('--subject-host <host>', 'the host by which the subject reaches it')
  .option('--kill-command <command>', 'ends what its process group does not reach')
  .usage('[patterns...] [options] -- <command...>')
  .addHelpText(
    'after',
    '\nExamples:\n  auditrig check client --vendor helpshift -- python3 adapter.py\n  auditrig check client "helpshift/client/pages/*" --level 1 -- node adapter.js',
  )
  .action(async (given: string[], flags: Flags, command: Command) => {
    const { patterns, subject } = commandAfterDashes(given);
    if (subject.length === 0)
      command.error(
        'error: expected -- and the command of the subject, such as -- node adapter.js',
      );
    const report = await judged(patterns, subject, flags, command);
    const rerun = rerunOf(subject, report.seed);
    for (const kind of flags.report) write(report, kind, rerun, command);
    process.exitCode = report.exitCode;
  });

async function judged(
  patterns: readonly string[],
  command: readonly string[],
  flags: Flags,
  cli: Command,
): Promise<Report> {
  const { timeout, startTimeout, strictStdout = false, killCommand, vendor, ...rest } = flags;
  const subject = commandSubject({
    command,
    startTimeout: startTimeout * 1000,
    strictStdout,
    ...(killCommand !== undefined && { killCommand: killCommand.split(/\s+/) }),
  });
  const { level, strict = false, seed, workers, host, subjectHost } = rest;
  try {
    return await judge(
      { played: vendors, judged: judgedVendors },
      {
        ...{ role: 'client', subject, patterns, level, strict, host, timeout: timeout * 1000 },
        ...(vendor && { vendors: vendor }),
        ...(seed !== undefined && { seed }),
        ...(workers !== undefined && { workers }),
        ...(subjectHost !== undefined && { subjectHost }),
      },
    );
  } catch (error) {
    if (error instanceof NoSuchCase) return cli.error(`error: ${error.message}`);
    throw error;
  }
}

function write(
  report: Report,
  kind: string,
  rerun: (id: string) => string,
  command: Command,
): void {
  const [name = '', ...path] = kind.split('=');
  const writers: Record<string, () => string> = {
    text: () => textReport(report, rerun),
    ndjson: () => ndjsonReport(report),
  };
  const make = writers[name];
  if (make === undefined) {
    const kinds = Object.keys(writers).join(', ');
    command.error(`error: expected a report of ${kinds}, found ${name}`);
  } else if (path.length === 0) console.log(make());
  else writeFileSync(path.join('='), `${make()}\n`);
}

export const check = new Command('check')
  .description("judge whether code is right about the vendors' APIs")
  .addCommand(client);
