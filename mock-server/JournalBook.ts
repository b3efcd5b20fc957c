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
  #kept: Exchange[] = [];
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
    return this.#kept.slice(this.#first);
  }

  add(exchange: Exchange): number {
    this.#count++;
    this.#kept.push(exchange);
    exchange.weight = 0;
    let texts = exchange.target.length;
    for (const text of exchange.headers) texts += text.length;
    this.grown(exchange, FRAME + texts);
    return this.#count;
  }

  answered(exchange: Exchange): void {
    this.#tally.add(exchange);
  }

  grown(exchange: Exchange, bytes: number): void {
    if (exchange.weight === undefined) return;
    exchange.weight += bytes;
    this.#bytes += bytes;
    while (
      this.#kept.length - this.#first > this.#bounds.entries ||
      this.#bytes > this.#bounds.bytes
    )
      this.#drop();
  }

  /** Forgets all of it. */
  clear(): void {
    for (const exchange of this.exchanges) exchange.weight = undefined;
    this.#kept = [];
    this.#first = 0;
    this.#bytes = 0;
    this.#count = 0;
  }

  #drop(): void {
    const dropped = this.#kept[this.#first++] as Exchange;
    this.#bytes -= dropped.weight as number;
    dropped.weight = undefined;
    // Moved together once half of it is gone, so that each costs next to nothing.
    if (this.#first * 2 < this.#kept.length) return;
    this.#kept = this.#kept.slice(this.#first);
    this.#first = 0;
  }
}
