/** A session's time. Everything that has to do with time reads it, and nothing reads the machine's. */
import { found } from '../fixtures/language/found.js';
import { lengthless } from '../fixtures/language/lengthless.js';
import { readDuration } from '../fixtures/language/readDuration.js';
import { readInstant } from '../fixtures/language/readInstant.js';
import { Misuse } from './Misuse.js';
import type { SimulatorClock } from './Simulator.js';

/** The last that vendors can write. */
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

export class Clock implements SimulatorClock {
  /** Where it stands, and while it runs, how far ahead it is of the machine's; milliseconds. */
  #stands: number | undefined;
  #ahead = 0;
  #over: string | undefined;

  /** @param stands epoch milliseconds at which it stands still; left out: real time */
  constructor(stands?: number) {
    this.#stands = stands;
  }

  /** Begins anew, as if it were just made. */
  restart(stands: number | undefined): void {
    this.#stands = stands;
    this.#ahead = 0;
  }

  /** It is moved no more. @param because what whoever wants to is told */
  retire(because: string): void {
    this.#over = because;
  }

  /** Epoch milliseconds; a clock that runs stays at the last that there is. */
  now(): number {
    return this.#stands ?? Math.min(Date.now() + this.#ahead, LAST);
  }

  get running(): boolean {
    return this.#stands === undefined;
  }

  advance(duration: string): void {
    this.#checkLive();
    const step = readDuration(duration);
    if (!(step >= 0))
      throw new Misuse(
        'wrong',
        `expected an ISO 8601 duration such as PT2H or P1D, which does not go back, found ${found(duration)}${lengthless(duration)}`,
        'advance',
      );
    this.#moveTo(this.now() + step);
  }

  /** Moves the time on, to the last that there is at most. @param step milliseconds */
  pass(step: number): void {
    this.#moveTo(Math.min(this.now() + Math.round(step), LAST));
  }

  set(instant: string): void {
    this.#checkLive();
    this.#moveTo(instantOf(instant, 'set'));
  }

  run(): void {
    this.#checkLive();
    this.#ahead = this.now() - Date.now();
    this.#stands = undefined;
  }

  stop(): void {
    this.#checkLive();
    this.#stands = this.now();
  }

  #checkLive(): void {
    if (this.#over !== undefined) throw new Misuse('missing', this.#over);
  }

  #moveTo(time: number): void {
    if (time > LAST) throw new Misuse('wrong', 'expected a time before the year 10000');
    if (this.#stands === undefined) this.#ahead = time - Date.now();
    else this.#stands = time;
  }
}

/**
 * Epoch milliseconds.
 * @param key what the instant is for
 * @throws Misuse where it is no instant, or a year has not four digits
 */
export function instantOf(text: string, key: string): number {
  const time = readInstant(text, [], () => {});
  if (!Number.isNaN(time)) return time;
  throw new Misuse(
    'wrong',
    `expected an instant such as 2025-03-31T06:30:00Z, found ${found(text)}`,
    key,
  );
}
