/** What is said with a process that speaks protocol 1 on its stdin and stdout. */

import { randomUUID } from 'node:crypto';
import type { SubjectMessage } from '../../specs/conformance/types.js';
import type { NormalizeRequest } from '../reference/referenceNormalizer.js';
import { givingUp } from './givingUp.js';
import { type Heard, Hearing } from './Hearing.js';
import {
  BrokenSubject,
  type Fetch,
  type Introduction,
  type Normalized,
  type Outcome,
  type Patience,
  type Said,
  type Time,
} from './Subject.js';
import { type CommandOptions, type Running, startProcess } from './startProcess.js';

/** How many records are taken for one ticket, and how many bytes of them. */
const MOST_RECORDS = 1_000_000;
const MOST_BYTES = 256 * 1024 * 1024;
/** How often it may wait for one ticket. */
const MOST_SLEEPS = 3000;
export interface TalkOptions extends CommandOptions {
  /** Whether lines on stdout that are not the protocol's are a fault. */
  strictStdout?: boolean;
  /** Is told each line, to the subject (`→`) and from it (`←`). */
  listen?(direction: '→' | '←', line: string): void;
}

type Answer = SubjectMessage & { type: 'records' | 'result' | 'sleep' };
type Wrong = Pick<BrokenSubject, 'reason'> & { says: string };

/** A process, from its start to its end. */
export class Talk {
  readonly #options: TalkOptions;
  readonly #hearing: Hearing;
  #running: Running | undefined;
  #introduction: Introduction | undefined;
  isOver = false;
  /** The id of the request before, which nobody may answer again. */
  #before: string | undefined;

  constructor(options: TalkOptions) {
    this.#options = options;
    this.#hearing = new Hearing((line) => options.listen?.('←', line));
  }

  /** @throws BrokenSubject where there is no such program */
  async start(): Promise<void> {
    this.#running = await startProcess(this.#options, this.#hearing.take);
    this.#running.ended.then(({ says }) => this.#hearing.tell(new BrokenSubject('crashed', says)));
  }

  /**
   * Says hello, and hears who it is.
   * @param timeout milliseconds
   * @throws BrokenSubject where it does not say so
   */
  async greet(timeout: number): Promise<Introduction> {
    this.#write({ type: 'hello', protocol: 1 });
    const { givenUp, stop } = givingUp({ timeout, signs: () => 0, most: 0 }, () => 0);
    const first = await Promise.race([this.#hearing.next(), givenUp]);
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
    const says = `it did not say hello within ${timeout / 1000} s`;
    return new BrokenSubject('did-not-start', says + this.#misspelt() + errors);
  }

  overheard(): string {
    const heard = this.#hearing.noise + (this.#running?.takeErrors() ?? '');
    this.#hearing.noise = '';
    return heard;
  }

  async fetch(what: Fetch, time: Time | undefined, patience: Patience): Promise<Outcome> {
    const records: unknown[] = [];
    let sleeps = 0;
    const said = await this.#ask({ type: 'fetch', ...what }, patience, (heard, id) => {
      if (heard.type === 'records') for (const record of heard.records) records.push(record);
      else if (heard.type === 'sleep') {
        if (!time)
          return { reason: 'wrong-message', says: 'sleep is for who claims virtual-clock' };
        if (++sleeps > MOST_SLEEPS)
          return { reason: 'endless', says: `it waited more than ${MOST_SLEEPS} times` };
        this.#write({ type: 'tick', id, now: time.sleepUntil(heard.until) });
      } else if (heard.complete !== true)
        return { reason: 'wrong-message', says: 'a result that ends a fetch has complete: true' };
      else return 'over';
      if (records.length <= MOST_RECORDS && this.#hearing.length <= MOST_BYTES) return undefined;
      const most = `${MOST_RECORDS} records, or ${MOST_BYTES / 1024 / 1024} MiB of them`;
      return { reason: 'endless', says: `it delivered more than ${most}` };
    });
    return { ...said, records };
  }

  async normalize(what: NormalizeRequest, timeout: number): Promise<Normalized> {
    let events: readonly unknown[] = [];
    const patience = { timeout, signs: () => 0, most: 0 };
    const said = await this.#ask({ type: 'normalize', ...what }, patience, (heard) => {
      if (heard.type !== 'result' || heard.events === undefined)
        return { reason: 'wrong-message', says: 'a normalize is answered by a result with events' };
      events = heard.events;
      return 'over';
    });
    return { ...said, events };
  }

  /**
   * Asks, and hears until it is over.
   * @param take is told each answer that is no error and no skip
   */
  async #ask(
    what: object,
    patience: Patience,
    take: (heard: Answer, id: string) => 'over' | Wrong | undefined,
  ): Promise<Said> {
    const id = randomUUID();
    this.#hearing.length = 0;
    this.#write({ ...what, id });
    const { givenUp, stop } = givingUp(patience, () => this.#hearing.signs);
    try {
      while (true) {
        const heard = await Promise.race([this.#hearing.next(), givenUp]);
        if ('kind' in heard) return await this.#over(heard.reason, heard.says);
        if (heard instanceof BrokenSubject) return await this.#over(heard.reason, heard.message);
        if (heard.type === 'hello') return await this.#over('wrong-message', 'it said hello again');
        if (heard.id !== id) return await this.#stranger(heard.id);
        if (heard.type === 'error' || heard.type === 'skip') {
          this.#before = id;
          const { type, id: _, ...rest } = heard;
          return this.#noisy({ kind: type, ...rest } as Said);
        }
        const taken = take(heard, id);
        if (taken === 'over') {
          this.#before = id;
          return this.#noisy({ kind: 'complete' });
        }
        if (taken) return await this.#over(taken.reason, taken.says);
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
  #noisy(said: Said): Said {
    if (!this.#options.strictStdout || this.#hearing.noise === '') return said;
    const [line = ''] = this.#hearing.noise.split('\n');
    const says = `stdout has a line that is not the protocol's: ${line.slice(0, 200)}`;
    return { kind: 'broken', reason: 'noise', says };
  }

  #stranger(id: string): Promise<Said> {
    return id === this.#before
      ? this.#over('replied-twice', 'it answered the request before once more')
      : this.#over('wrong-id', `it answered ${JSON.stringify(id)}, which was not asked`);
  }

  async #over(reason: BrokenSubject['reason'], says: string): Promise<Said> {
    this.isOver = true;
    await this.close();
    const misspelt = reason === 'no-reply' ? this.#misspelt() : '';
    return { kind: 'broken', reason, says: says + misspelt + this.#lastWords() };
  }

  /** Who waits for an answer to what was taken for logging would look for it elsewhere. */
  #misspelt(): string {
    const { misspelt } = this.#hearing;
    if (misspelt === undefined) return '';
    return `; a line that does not begin with {"type": was taken for logging: ${misspelt}…`;
  }

  #lastWords(): string {
    const words = this.#running?.takeErrors().trim() ?? '';
    this.#hearing.noise += words;
    return words === '' ? '' : `; the end of its stderr: ${words.slice(-500)}`;
  }

  #write(message: object): void {
    const line = JSON.stringify(message);
    this.#options.listen?.('→', line);
    this.#running?.write(`${line}\n`);
  }
}
