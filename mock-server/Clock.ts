/** A world's time. Everything that has to do with time reads it, and nothing reads the machine's. */
export class Clock {
  readonly #frozen: number | undefined;

  /** @param frozen epoch milliseconds at which it stands still; left out: real time */
  constructor(frozen?: number) {
    this.#frozen = frozen;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#frozen ?? Date.now();
  }
}
