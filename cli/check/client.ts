/** `auditrig check client`: whether a client reads the vendors' audit logs right. */
import { Command, Option } from 'commander';
import { check } from '../../conformance/check.js';
import { judgedVendors } from '../../conformance/vendors/index.js';
import { vendors } from '../../mock-server/vendors/index.js';
import { repeated } from '../repeated.js';
import { commandAfterDashes } from './commandAfterDashes.js';
import { refuseStrayValues } from './refuseStrayValues.js';
import { type RunFlags, runAndReport, withPaceOptions, withRunOptions } from './runFlags.js';
import { type SubjectFlags, subjectOf, withSubjectOptions } from './subjectFlags.js';

interface Flags extends SubjectFlags, RunFlags {
  fixture?: string[];
  silences?: true;
}

const examples = `
Examples:
  auditrig check client --vendor helpshift -- python3 adapter.py
  auditrig check client "helpshift/client/pages/*" --level 1 -- node adapter.js
  auditrig check client --subject subject.yaml
  auditrig check client --fixture mine.yaml -- node adapter.js`;

export const client = withPaceOptions(
  withRunOptions(
    withSubjectOptions(
      new Command('client')
        .description('judge a client, which speaks protocol 1 on its stdin and stdout')
        .usage('[patterns...] [options] -- <command...>')
        .argument(
          '[patterns...]',
          'only these cases: ids, with * for part of a step, ** for any steps',
        )
        .addOption(
          repeated(
            new Option(
              '--fixture <file>',
              'judge by this fixture: all that is in it must come out; may be said again',
            ),
          ),
        )
        .option('--silences', 'also ask in each world that the pages leave open'),
    ),
    ['works', 'reads it all', 'survives refusals', 'survives hostility'],
  ),
)
  .addHelpText('after', examples)
  .action(async (given: string[], flags: Flags, cli: Command) => {
    const { patterns, command } = commandAfterDashes(given);
    const { fixture, silences = false, host, subjectHost } = flags;
    const reached = subjectOf(flags, command, cli);
    refuseStrayValues(patterns, cli);
    await runAndReport(flags, command, cli, (options) =>
      check(
        { played: vendors, judged: judgedVendors },
        {
          ...{ ...options, ...reached, role: 'client', patterns, silences, host },
          ...(fixture && { fixtures: fixture }),
          ...(subjectHost !== undefined && { subjectHost }),
        },
      ),
    );
  });
