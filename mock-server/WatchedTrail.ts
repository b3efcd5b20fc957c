/** A trail of which is noted what an answer takes from it. */
import type { Exchange } from './Exchange.js';
import { type Page, rangeOf, type Selection } from './Selection.js';
import type { SeenTrail, Window } from './Trail.js';
import type { Body } from './Vendor.js';

export class WatchedTrail implements SeenTrail {
  readonly #trail: SeenTrail;
  readonly #exchange: Exchange;

  constructor(trail: SeenTrail, exchange: Exchange) {
    this.#trail = trail;
    this.#exchange = exchange;
  }

  select(window: Window): Selection {
    return new WatchedSelection(this.#trail.select(window), window, this.#exchange);
  }

  matching(passes: (record: unknown) => boolean): Selection {
    return new WatchedSelection(this.#trail.matching(passes), undefined, this.#exchange);
  }

  newest(until?: number): number | undefined {
    return this.#trail.newest(until);
  }
}

class WatchedSelection implements Selection {
  readonly total: number;
  readonly #selection: Selection;
  readonly #window: Window | undefined;
  readonly #exchange: Exchange;

  constructor(selection: Selection, window: Window | undefined, exchange: Exchange) {
    this.total = selection.total;
    this.#selection = selection;
    this.#window = window;
    this.#exchange = exchange;
  }

  json(before: string, page: Page, after: string): Body {
    const [from, to] = rangeOf(page, this.total);
    const { order } = page;
    const { faults } = this.#exchange;
    const told = faults?.envelope(before, after);
    const claimed = told?.claimed(to);
    this.#exchange.served = { window: this.#window, order, from, to, total: this.total, claimed };
    if (!faults) return this.#selection.json(before, page, after);
    const [first, last] = told?.parts ?? [before, after];
    return this.#selection.json(first, faults.pageFor(page), last);
  }
}
