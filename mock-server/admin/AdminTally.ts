/** Counts the requests that the admin API answered. */

/** Requests that had the same method, path and answer. */
export interface AdminCount {
  method: string;
  /** The endpoint's; `none` where there is none, or nobody had to know. */
  path: string;
  status: number;
  count: number;
}

export class AdminTally {
  readonly #counts = new Map<string, AdminCount>();

  add(method: string, path: string, status: number): void {
    const key = `${method} ${path} ${status}`;
    const known = this.#counts.get(key);
    if (known) known.count++;
    else this.#counts.set(key, { method, path, status, count: 1 });
  }

  list(): readonly AdminCount[] {
    return [...this.#counts.values()];
  }
}
