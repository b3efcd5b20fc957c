/** A world's time. Everything that has to do with time reads it, and nothing reads the machine's. */
import { Temporal } from 'temporal-polyfill';

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
    const step = milliseconds(duration);
    if (!(step >= 0))
      throw new RangeError(
        `expected an ISO 8601 duration such as PT2H or P1D, which does not go back, found ${JSON.stringify(duration)}`,
      );
    this.#ahead += Math.round(step);
  }
}

/** NaN for what is no duration, or is one of months or years, which differ in length. */
function milliseconds(duration: string): number {
  try {
    const { years, months, weeks, ...rest } = parts(Temporal.Duration.from(duration));
    if (years || months) return Number.NaN;
    return Temporal.Duration.from({ ...rest, days: rest.days + weeks * 7 }).total('milliseconds');
  } catch {
    return Number.NaN;
  }
}

function parts({
  years,
  months,
  weeks,
  days,
  hours,
  minutes,
  seconds,
  milliseconds,
}: Temporal.Duration) {
  return { years, months, weeks, days, hours, minutes, seconds, milliseconds };
}
