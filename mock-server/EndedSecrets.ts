/** Secrets that are good for nothing any more: for a while they tell whose they were, and why they ended. */

import type { Secret } from './Credentials.js';

/** Until so many others have ended. */
const REMEMBERED = 100;

interface Ended {
  /** As it was. */
  text: string;
  because: string;
}

export class EndedSecrets {
  readonly #ended = new Map<Secret, Ended>();
  readonly #forgotten: (secret: Secret) => void;

  /** @param forgotten is told of each that is remembered no more */
  constructor(forgotten: (secret: Secret) => void) {
    this.#forgotten = forgotten;
  }

  add(secret: Secret, ended: Ended): void {
    this.#ended.set(secret, ended);
    for (const [oldest] of this.#ended) {
      if (this.#ended.size <= REMEMBERED) break;
      this.#ended.delete(oldest);
      this.#forgotten(oldest);
    }
  }

  /** It is good again. */
  delete(secret: Secret): void {
    this.#ended.delete(secret);
  }

  clear(): void {
    this.#ended.clear();
  }

  keys(): Iterable<Secret> {
    return this.#ended.keys();
  }

  because(secret: Secret): string | undefined {
    return this.#ended.get(secret)?.because;
  }

  texts(): string[] {
    return [...this.#ended.values()].map(({ text }) => text);
  }
}
