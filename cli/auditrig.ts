#!/usr/bin/env node
/** The `auditrig` command. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { FixtureError } from '../fixtures/language/FixtureError.js';
import { whyUnwritable } from '../fixtures/writing/whyUnwritable.js';
import { Misuse } from '../mock-server/Misuse.js';
import { dataFile } from '../specs/dataFile.js';
import { complain } from './complain.js';

const MISUSE = 2;

type Load = () => Promise<Command>;

/** Each is loaded when it is asked for, as some take longer to load than others to run. */
const commands: Readonly<Record<string, Load>> = {
  serve: async () => (await import('./serve.js')).serve,
  new: async () => (await import('./newFixture.js')).newFixture,
  generate: async () => (await import('./generate.js')).generate,
  import: async () => (await import('./importCommand.js')).importCommand,
  schema: async () => (await import('./schema.js')).schema,
  validate: async () => (await import('./validate.js')).validate,
  show: async () => (await import('./show.js')).show,
  list: async () => (await import('./list.js')).list,
  explain: async () => (await import('./explain.js')).explain,
  sessions: async () => (await import('./sessions.js')).sessions,
  journal: async () => (await import('./journal.js')).journal,
  completeness: async () => (await import('./completeness.js')).completeness,
  clock: async () => (await import('./clock.js')).clock,
  faults: async () => (await import('./faults.js')).faults,
  health: async () => (await import('./health.js')).health,
  check: async () => (await import('./check.js')).check,
  cases: async () => (await import('./cases.js')).cases,
  init: async () => (await import('./init.js')).init,
};

// In a CI file, a variable that is set to nothing means the default.
for (const [name, value] of Object.entries(process.env))
  if (name.startsWith('AUDITRIG_') && value === '') delete process.env[name];

const program = new Command('auditrig')
  .description("Plays three vendors' audit-log APIs, for testing the code that reads them.")
  .version(JSON.parse(readFileSync(dataFile('package.json'), 'utf8')).version)
  .configureOutput({
    // Unlike a stream, the console bears that nobody reads any more.
    writeOut: (text) => console.log(text.replace(/\n$/, '')),
    outputError: (text, write) => write(`${text.trim().replace(/\s*\n\s*/g, ' ')}\n`),
  })
  .exitOverride();
const [, , given = ''] = process.argv;
const needed = Object.hasOwn(commands, given) ? [given] : Object.keys(commands);
for (const name of needed) {
  const command = await (commands[name] as Load)();
  program.addCommand(command.copyInheritedSettings(program));
  for (const inner of command.commands) inner.copyInheritedSettings(program);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Says what the user did wrong; a bug of ours keeps its stack. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSE;
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (error instanceof FixtureError) complain(error.illustrated);
  else if (error instanceof Misuse) complain(message);
  // Whoever reads our output has had enough of it, as `head` has.
  else if (code === 'EPIPE') return 0;
  else if (syscall === 'listen' || syscall === 'getaddrinfo')
    complain(code === 'EADDRINUSE' ? `${message}; choose another --port` : message);
  // Files are said to be at fault where they are written.
  else if (syscall === 'write') complain(`standard output: ${whyUnwritable(error)}`);
  else throw error;
  return MISUSE;
}
