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

  /** @throws Misuse where there are more than are remembered */
  add(key: string, more: readonly Delivered[]): void {
    const bytes = more.reduce((sum, one) => sum + sizeOf(one), 0);
    if (this.#count + more.length > MOST || this.#bytes + bytes > LARGEST)
      throw new Misuse('full', `expected at most ${MOST} delivered records, of at most 64 MiB`);
    this.#count += more.length;
    this.#bytes += bytes;
    this.#delivered.set(key, [...(this.#delivered.get(key) ?? []), ...more]);
  }

  /** In their order; undefined where nothing was said of a ticket. */
  of(key: string): readonly Delivered[] | undefined {
    return this.#delivered.get(key);
  }

  clear(): void {
    this.#delivered.clear();
    this.#count = 0;
    this.#bytes = 0;
  }
}

function sizeOf(delivered: Delivered): number {
  return 'line' in delivered
    ? delivered.line.length
    : JSON.stringify(delivered.record ?? null).length;
}
