/** What is said with a process that speaks protocol 1 on its stdin and stdout. */
import { randomUUID } from 'node:crypto';
import type { SubjectMessage } from '../../specs/conformance/types.js';
import { givingUp } from './givingUp.js';
import { type Heard, Hearing } from './Hearing.js';
import {
  BrokenSubject,
  type Fetch,
  type Introduction,
  type Outcome,
  type Patience,
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
    return new BrokenSubject(
      'did-not-start',
      `it did not say hello within ${timeout / 1000} s${errors}`,
    );
  }

  overheard(): string {
    const heard = this.#hearing.noise + (this.#running?.takeErrors() ?? '');
    this.#hearing.noise = '';
    return heard;
  }

  async fetch(what: Fetch, time: Time | undefined, patience: Patience): Promise<Outcome> {
    const id = randomUUID();
    const records: unknown[] = [];
    let sleeps = 0;
    this.#hearing.length = 0;
    this.#write({ type: 'fetch', id, ...what });
    const { givenUp, stop } = givingUp(patience, () => this.#hearing.signs);
    try {
      while (true) {
        const heard = await Promise.race([this.#hearing.next(), givenUp]);
        if ('kind' in heard) return await this.#over(heard.reason, heard.says, records);
        if (heard instanceof BrokenSubject)
          return await this.#over(heard.reason, heard.message, records);
        if (heard.type === 'hello')
          return await this.#over('wrong-message', 'it said hello again', records);
        if (heard.id !== id) return await this.#stranger(heard.id, records);
        if (heard.type === 'records') for (const record of heard.records) records.push(record);
        else if (heard.type === 'sleep') {
          if (!time)
            return await this.#over(
              'wrong-message',
              'sleep is for who claims virtual-clock',
              records,
            );
          if (++sleeps > MOST_SLEEPS)
            return await this.#over('endless', `it waited more than ${MOST_SLEEPS} times`, records);
          this.#write({ type: 'tick', id, now: time.sleepUntil(heard.until) });
        } else {
          this.#before = id;
          return this.#noisy(outcomeOf(heard, records));
        }
        if (records.length > MOST_RECORDS || this.#hearing.length > MOST_BYTES)
          return await this.#over(
            'endless',
            `it delivered more than ${MOST_RECORDS} records, or ${MOST_BYTES / 1024 / 1024} MiB of them`,
            records,
          );
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
    if (!this.#options.strictStdout || this.#hearing.noise === '') return outcome;
    const [line = ''] = this.#hearing.noise.split('\n');
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
    this.#hearing.noise += words;
    return words === '' ? '' : `; the end of its stderr: ${words.slice(-500)}`;
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
