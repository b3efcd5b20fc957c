/** The options by which a client is reached, and the subject that they name. */
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
import { someText } from '../someText.js';
import { type CommandFlags, commandOf, killing, withCommandOptions } from './commandFlags.js';
import { targetNames } from './targetNames.js';

export interface SubjectFlags extends CommandFlags {
  subject?: string;
  claims: Capability[];
  host: string;
  subjectHost?: string;
}

/** What a subject file says itself, or has no use for. */
const ofCommands = {
  ...{ vendor: '--vendor', once: '--once', claims: '--claims' },
  ...{ strictStdout: '--strict-stdout', startTimeout: '--start-timeout' },
};

export function withSubjectOptions(command: Command): Command {
  return withCommandOptions(
    command.option(
      '--subject <file>',
      'a finished program, as a subject file describes it; see auditrig init',
      someText('a path'),
    ),
  )
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
  const { subject: path, vendor, startTimeout, once, claims } = flags;
  const env = withoutProxy(flags);
  if (path !== undefined) {
    if (command.length > 0)
      cli.error('error: expected --subject or a command behind --, found both');
    for (const [name, flag] of Object.entries(ofCommands))
      if (cli.getOptionValueSource(name) === 'cli')
        cli.error(`error: expected ${flag} with a command behind --, found it with --subject`);
    const file = readSubject(path, targetNames());
    const options = { env, ...killing(flags.killCommand, cli) };
    return { subject: programSubject(file, options), vendors: [file.vendor] };
  }
  if (claims.length > 0 && !once)
    cli.error('error: expected --claims with --once: an adapter says what it can do in its hello');
  const spoken = { ...commandOf(flags, command, cli), env };
  const subject = once
    ? onceSubject({ ...spoken, capabilities: claims })
    : commandSubject({ ...spoken, startTimeout: startTimeout * 1000 });
  return { subject, ...(vendor && { vendors: vendor }) };
}

/** A proxy would not find the simulator. */
function withoutProxy({ host, subjectHost }: SubjectFlags): Record<string, string> {
  const hosts = [...new Set([host, subjectHost ?? host, 'localhost'])].join(',');
  return { NO_PROXY: hosts, no_proxy: hosts };
}
