/** `auditrig check normalizer`: whether code makes the right events of the vendors' records. */
import { Command } from 'commander';
import { check } from '../../conformance/check.js';
import { readMap } from '../../conformance/judge/readMap.js';
import { commandSubject } from '../../conformance/subjects/commandSubject.js';
import { onceNormalizer } from '../../conformance/subjects/onceNormalizer.js';
import { judgedVendors } from '../../conformance/vendors/index.js';
import { vendors } from '../../mock-server/vendors/index.js';
import { someText } from '../someText.js';
import { commandAfterDashes } from './commandAfterDashes.js';
import { type CommandFlags, commandOf, withCommandOptions } from './commandFlags.js';
import { refuseStrayValues } from './refuseStrayValues.js';
import { type RunFlags, runAndReport, withPaceOptions, withRunOptions } from './runFlags.js';

interface Flags extends CommandFlags, RunFlags {
  files?: true;
  map?: string;
}

const examples = `
Examples:
  auditrig check normalizer --vendor motadata -- python3 normalizer.py
  auditrig check normalizer "opsramp/normalizer/time/*" -- node normalizer.js
  auditrig check normalizer --map map.yaml -- node normalizer.js
  auditrig check normalizer --files -- python3 normalize_files.py {inputs} {outputs}`;

/** What is said to a command that is asked, and not to one that reads files. */
const ofTalk = { once: '--once', strictStdout: '--strict-stdout', startTimeout: '--start-timeout' };

export const normalizer = withPaceOptions(
  withRunOptions(
    withCommandOptions(
      new Command('normalizer')
        .description('judge a normalizer, which speaks protocol 1 on its stdin and stdout')
        .usage('[patterns...] [options] -- <command...>')
        .argument(
          '[patterns...]',
          'only these cases: ids, with * for part of a step, ** for any steps',
        )
        .option(
          '--files',
          'start the command once; it reads all of {inputs}, and writes into {outputs}',
        )
        .option(
          '--map <file>',
          'judge events of another shape: where they have what is judged',
          someText('a path'),
        ),
    ),
    ['works', 'knows every field', 'bears what is odd', 'bears what is broken'],
  ),
)
  .addHelpText('after', examples)
  .action(async (given: string[], flags: Flags, cli: Command) => {
    const { patterns, command } = commandAfterDashes(given);
    const { once, files, startTimeout, vendor, timeout = 10 } = flags;
    const reached = commandOf(flags, command, cli);
    if (files) refuseUnlikeFiles(command, cli);
    refuseStrayValues(patterns, cli);
    const map = flags.map === undefined ? {} : { map: readMap(flags.map) };
    const asked = once
      ? onceNormalizer(reached)
      : commandSubject({ ...reached, startTimeout: startTimeout * 1000 });
    const subject = files ? { ...reached, timeout: timeout * 1000 } : asked;
    await runAndReport(flags, command, cli, (options) =>
      check(
        { played: vendors, judged: judgedVendors },
        {
          ...options,
          role: 'normalizer',
          subject,
          patterns,
          ...map,
          ...(vendor && { vendors: vendor }),
        },
      ),
    );
  });

function refuseUnlikeFiles(command: readonly string[], cli: Command): void {
  for (const [name, flag] of Object.entries(ofTalk))
    if (cli.getOptionValueSource(name) === 'cli')
      cli.error(`error: expected ${flag} or --files, found both`);
  for (const folder of ['{inputs}', '{outputs}'])
    if (!command.some((word) => word.includes(folder)))
      cli.error(
        `error: expected ${folder} in the command, as in -- python3 normalize_files.py {inputs} {outputs}`,
      );
}
