/** What an answer says beside its list: totals and pages. */
import type { TellingKeys } from '../../specs/vendorFaults.js';

type Telling = keyof TellingKeys;

export class Envelope {
  readonly #keys: TellingKeys;
  readonly #before: string;
  readonly #after: string;
  readonly #said: Record<string, unknown>;

  /** @param before what stands before the list's records @param after what stands behind them */
  constructor(before: string, after: string, keys: TellingKeys) {
    this.#keys = keys;
    this.#before = before;
    this.#after = after;
    const whole: unknown = JSON.parse(before + after);
    this.#said = Array.isArray(whole) ? {} : (whole as Record<string, unknown>);
  }

  /** Undefined where it is not said. */
  get(telling: Telling): unknown {
    return this.#said[this.#keyOf(telling) ?? ''];
  }

  /** Says something else, or says it where it was not said, if the vendor has words for it. */
  set(telling: Telling, value: unknown): void {
    const key = this.#keyOf(telling) ?? this.#keys[telling]?.[0];
    if (key !== undefined) this.#said[key] = value;
  }

  drop(telling: Telling): void {
    delete this.#said[this.#keyOf(telling) ?? ''];
  }

  /** How many records there are by what it says; undefined where it does not. @param to how many are told with it */
  claimed(to: number): number | undefined {
    if (this.get('more') === false) return to;
    const total = this.get('total');
    return typeof total === 'number' ? total : undefined;
  }

  /** What stands before the records and behind them now. */
  get parts(): [before: string, after: string] {
    if (this.#before.trimStart().startsWith('[')) return [this.#before, this.#after];
    const text = JSON.stringify(this.#said);
    // The list is the only one, and it is empty.
    const list = text.indexOf('[]') + 1;
    return [text.slice(0, list), text.slice(list)];
  }

  #keyOf(telling: Telling): string | undefined {
    return this.#keys[telling]?.find((key) => key in this.#said);
  }
}
