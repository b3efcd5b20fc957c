#!/usr/bin/env node
/** The `auditrig` command. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { FixtureError } from '../fixtures/language/FixtureError.js';
import { dataFile } from '../specs/dataFile.js';
import { explain } from './explain.js';
import { importCommand } from './importCommand.js';
import { list } from './list.js';
import { serve } from './serve.js';

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
for (const command of [serve, importCommand, list, explain])
  program.addCommand(command.copyInheritedSettings(program));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Says what the user did wrong in a line; a bug of ours keeps its stack. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSE;
  if (error instanceof FixtureError) return complain(error.message);
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === 'listen' || syscall === 'getaddrinfo')
    return complain(code === 'EADDRINUSE' ? `${message}; choose another --port` : message);
  throw error;
}

function complain(message: string): number {
  console.error(message.replaceAll(/^/gm, 'error: '));
  return MISUSE;
}
