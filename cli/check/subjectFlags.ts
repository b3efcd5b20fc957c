/** The options by which a subject is reached, and the subject that they name. */
import { type Command, Option } from 'commander';
import { isHost } from '../../conformance/isHost.js';
import { commandSubject } from '../../conformance/subjects/commandSubject.js';
import { onceSubject } from '../../conformance/subjects/onceSubject.js';
import { programSubject } from '../../conformance/subjects/programSubject.js';
import { readSubject } from '../../conformance/subjects/readSubject.js';
import {
  CAPABILITIES,
  type Capability,
  type ClientConversation,
  type Subject,
} from '../../conformance/subjects/Subject.js';
import { vendors } from '../../mock-server/vendors/index.js';
import { repeated } from '../repeated.js';
import { someText } from '../someText.js';
import { wholeNumber } from '../wholeNumber.js';
import { refuseNoProgram } from './refuseNoProgram.js';
import { targetNames } from './targetNames.js';

export interface SubjectFlags {
  subject?: string;
  vendor?: string[];
  startTimeout: number;
  strictStdout?: true;
  once?: true;
  claims: Capability[];
  killCommand?: string;
  host: string;
  subjectHost?: string;
}

/** What a subject file says itself, or has no use for. */
const ofCommands = {
  ...{ vendor: '--vendor', once: '--once', claims: '--claims' },
  ...{ strictStdout: '--strict-stdout', startTimeout: '--start-timeout' },
};

const names = vendors.map(({ name }) => name);

export function withSubjectOptions(command: Command): Command {
  return command
    .option(
      '--subject <file>',
      'a finished program, as a subject file describes it; see auditrig init',
      someText('a path'),
    )
    .addOption(
      repeated(new Option('--vendor <v>', 'only of this vendor; may be said again'), names),
    )
    .option('--start-timeout <s>', 'seconds to say hello', wholeNumber(1, 3600), 10)
    .option('--strict-stdout', "lines on stdout that are not the protocol's are a failure")
    .option('--once', 'start the command for each request, which is its only line of input')
    .addOption(
      new Option('--claims <capability...>', 'what a --once command can do')
        .choices(CAPABILITIES)
        .default([]),
    )
    .option('--host <host>', 'where the simulator listens', someText('a host'), '127.0.0.1')
    .option(
      '--subject-host <host>',
      'the host by which the subject reaches it',
      someText('a host, such as host.docker.internal or [::1]', isHost),
    )
    .option(
      '--kill-command <command>',
      'ends what its process group does not reach',
      someText('a command'),
    );
}

/** A subject, and the vendors of whom it is asked. */
interface Reached {
  subject: Subject<ClientConversation>;
  vendors?: readonly string[];
}

/**
 * @param command what stands behind `--`
 * @throws FixtureError where a subject file is wrong
 */
export function subjectOf(flags: SubjectFlags, command: readonly string[], cli: Command): Reached {
  const { subject: path, vendor, startTimeout, strictStdout = false, once, claims } = flags;
  const { killCommand } = killing(flags);
  if (killCommand) refuseNoProgram(killCommand, cli, '--kill-command');
  const options = { env: withoutProxy(flags), ...killing(flags) };
  if (path !== undefined) {
    if (command.length > 0)
      cli.error('error: expected --subject or a command behind --, found both');
    for (const [name, flag] of Object.entries(ofCommands))
      if (cli.getOptionValueSource(name) === 'cli')
        cli.error(`error: expected ${flag} with a command behind --, found it with --subject`);
    const file = readSubject(path, targetNames());
    return { subject: programSubject(file, options), vendors: [file.vendor] };
  }
  if (command.length === 0)
    cli.error('error: expected -- and the command of the subject, such as -- node adapter.js');
  if (claims.length > 0 && !once)
    cli.error('error: expected --claims with --once: an adapter says what it can do in its hello');
  refuseNoProgram(command, cli);
  const spoken = { ...options, command, strictStdout };
  const subject = once
    ? onceSubject({ ...spoken, vendors: vendor ?? names, capabilities: claims })
    : commandSubject({ ...spoken, startTimeout: startTimeout * 1000 });
  return { subject, ...(vendor && { vendors: vendor }) };
}

/** A proxy would not find the simulator. */
function withoutProxy({ host, subjectHost }: SubjectFlags): Record<string, string> {
  const hosts = [...new Set([host, subjectHost ?? host, 'localhost'])].join(',');
  return { NO_PROXY: hosts, no_proxy: hosts };
}

function killing({ killCommand }: SubjectFlags): { killCommand?: readonly string[] } {
  return killCommand === undefined ? {} : { killCommand: killCommand.trim().split(/\s+/) };
}
