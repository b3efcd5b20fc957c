/** Choices by chance that are the same for the same seed. */
import { hash, subkey } from '../../fixtures/generator/hash.js';

export class Draw {
  readonly #key: number;
  #count = 0;

  constructor(seed: number, what: string) {
    this.#key = subkey(seed, what);
  }

  /** A whole number from 0 to below so many. */
  below(count: number): number {
    return hash(this.#key, this.#count++) % count;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** True once in so many times. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  /** The same items in an order by chance. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    const left = [...items];
    for (let i = left.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [left[i], left[j]] = [left[j] as Item, left[i] as Item];
    }
    return left;
  }
}
