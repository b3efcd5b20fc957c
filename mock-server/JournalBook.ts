/** What was asked of a session and answered, as far as it is kept. */
import type { Exchange, ExchangeBook } from './Exchange.js';
import type { Tally } from './Tally.js';

/** How much is kept; older exchanges go first. */
export interface JournalBounds {
  entries: number;
  /** Of targets, headers, parameters and bodies together. */
  bytes: number;
}

/** What an exchange takes beside its texts. */
const FRAME = 200;

export class JournalBook implements ExchangeBook {
  readonly #bounds: JournalBounds;
  readonly #tally: Tally;
  /** The oldest first, from `#first` on. */
  #kept: { exchange: Exchange; size: number }[] = [];
  #first = 0;
  #bytes = 0;
  #count = 0;

  constructor(bounds: JournalBounds, tally: Tally) {
    this.#bounds = bounds;
    this.#tally = tally;
  }

  /** How many there were. */
  get count(): number {
    return this.#count;
  }

  /** How many of them are kept no more. */
  get dropped(): number {
    return this.#count - (this.#kept.length - this.#first);
  }

  /** The oldest first. */
  get exchanges(): Exchange[] {
    return this.#kept.slice(this.#first).map(({ exchange }) => exchange);
  }

  add(exchange: Exchange): number {
    this.#count++;
    this.#kept.push({ exchange, size: 0 });
    const texts = exchange.headers.reduce((sum, text) => sum + text.length, exchange.target.length);
    this.grown(exchange, FRAME + texts);
    return this.#count;
  }

  answered(exchange: Exchange): void {
    this.#tally.add(exchange);
  }

  grown(exchange: Exchange, bytes: number): void {
    const kept = this.#find(exchange);
    if (!kept) return;
    kept.size += bytes;
    this.#bytes += bytes;
    while (
      this.#kept.length - this.#first > this.#bounds.entries ||
      this.#bytes > this.#bounds.bytes
    )
      this.#drop();
  }

  /** Forgets all of it. */
  clear(): void {
    this.#kept = [];
    this.#first = 0;
    this.#bytes = 0;
    this.#count = 0;
  }

  /** Nearly always the last. */
  #find(exchange: Exchange): { exchange: Exchange; size: number } | undefined {
    const last = this.#kept.at(-1);
    if (last?.exchange === exchange) return last;
    for (let i = this.#kept.length - 1; i >= this.#first; i--)
      if (this.#kept[i]?.exchange === exchange) return this.#kept[i];
    return undefined;
  }

  #drop(): void {
    this.#bytes -= this.#kept[this.#first]?.size ?? 0;
    this.#first++;
    // Moved together once half of it is gone, so that each costs next to nothing.
    if (this.#first * 2 < this.#kept.length) return;
    this.#kept = this.#kept.slice(this.#first);
    this.#first = 0;
  }
}
