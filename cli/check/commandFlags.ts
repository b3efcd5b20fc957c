/** The options by which the command of a subject of any role is started. */
import { type Command, Option } from 'commander';
import { vendors } from '../../mock-server/vendors/index.js';
import { repeated } from '../repeated.js';
import { someText } from '../someText.js';
import { wholeNumber } from '../wholeNumber.js';
import { refuseNoProgram } from './refuseNoProgram.js';

export interface CommandFlags {
  vendor?: string[];
  startTimeout: number;
  strictStdout?: true;
  once?: true;
  killCommand?: string;
}

const names = vendors.map(({ name }) => name);

export function withCommandOptions(command: Command): Command {
  return command
    .addOption(
      repeated(new Option('--vendor <v>', 'only of this vendor; may be said again'), names),
    )
    .option('--start-timeout <s>', 'seconds to say hello', wholeNumber(1, 3600), 10)
    .option('--strict-stdout', "lines on stdout that are not the protocol's are a failure")
    .option('--once', 'start the command for each request, which is its only line of input')
    .option(
      '--kill-command <command>',
      'ends what its process group does not reach',
      someText('a command'),
    );
}

/** A command that can be started, and what is known of it. */
export function commandOf(
  { vendor = names, strictStdout, killCommand }: CommandFlags,
  command: readonly string[],
  cli: Command,
) {
  if (command.length === 0)
    cli.error('error: expected -- and the command of the subject, such as -- node adapter.js');
  refuseNoProgram(command, cli);
  return {
    command,
    strictStdout: strictStdout === true,
    vendors: vendor,
    ...killing(killCommand, cli),
  };
}

/** What ends what a process group does not reach. */
export function killing(
  given: string | undefined,
  cli: Command,
): { killCommand?: readonly string[] } {
  if (given === undefined) return {};
  const killCommand = given.trim().split(/\s+/);
  refuseNoProgram(killCommand, cli, '--kill-command');
  return { killCommand };
}
