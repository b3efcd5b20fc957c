/** `auditrig check client`: whether a client reads the vendors' audit logs right. */
import { Command, Option } from 'commander';
import { check } from '../../conformance/check.js';
import type { Report } from '../../conformance/report/Report.js';
import { judgedVendors } from '../../conformance/vendors/index.js';
import { vendors } from '../../mock-server/vendors/index.js';
import { repeated } from '../repeated.js';
import { someText } from '../someText.js';
import { wholeNumber } from '../wholeNumber.js';
import { withProgress } from '../withProgress.js';
import { commandAfterDashes } from './commandAfterDashes.js';
import { endOnSignals } from './endOnSignals.js';
import { refuseStrayValues } from './refuseStrayValues.js';
import { folderWriter, reportWriter } from './reportWriter.js';
import { rerunOf } from './rerunOf.js';
import { type SubjectFlags, subjectOf, withSubjectOptions } from './subjectFlags.js';

interface Flags extends SubjectFlags {
  fixture?: string[];
  level: number;
  strict?: true;
  silences?: true;
  report: string[];
  out?: string;
  seed?: number;
  workers?: number;
  timeout: number;
}

const examples = `
Examples:
  auditrig check client --vendor helpshift -- python3 adapter.py
  auditrig check client "helpshift/client/pages/*" --level 1 -- node adapter.js
  auditrig check client --subject subject.yaml
  auditrig check client --fixture mine.yaml -- node adapter.js`;

export const client = withSubjectOptions(
  new Command('client')
    .description('judge a client, which speaks protocol 1 on its stdin and stdout')
    .usage('[patterns...] [options] -- <command...>')
    .argument('[patterns...]', 'only these cases: ids, with * for part of a step, ** for any steps')
    .addOption(
      repeated(
        new Option(
          '--fixture <file>',
          'judge by this fixture: all that is in it must come out; may be said again',
        ),
      ),
    )
    .addOption(
      new Option(
        '--level <n>',
        '0 works, 1 reads it all, 2 survives refusals, 3 survives hostility',
      )
        .default(3)
        .argParser(wholeNumber(0, 3)),
    )
    .option('--strict', 'what should hold must')
    .option('--silences', 'also ask in each world that the pages leave open')
    .option(
      '--report <kind...>',
      'text, ndjson, junit or markdown, with =path for a file; several of them',
      ['text'],
    )
    .option('--out <dir>', 'write each of these reports into a folder, too', someText('a folder'))
    .option('--seed <n>', 'what records are made from, and the order', wholeNumber(0, 2 ** 31))
    .option('--workers <n>', 'how many cases at once (default: cores - 1)', wholeNumber(1, 64))
    .option('--timeout <s>', 'seconds without output and requests', wholeNumber(1, 3600), 10),
)
  .addHelpText('after', examples)
  .action(async (given: string[], flags: Flags, cli: Command) => {
    const { patterns, command } = commandAfterDashes(given);
    const { fixture, level, strict = false, silences = false, seed, workers, timeout } = flags;
    const { host, subjectHost } = flags;
    const reached = subjectOf(flags, command, cli);
    refuseStrayValues(patterns, cli);
    const writers = flags.report.map((kind) => reportWriter(kind, cli));
    if (flags.out !== undefined) writers.push(folderWriter(flags.out));
    endOnSignals();
    const report = await withProgress<Report>('cases', (progress) =>
      check(
        { played: vendors, judged: judgedVendors },
        {
          ...{ ...reached, role: 'client', patterns, level, strict, silences, host },
          timeout: timeout * 1000,
          ...(fixture && { fixtures: fixture }),
          ...(seed !== undefined && { seed }),
          ...(workers !== undefined && { workers }),
          ...(subjectHost !== undefined && { subjectHost }),
          tell: (_, done, of) => progress(done, of),
        },
      ),
    );
    for (const write of writers) write(report, rerunOf(cli, report.seed, command));
    process.exitCode = report.exitCode;
  });
