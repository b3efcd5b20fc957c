/** The records of one ticket, of which nothing is laid out: every answer is computed. */

import { ComputedSelection } from './ComputedSelection.js';
import { firstServed } from './firstServed.js';
import { LateRecords } from './LateRecords.js';
import { layOutWritten } from './layOutWritten.js';
import type { RecordSource } from './RecordSource.js';
import type { SeenForm } from './SeenForm.js';
import { type SeenTrail, Trail, type Window } from './Trail.js';
import { VisibleRecords } from './VisibleRecords.js';
import { writeRecords } from './writeRecords.js';

interface ComputedSeen extends SeenTrail {
  select(window: Window): ComputedSelection;
}

export class ComputedTrail {
  readonly #records: RecordSource;
  readonly #form: SeenForm;
  readonly #late: LateRecords;
  /** As it is once so many of the late records are visible; only one is kept. */
  #seen: { visible: number; trail: ComputedSeen } | undefined;

  constructor(records: RecordSource, form: SeenForm) {
    this.#records = records;
    this.#form = form;
    this.#late = new LateRecords(records.late);
  }

  /** What may be seen of it at a time. @param now epoch milliseconds */
  at(now: number): ComputedSeen {
    const visible = this.#late.visibleAt(now);
    if (this.#seen?.visible !== visible) {
      const records = new VisibleRecords(this.#records, this.#late.hiddenBeyond(visible));
      this.#seen = { visible, trail: new Seen(records, this.#form) };
    }
    return this.#seen.trail;
  }
}

/** As it is seen. */
class Seen implements ComputedSeen {
  readonly #records: VisibleRecords;
  readonly #form: SeenForm;

  constructor(records: VisibleRecords, form: SeenForm) {
    this.#records = records;
    this.#form = form;
  }

  select({
    since = Number.NEGATIVE_INFINITY,
    until = Number.POSITIVE_INFINITY,
    actions,
  }: Window): ComputedSelection {
    const first = firstServed(this.#records.all, this.#form, (time) => time >= since);
    const end = firstServed(this.#records.all, this.#form, (time) => time > until);
    return new ComputedSelection(this.#records, this.#form, {
      first,
      end: Math.max(first, end),
      actions: actions && new Set(actions),
    });
  }

  /** Every record is made, written and shown, for which a fixture may have only so many. */
  matching(passes: (record: unknown) => boolean) {
    const { all } = this.#records;
    const entries = this.#records.positions(0, all.length).map((position) => all.at(position));
    const found = writeRecords(entries, this.#form).filter(({ json }) => passes(JSON.parse(json)));
    return new Trail(layOutWritten(found)).at(Number.POSITIVE_INFINITY).select({});
  }

  newest(until = Number.POSITIVE_INFINITY): number | undefined {
    const visible = this.#records.countBefore(
      firstServed(this.#records.all, this.#form, (time) => time > until),
    );
    if (visible === 0) return undefined;
    const { all } = this.#records;
    return this.#form.timeAsServed(all.timeAt(this.#records.positionOf(visible - 1)));
  }
}
