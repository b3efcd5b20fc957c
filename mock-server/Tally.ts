/** Counts a simulator's answers, and what was asked for that no page knows. */
import type { Exchange } from './Exchange.js';

export interface Count {
  /** Undefined where the path is no vendor's. */
  vendor: string | undefined;
  endpoint: string | undefined;
  status: number;
  count: number;
}

export interface Undocumented {
  /** Such as `<vendor>: parameter pageNo`. */
  what: string;
  count: number;
  /** The first such request: its method and path. */
  example: string;
}

/** More different ones nobody reads. */
const MOST = 1000;

export class Tally {
  readonly #counts: Count[] = [];
  readonly #undocumented = new Map<string, Undocumented>();

  add({ vendor, endpoint, status = 0, method, target, undocumented }: Exchange): void {
    // A few dozen at most, and the first ones are the most frequent.
    const known = this.#counts.find(
      (one) => one.endpoint === endpoint && one.status === status && one.vendor === vendor,
    );
    if (known) known.count++;
    else this.#counts.push({ vendor, endpoint, status, count: 1 });
    for (const one of undocumented) {
      const what = vendor === undefined ? one : `${vendor}: ${one}`;
      const before = this.#undocumented.get(what);
      if (before) before.count++;
      else if (this.#undocumented.size < MOST) {
        const [path] = target.split('?', 1);
        this.#undocumented.set(what, { what, count: 1, example: `${method} ${path}` });
      }
    }
  }

  get counts(): Count[] {
    return [...this.#counts];
  }

  get undocumented(): Undocumented[] {
    return [...this.#undocumented.values()];
  }
}
