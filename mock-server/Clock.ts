/** A world's time. Everything that has to do with time reads it, and nothing reads the machine's. */
import { readDuration } from '../fixtures/language/readDuration.js';

export class Clock {
  readonly #frozen: number | undefined;
  #ahead = 0;

  /** @param frozen epoch milliseconds at which it stands still; left out: real time */
  constructor(frozen?: number) {
    this.#frozen = frozen;
  }

  /** Epoch milliseconds. */
  now(): number {
    return (this.#frozen ?? Date.now()) + this.#ahead;
  }

  /**
   * Moves the time on; a clock that stands still stands still there.
   * @param duration ISO 8601, such as `PT1H`
   * @throws RangeError where it is none, or goes back
   */
  advance(duration: string): void {
    const step = readDuration(duration);
    if (!(step >= 0))
      throw new RangeError(
        `expected an ISO 8601 duration such as PT2H or P1D, which does not go back, found ${JSON.stringify(duration)}`,
      );
    this.#ahead += Math.round(step);
  }
}
