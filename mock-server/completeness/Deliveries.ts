/** What a client says that it delivered, as far as it is remembered. */
import { Misuse } from '../Misuse.js';

/** A record as the client has it, or a line of whatever it makes of records. */
export type Delivered = { record: unknown } | { line: string };

/** Of one vendor of a session. */
const MOST = 100_000;
const LARGEST = 64 * 1024 * 1024;

export class Deliveries {
  /** By the ticket's address. */
  readonly #delivered = new Map<string, Delivered[]>();
  #count = 0;
  #bytes = 0;

  /** @returns how many there are then of a ticket @throws Misuse where there are more than are remembered */
  add(key: string, more: readonly Delivered[]): number {
    const bytes = sizeOf(more);
    if (this.#count + more.length > MOST || this.#bytes + bytes > LARGEST)
      throw new Misuse('full', `expected at most ${MOST} delivered records, of at most 64 MiB`);
    this.#count += more.length;
    this.#bytes += bytes;
    const known = this.#delivered.get(key) ?? [];
    for (const one of more) known.push(one);
    this.#delivered.set(key, known);
    return known.length;
  }

  /** In their order; undefined where nothing was said of a ticket. */
  of(key: string): readonly Delivered[] | undefined {
    return this.#delivered.get(key);
  }

  forget(key: string): void {
    const known = this.#delivered.get(key) ?? [];
    this.#count -= known.length;
    this.#bytes -= sizeOf(known);
    this.#delivered.delete(key);
  }

  clear(): void {
    this.#delivered.clear();
    this.#count = 0;
    this.#bytes = 0;
  }
}

function sizeOf(delivered: readonly Delivered[]): number {
  return delivered.reduce(
    (sum, one) => sum + ('line' in one ? one.line : JSON.stringify(one.record ?? null)).length,
    0,
  );
}
