/** A finished program as a subject: started for each question, and judged by what it delivers. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubjectFile } from '../../specs/conformance/types.js';
import { atExit } from './atExit.js';
import { credentialParts } from './credentialParts.js';
import { filled, filledCommand, namesIn, type Values } from './filled.js';
import { MOST, runToEnd, TOO_MUCH } from './runToEnd.js';
import {
  BrokenSubject,
  type ClientConversation,
  type Fetch,
  type Outcome,
  type Patience,
  type Subject,
} from './Subject.js';
import { type Answered, brokenOutcome, startedForEach } from './startedForEach.js';

/** Characters of stderr that are told. */
const KEPT = 500;

export interface ProgramOptions {
  killCommand?: readonly string[];
  env?: Readonly<Record<string, string>>;
}

export function programSubject(
  file: SubjectFile,
  options: ProgramOptions,
): Subject<ClientConversation> {
  const { vendor, promises = [] } = file;
  const introduction = {
    subject: { name: file.command.flat().join(' ') },
    ...{ roles: ['client'], vendors: [vendor], capabilities: promises },
    ...takes(file),
  };
  return startedForEach(introduction, async (what, _time, patience) => {
    const state = mkdtempSync(join(tmpdir(), 'auditrig-subject-'));
    const clear = () => rmSync(state, { recursive: true, force: true, maxRetries: 3 });
    const forget = atExit(clear);
    try {
      return await run(file, options, what, patience, state);
    } finally {
      clear();
      forget();
    }
  });
}

/** One that names no part of a credential has it from elsewhere. */
function takes(file: SubjectFile): { takes?: readonly string[] } {
  const names = namesIn(JSON.stringify(file));
  const named = credentialParts.filter((name) => names.includes(name));
  return named.length === 0 ? {} : { takes: named };
}

async function run(
  file: SubjectFile,
  { killCommand, env }: ProgramOptions,
  what: Fetch,
  patience: Patience,
  state: string,
): Promise<Answered> {
  const { config } = file;
  const path = join(state, config?.name ?? 'config');
  const values = valuesOf(what, state, path);
  if (config) writeFileSync(path, filled(config.text, values));
  const own = Object.entries(file.env ?? {}).map(([name, text]) => [name, filled(text, values)]);
  const command = {
    command: filledCommand(file.command, values),
    env: { ...env, ...Object.fromEntries(own) },
    ...(killCommand && { killCommand }),
  };
  const { ended, written, errors } = await runToEnd(command, patience);
  const heard = written + errors;
  if ('kind' in ended) return { outcome: { ...ended, records: [] }, heard };
  if (ended.code !== 0) {
    const last = endOf(errors);
    const message = last === '' ? ended.says : `${ended.says}; the end of its stderr: ${last}`;
    return { outcome: { kind: 'error', code: 'any', message, records: [], lines: [] }, heard };
  }
  return { outcome: delivered(file, written, values), heard };
}

/** What a program that has ended well has left. */
function delivered(
  { output = 'stdout', format = 'ndjson', match }: SubjectFile,
  written: string,
  values: Values,
): Outcome {
  try {
    const text = output === 'stdout' ? written : readOutput(filled(output, values));
    const lines =
      format === 'json' ? itemsOf(text) : text.split('\n').filter((line) => line.trim());
    return { kind: 'complete', records: [], lines, ...(match && { match }) };
  } catch (error) {
    return brokenOutcome(error);
  }
}

/** Its last characters, in whole lines where there are several. */
function endOf(errors: string): string {
  const text = errors.trim();
  const end = text.slice(-KEPT);
  return text.length <= KEPT ? text : end.slice(end.indexOf('\n') + 1);
}

function valuesOf(what: Fetch, state: string, config: string): Values {
  const { base_url, credentials, target, now } = what;
  const { actions, ...query } = what.query;
  return {
    ...{ ...credentials, ...target, ...query, base_url, now, state, config },
    ...(actions && { actions: actions.join(',') }),
  };
}

/**
 * A program that has nothing to deliver may not make the file.
 * @throws BrokenSubject where it is too much, or no file
 */
function readOutput(path: string): string {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory())
    throw new BrokenSubject('no-json', 'expected a file as its output, found a folder');
  const size = there?.size ?? 0;
  if (size > MOST) throw new BrokenSubject('endless', TOO_MUCH);
  return size === 0 ? '' : readFileSync(path, 'utf8');
}

/** @throws BrokenSubject where it is no JSON list */
function itemsOf(text: string): string[] {
  try {
    const items: unknown = text.trim() === '' ? [] : JSON.parse(text);
    if (Array.isArray(items)) return items.map((item) => JSON.stringify(item));
  } catch {
    // Said below.
  }
  throw new BrokenSubject('no-json', `expected a JSON list, found ${text.slice(0, 200)}`);
}
