/** What a process says on its stdout: messages, the oldest first, and what is none. */
import type { SubjectMessage } from '../../specs/conformance/types.js';
import { readMessage } from './Message.js';
import { BrokenSubject } from './Subject.js';
import { LONGEST, splitLines } from './splitLines.js';

/** Of who says more than anybody asked for, the first messages tell enough. */
const MOST_WAITING = 10_000;
/** How much of what is no message is taken between two answers. */
const MOST_NOISE = 16 * 1024 * 1024;

export type Heard = SubjectMessage | BrokenSubject;

export class Hearing {
  /** How often something came, be it part of a line. */
  signs = 0;
  /** How long all messages were together. */
  length = 0;
  /** Lines that are no messages. */
  noise = '';
  /** The first line that is one of the protocol's but for its beginning. */
  misspelt: string | undefined;
  #waiting: Heard[] = [];
  #next: ((heard: Heard) => void) | undefined;
  readonly #listen: (line: string) => void;

  /** @param listen is told each line */
  constructor(listen: (line: string) => void) {
    this.#listen = listen;
  }

  readonly #split = splitLines(
    (line) => this.#read(line),
    () => this.tell(new BrokenSubject('line-too-long', `a line has more than ${LONGEST} bytes`)),
  );

  /** Takes the bytes as they come. */
  readonly take = (bytes: Buffer): void => {
    this.signs++;
    this.#split(bytes);
  };

  tell(heard: Heard): void {
    if (this.#next) this.#next(heard);
    else if (this.#waiting.length < MOST_WAITING) this.#waiting.push(heard);
    this.#next = undefined;
  }

  next(): Promise<Heard> {
    const first = this.#waiting.shift();
    return first ? Promise.resolve(first) : new Promise((resolve) => (this.#next = resolve));
  }

  #read(line: string): void {
    this.#listen(line);
    if (/^\{"type":/.test(line)) this.#readMessage(line);
    else if (this.noise.length > MOST_NOISE)
      this.tell(new BrokenSubject('noise', 'stdout is flooded by lines that are not the protocol'));
    else if (line.trim() !== '') {
      this.noise += `${line}\n`;
      if (/^\s*\{.*"type"\s*:/.test(line)) this.misspelt ??= line.slice(0, 80);
    }
  }

  #readMessage(line: string): void {
    this.length += line.length;
    try {
      this.tell(readMessage(line));
    } catch (error) {
      this.tell(error as BrokenSubject);
    }
  }
}
