/** A selection of a generated trail: its records are made and written as they are asked for. */
import { firstServed } from './firstServed.js';
import type { SeenForm } from './SeenForm.js';
import { type Page, rangeOf, type Selection } from './Selection.js';
import type { VisibleRecords } from './VisibleRecords.js';

/** What is selected: visible records with some actions, or of all, between two positions, `end` exclusive. */
export interface Stretch {
  first: number;
  end: number;
  actions: ReadonlySet<string> | undefined;
}

/** So many are made together: enough that finding the first of them costs next to nothing. */
const AT_ONCE = 200;

/** Ranks count the selection's records, from the oldest. */
export class ComputedSelection implements Selection {
  readonly total: number;
  readonly #records: VisibleRecords;
  readonly #form: SeenForm;
  readonly #stretch: Stretch;
  /** How many records with the actions stand before the selection. */
  readonly #passed: number;

  constructor(records: VisibleRecords, form: SeenForm, stretch: Stretch) {
    this.#records = records;
    this.#form = form;
    this.#stretch = stretch;
    this.#passed = records.countBefore(stretch.first, stretch.actions);
    this.total = records.countBefore(stretch.end, stretch.actions) - this.#passed;
  }

  *json(before: string, page: Page, after: string): Generator<string, void> {
    const [from, to] = rangeOf(page, this.total);
    yield before;
    for (let first = from; first < to; first += AT_ONCE) {
      const end = Math.min(first + AT_ONCE, to);
      const list = this.#positions(page.order, first, end)
        .map((position) => this.#form.write(this.#records.all.at(position)))
        .join();
      yield first === from ? list : `,${list}`;
    }
    yield after;
  }

  /** The positions of a page's records, in the order asked for. */
  positions(page: Page): number[] {
    return this.#positions(page.order, ...rangeOf(page, this.total));
  }

  /** The place in an answer of the record at a position; undefined where it is not in the selection. */
  placeOf(position: number, order: Page['order']): number | undefined {
    const { first, end, actions } = this.#stretch;
    const { all } = this.#records;
    const has = actions?.has(all.actionAt(position) ?? '') ?? true;
    if (!has || position < first || position >= end || !this.#records.has(position))
      return undefined;
    let place = this.#records.countBefore(position, actions) - this.#passed;
    if (this.#form.turnsTies) {
      const tie = this.#tieAround(place);
      place = tie.from + tie.end - 1 - place;
    }
    return order === 'asc' ? place : this.total - 1 - place;
  }

  /** From a place in an answer up to another. */
  #positions(order: Page['order'], from: number, to: number): number[] {
    return order === 'asc'
      ? this.#served(from, to)
      : this.#served(this.total - to, this.total - from).reverse();
  }

  /** Likewise, in an ascending answer. */
  #served(from: number, to: number): number[] {
    return this.#form.turnsTies ? this.#turned(from, to) : this.#made(from, to);
  }

  /** Those at both ends may be tied with others beyond, of which it is then those that stand here when turned. */
  #turned(from: number, to: number): number[] {
    if (from >= to) return [];
    const first = this.#tieAround(from);
    const last = this.#tieAround(to - 1);
    if (first.end >= to)
      return this.#made(first.from + first.end - to, first.from + first.end - from).reverse();
    const served = (position: number) =>
      this.#form.timeAsServed(this.#records.all.timeAt(position));
    return [
      ...this.#made(first.from, first.from + first.end - from).reverse(),
      ...this.#made(first.end, last.from)
        .reverse()
        .sort((a, b) => served(a) - served(b)),
      ...this.#made(last.from + last.end - to, last.end).reverse(),
    ];
  }

  /** The ranks that are served with the time of a rank, the last exclusive. */
  #tieAround(rank: number): { from: number; end: number } {
    const { actions } = this.#stretch;
    const { all } = this.#records;
    const time = this.#form.timeAsServed(
      all.timeAt(this.#records.positionOf(this.#passed + rank, actions)),
    );
    const rankAt = (position: number) =>
      this.#records.countBefore(position, actions) - this.#passed;
    return {
      from: rankAt(firstServed(all, this.#form, (served) => served >= time)),
      end: rankAt(firstServed(all, this.#form, (served) => served > time)),
    };
  }

  #made(from: number, to: number): number[] {
    return this.#records.positions(this.#passed + from, to - from, this.#stretch.actions);
  }
}
