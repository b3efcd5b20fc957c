/** A normalizer that reads files and writes files: it is started once for all that it is asked. */

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shown } from '../judge/Findings.js';
import { ERROR_CODES } from '../reference/ClientError.js';
import type { NormalizeRequest } from '../reference/referenceNormalizer.js';
import { atExit } from './atExit.js';
import { filledCommand } from './filled.js';
import { givingUp } from './givingUp.js';
import {
  BrokenSubject,
  type Normalized,
  type NormalizerConversation,
  type Subject,
} from './Subject.js';
import { type CommandOptions, startProcess } from './startProcess.js';

/** Bytes that one file may have. */
const MOST = 64 * 1024 * 1024;
/** Characters of stderr that are told. */
const KEPT = 500;

export interface FilesCommand extends CommandOptions {
  /** Milliseconds without output and new files after which it is given up. */
  timeout: number;
  vendors: readonly string[];
}

/**
 * @param asked all that it will be asked; `{inputs}` and `{outputs}` in its command stand for the folders
 */
export function filesSubject(
  command: FilesCommand,
  asked: readonly NormalizeRequest[],
): Subject<NormalizerConversation> {
  const runs = new Map<string | undefined, Promise<Answers>>();
  return {
    async open(zone) {
      const run = runs.get(zone) ?? answersOf(command, asked, zone);
      runs.set(zone, run);
      const answers = await run;
      return {
        introduction: {
          subject: { name: command.command.join(' ') },
          ...{ roles: ['normalizer'], vendors: command.vendors, capabilities: [] },
        },
        isOver: false,
        overheard: () => '',
        normalize: async (what) => answers.next(what),
        close: async () => {},
      };
    },
  };
}

/** What was found in the files, by what was asked; of what was asked twice, one after the other. */
class Answers {
  readonly #waiting = new Map<string, Normalized[]>();

  add(what: NormalizeRequest, answer: Normalized): void {
    const key = JSON.stringify(what);
    this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), answer]);
  }

  next(what: NormalizeRequest): Normalized {
    return this.#waiting.get(JSON.stringify(what))?.shift() as Normalized;
  }
}

/** @throws BrokenSubject where it does not run to its end */
async function answersOf(
  command: FilesCommand,
  asked: readonly NormalizeRequest[],
  zone: string | undefined,
): Promise<Answers> {
  const folder = mkdtempSync(join(tmpdir(), 'auditrig-files-'));
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const forget = atExit(clear);
  try {
    const [inputs, outputs] = [join(folder, 'inputs'), join(folder, 'outputs')];
    for (const one of [inputs, outputs]) mkdirSync(one);
    const names = asked.map((_, at) => `${String(at + 1).padStart(5, '0')}.json`);
    for (const [at, what] of asked.entries())
      writeFileSync(join(inputs, names[at] as string), JSON.stringify(what));
    await run(command, { inputs, outputs }, zone);
    const answers = new Answers();
    for (const [at, what] of asked.entries())
      answers.add(what, readAnswer(outputs, names[at] as string));
    return answers;
  } finally {
    clear();
    forget();
  }
}

async function run(
  { command, env, timeout, ...options }: FilesCommand,
  folders: { inputs: string; outputs: string },
  zone: string | undefined,
): Promise<void> {
  let signs = 0;
  const running = await startProcess(
    {
      ...options,
      command: filledCommand(command, folders),
      env: { ...env, ...(zone !== undefined && { TZ: zone }) },
    },
    () => {
      signs++;
    },
  );
  running.endInput();
  const { givenUp, stop } = givingUp(
    { timeout, signs: () => 0, most: 0 },
    () => signs + filesIn(folders.outputs),
  );
  const ended = await Promise.race([running.ended, givenUp]);
  stop();
  await running.kill();
  const errors = running.takeErrors().trim().slice(-KEPT);
  const words = errors === '' ? '' : `; the end of its stderr: ${errors}`;
  if ('kind' in ended) throw new BrokenSubject(ended.reason, ended.says + words);
  if (ended.code !== 0) throw new BrokenSubject('crashed', ended.says + words);
}

/** A file that it writes is a sign of life, too. */
function filesIn(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}

/** What one file says: `{"events": […]}`, or `{"error": {"code", "message"}}`. */
function readAnswer(folder: string, name: string): Normalized {
  const path = join(folder, name);
  const wrote = statOf(path);
  // Not as one who may be late: it has ended, and is not asked again.
  if (!wrote) return broken('wrong-message', `it wrote no ${name}`);
  // To read a pipe or a device might never end.
  if (!wrote.isFile()) return broken('wrong-message', `${name} is no file`);
  if (wrote.size > MOST)
    return broken('endless', `${name} has more than ${MOST / 1024 / 1024} MiB`);
  let answer: { events?: unknown; error?: { code?: unknown; message?: unknown } | null } | null;
  try {
    answer = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return broken('no-json', `${name} is not JSON (${(error as Error).message})`);
  }
  if (Array.isArray(answer?.events)) return { kind: 'complete', events: answer.events };
  const { code, message = '' } = answer?.error ?? {};
  const known = ERROR_CODES.find((one) => one === code);
  if (known) return { kind: 'error', code: known, message: String(message), events: [] };
  return broken(
    'wrong-message',
    `${name}: expected { "events": […] } or { "error": { "code", "message" } }, found ${shown(answer)}`,
  );
}

/** Undefined where there is nothing, or a link that leads nowhere. */
function statOf(path: string) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function broken(reason: BrokenSubject['reason'], says: string): Normalized {
  return { kind: 'broken', reason, says, events: [] };
}
