/** A ticket's records and those that were added to them, as one view has them and as they were at any time. */
import type { FixtureRecord } from '../fixtures/language/Fixture.js';
import { firstIndex } from '../fixtures/language/firstPosition.js';
import { MergedRecords } from './MergedRecords.js';
import type { RecordSource } from './RecordSource.js';
import type { SeenForm } from './SeenForm.js';

/** One that was added, and what stays true of it whatever is added later. */
interface Added {
  record: FixtureRecord;
  /** How many were added before it. */
  number: number;
  /** How many of the ticket's own records stand before it. */
  before: number;
}

export class AddedRecords {
  readonly #below: RecordSource;
  readonly #form: SeenForm;
  /** Those that may be seen, oldest first; of one time, in the order of adding. */
  #sorted: readonly Added[] = [];
  /** How many were added, seen or not. */
  #known = 0;
  /** As it was asked for last. */
  #last: { count: number; merged: MergedRecords } | undefined;

  /** @param below the ticket's own */
  constructor(below: RecordSource, form: SeenForm) {
    this.#below = below;
    this.#form = form;
  }

  /**
   * With the first so many of those that were added.
   * @param all that were ever added, in this order
   */
  first(count: number, all: readonly FixtureRecord[]): MergedRecords {
    this.#learn(all);
    if (this.#last?.count !== count) this.#last = { count, merged: this.#merge(count) };
    return this.#last.merged;
  }

  /** There may be many versions, each of all that was added until then, so that nothing is looked up. */
  #merge(count: number): MergedRecords {
    const [records, before]: [FixtureRecord[], number[]] = [[], []];
    for (const added of this.#sorted) {
      if (added.number >= count) continue;
      records.push(added.record);
      before.push(added.before);
    }
    return new MergedRecords(this.#below, records, before);
  }

  #learn(all: readonly FixtureRecord[]): void {
    if (this.#known === all.length) return;
    // Written out: objects that are spread together are ten times slower to go through.
    const more = all.slice(this.#known).map((record, i) => ({
      record,
      number: this.#known + i,
      before: firstIndex(
        this.#below.length,
        (position) => this.#below.timeAt(position) > record.time,
      ),
    }));
    const shown = more.filter(({ record }) => this.#form.shows(record.visibleTo));
    this.#sorted = [...this.#sorted, ...shown].sort((a, b) => a.record.time - b.record.time);
    this.#known = all.length;
  }
}
