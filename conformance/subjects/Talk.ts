/** What is said with a process that speaks protocol 1 on its stdin and stdout. */
import { randomUUID } from 'node:crypto';
import type { SubjectMessage } from '../../specs/conformance/types.js';
import { givingUp } from './givingUp.js';
import { readMessage } from './Message.js';
import {
  BrokenSubject,
  type Fetch,
  type Introduction,
  type Outcome,
  type Patience,
  type Time,
} from './Subject.js';
import { LONGEST, splitLines } from './splitLines.js';
import { type CommandOptions, type Running, startProcess } from './startProcess.js';

/** How much of what a subject writes beside the protocol is taken between two answers. */
const MOST_NOISE = 16 * 1024 * 1024;

export interface TalkOptions extends CommandOptions {
  /** Whether lines on stdout that are not the protocol's are a fault. */
  strictStdout?: boolean;
  /** Is told each line, to the subject (`→`) and from it (`←`). */
  listen?(direction: '→' | '←', line: string): void;
}

type Heard = SubjectMessage | BrokenSubject;

/** A process, from its start to its end. */
export class Talk {
  readonly #options: TalkOptions;
  #running: Running | undefined;
  #introduction: Introduction | undefined;
  #heard: Heard[] = [];
  #waiting: ((heard: Heard) => void) | undefined;
  #count = 0;
  #noise = '';
  isOver = false;
  /** The id of the request before, which nobody may answer again. */
  #before: string | undefined;

  constructor(options: TalkOptions) {
    this.#options = options;
  }

  /** @throws BrokenSubject where there is no such program */
  async start(): Promise<void> {
    const split = splitLines(
      (line) => this.#take(line),
      () => this.#tell(new BrokenSubject('line-too-long', `a line has more than ${LONGEST} bytes`)),
    );
    this.#running = await startProcess(this.#options, split);
    this.#running.ended.then(({ says }) => this.#tell(new BrokenSubject('crashed', says)));
  }

  /**
   * Says hello, and hears who it is.
   * @param timeout milliseconds
   * @throws BrokenSubject where it does not say so
   */
  async greet(timeout: number): Promise<Introduction> {
    this.#write({ type: 'hello', protocol: 1 });
    const { givenUp, stop } = givingUp({ timeout, signs: () => 0, most: 0 }, () => 0);
    const first = await Promise.race([this.#next(), givenUp]);
    stop();
    if ('type' in first && first.type === 'hello') {
      this.#introduction = first;
      return first;
    }
    this.isOver = true;
    await this.close();
    throw this.#whyNot(first, timeout);
  }

  #whyNot(first: Heard | { kind: 'broken' }, timeout: number): BrokenSubject {
    const errors = this.#lastWords();
    if (first instanceof BrokenSubject)
      return new BrokenSubject(first.reason, first.message + errors);
    if ('type' in first)
      return new BrokenSubject('wrong-message', `expected a hello first, found ${first.type}`);
    return new BrokenSubject(
      'did-not-start',
      `it did not say hello within ${timeout / 1000} s${errors}`,
    );
  }

  overheard(): string {
    const heard = this.#noise + (this.#running?.takeErrors() ?? '');
    this.#noise = '';
    return heard;
  }

  async fetch(what: Fetch, time: Time, patience: Patience): Promise<Outcome> {
    const id = randomUUID();
    const records: unknown[] = [];
    this.#write({ type: 'fetch', id, ...what });
    const { givenUp, stop } = givingUp(patience, () => this.#count);
    try {
      while (true) {
        const heard = await Promise.race([this.#next(), givenUp]);
        if ('kind' in heard) return await this.#over(heard.reason, heard.says, records);
        if (heard instanceof BrokenSubject)
          return await this.#over(heard.reason, heard.message, records);
        if (heard.type === 'hello')
          return await this.#over('wrong-message', 'it said hello again', records);
        if (heard.id !== id) return await this.#stranger(heard.id, records);
        if (heard.type === 'records') for (const record of heard.records) records.push(record);
        else if (heard.type === 'sleep')
          this.#write({ type: 'tick', id, now: time.sleepUntil(heard.until) });
        else {
          this.#before = id;
          return this.#noisy(outcomeOf(heard, records));
        }
      }
    } finally {
      stop();
    }
  }

  /** Nothing more is said to it. */
  endInput(): void {
    this.#running?.endInput();
  }

  async close(): Promise<void> {
    if (!this.isOver) {
      if (this.#introduction) this.#write({ type: 'bye' });
      this.endInput();
      const { givenUp, stop } = givingUp({ timeout: 1000, signs: () => 0, most: 0 }, () => 0);
      await Promise.race([this.#running?.ended, givenUp]);
      stop();
    }
    await this.#running?.kill();
  }

  /** What it said last is the verdict's, unless it also said what nobody asked it. */
  #noisy(outcome: Outcome): Outcome {
    if (!this.#options.strictStdout || this.#noise === '') return outcome;
    const [line = ''] = this.#noise.split('\n');
    const says = `stdout has a line that is not the protocol's: ${line.slice(0, 200)}`;
    return { kind: 'broken', reason: 'noise', says, records: outcome.records };
  }

  #stranger(id: string, records: readonly unknown[]): Promise<Outcome> {
    return id === this.#before
      ? this.#over('replied-twice', 'it answered the request before once more', records)
      : this.#over('wrong-id', `it answered ${JSON.stringify(id)}, which was not asked`, records);
  }

  async #over(
    reason: BrokenSubject['reason'],
    says: string,
    records: readonly unknown[],
  ): Promise<Outcome> {
    this.isOver = true;
    await this.close();
    return { kind: 'broken', reason, says: says + this.#lastWords(), records };
  }

  #lastWords(): string {
    const words = this.#running?.takeErrors().trim() ?? '';
    this.#noise += words;
    return words === '' ? '' : `; the end of its stderr: ${words.slice(-500)}`;
  }

  #take(line: string): void {
    this.#count++;
    this.#options.listen?.('←', line);
    if (!/^\{"type":/.test(line)) {
      if (line.trim() !== '') this.#noise += `${line}\n`;
      if (this.#noise.length > MOST_NOISE)
        this.#tell(
          new BrokenSubject('noise', 'stdout is flooded by lines that are not the protocol'),
        );
      return;
    }
    try {
      this.#tell(readMessage(line));
    } catch (error) {
      this.#tell(error as BrokenSubject);
    }
  }

  #tell(heard: Heard): void {
    if (this.#waiting) this.#waiting(heard);
    else this.#heard.push(heard);
    this.#waiting = undefined;
  }

  #next(): Promise<Heard> {
    const first = this.#heard.shift();
    return first ? Promise.resolve(first) : new Promise((resolve) => (this.#waiting = resolve));
  }

  #write(message: object): void {
    const line = JSON.stringify(message);
    this.#options.listen?.('→', line);
    this.#running?.write(`${line}\n`);
  }
}

function outcomeOf(
  message: SubjectMessage & { type: 'result' | 'error' | 'skip' },
  records: unknown[],
): Outcome {
  if (message.type === 'result') return { kind: 'complete', records };
  const { type, id: _, ...rest } = message;
  return { kind: type, ...rest, records } as Outcome;
}
