#!/usr/bin/env node
/** The `auditrig` command. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { FixtureError } from '../fixtures/language/FixtureError.js';
import { whyUnwritable } from '../fixtures/writing/whyUnwritable.js';
import { Misuse } from '../mock-server/Misuse.js';
import { dataFile } from '../specs/dataFile.js';
import { clock } from './clock.js';
import { complain } from './complain.js';
import { completeness } from './completeness.js';
import { explain } from './explain.js';
import { faults } from './faults.js';
import { generate } from './generate.js';
import { health } from './health.js';
import { importCommand } from './importCommand.js';
import { journal } from './journal.js';
import { list } from './list.js';
import { newFixture } from './newFixture.js';
import { schema } from './schema.js';
import { serve } from './serve.js';
import { sessions } from './sessions.js';
import { show } from './show.js';
import { validate } from './validate.js';

const MISUSE = 2;

// In a CI file, a variable that is set to nothing means the default.
for (const [name, value] of Object.entries(process.env))
  if (name.startsWith('AUDITRIG_') && value === '') delete process.env[name];

const program = new Command('auditrig')
  .description("Plays three vendors' audit-log APIs, for testing the code that reads them.")
  .version(JSON.parse(readFileSync(dataFile('package.json'), 'utf8')).version)
  .configureOutput({
    outputError: (text, write) => write(`${text.trim().replace(/\s*\n\s*/g, ' ')}\n`),
  })
  .exitOverride();
for (const command of [
  serve,
  newFixture,
  generate,
  importCommand,
  schema,
  validate,
  show,
  list,
  explain,
  sessions,
  journal,
  completeness,
  clock,
  faults,
  health,
])
  program.addCommand(command.copyInheritedSettings(program));

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
