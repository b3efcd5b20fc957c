/** Secrets that are good for nothing any more: for a while they tell whose they were, and why they ended. */

/** Until so many others have ended. */
const REMEMBERED = 100;

interface Ended {
  /** As it was. */
  text: string;
  because: string;
}

export class EndedSecrets {
  readonly #ended = new Map<string, Ended>();
  readonly #forgotten: (digested: string) => void;

  /** @param forgotten is told of each that is remembered no more */
  constructor(forgotten: (digested: string) => void) {
    this.#forgotten = forgotten;
  }

  add(digested: string, ended: Ended): void {
    this.#ended.set(digested, ended);
    for (const [oldest] of this.#ended) {
      if (this.#ended.size <= REMEMBERED) break;
      this.#ended.delete(oldest);
      this.#forgotten(oldest);
    }
  }

  /** It is good again. */
  delete(digested: string): void {
    this.#ended.delete(digested);
  }

  clear(): void {
    this.#ended.clear();
  }

  /** The digests. */
  keys(): Iterable<string> {
    return this.#ended.keys();
  }

  because(digested: string): string | undefined {
    return this.#ended.get(digested)?.because;
  }

  texts(): string[] {
    return [...this.#ended.values()].map(({ text }) => text);
  }
}
