/** Keeps requests apart, so that a server is not asked more often than it was promised. */
export class Pace {
  readonly #gap: number;
  #next = 0;

  /** @param rate requests a minute */
  constructor(rate: number) {
    this.#gap = 60_000 / rate;
  }

  /** Resolves when the next request may be sent. */
  async turn(): Promise<void> {
    const now = performance.now();
    const mine = Math.max(now, this.#next);
    this.#next = mine + this.#gap;
    if (mine > now) await new Promise((resolve) => setTimeout(resolve, mine - now));
  }
}
