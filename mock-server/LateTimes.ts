/** When the last of some late records was made that may be seen by a time. */
import { firstPosition } from '../fixtures/language/firstPosition.js';

/** When a record was made, and from when on it is seen; epoch milliseconds. */
export interface Late {
  time: number;
  visibleFrom: number;
}

export class LateTimes {
  readonly #visibleFrom: Float64Array;
  /** The latest time of each and of all that are seen before it. */
  readonly #latest: Float64Array;

  constructor(late: readonly Late[]) {
    const seen = late.toSorted((a, b) => a.visibleFrom - b.visibleFrom);
    let latest = Number.NEGATIVE_INFINITY;
    this.#visibleFrom = Float64Array.from(seen, ({ visibleFrom }) => visibleFrom);
    this.#latest = Float64Array.from(seen, ({ time }) => {
      latest = Math.max(latest, time);
      return latest;
    });
  }

  get length(): number {
    return this.#latest.length;
  }

  /** Negative infinity where none is seen yet. @param now epoch milliseconds */
  lastSeen(now: number): number {
    const seen = firstPosition(this.#visibleFrom, (from) => from > now);
    return this.#latest[seen - 1] ?? Number.NEGATIVE_INFINITY;
  }
}
