/** Listed records in order of time. */
import type { FixtureRecord } from '../fixtures/language/Fixture.js';
import { firstPosition } from '../fixtures/language/firstPosition.js';
import type { LateRecord } from './LateRecords.js';
import type { RecordSource } from './RecordSource.js';

export class ListedRecords implements RecordSource {
  readonly late: readonly LateRecord[];
  readonly #records: readonly FixtureRecord[];
  /** The positions of each action, rising. */
  readonly #ofAction = new Map<string, number[]>();

  /** @param records oldest first; of one time, in this order */
  constructor(records: readonly FixtureRecord[]) {
    this.#records = records.toSorted((a, b) => a.time - b.time);
    const late: LateRecord[] = [];
    for (const [position, { action, visibleFrom }] of this.#records.entries()) {
      if (visibleFrom !== undefined) late.push({ position, visibleFrom, action });
      if (action === undefined) continue;
      const known = this.#ofAction.get(action);
      if (known) known.push(position);
      else this.#ofAction.set(action, [position]);
    }
    this.late = late;
  }

  get length(): number {
    return this.#records.length;
  }

  timeAt(position: number): number {
    return this.at(position).time;
  }

  at(position: number): FixtureRecord {
    return this.#records[position] as FixtureRecord;
  }

  indexOf(record: FixtureRecord): number {
    const first = firstPosition(this.#records, ({ time }) => time >= record.time);
    return this.#records.indexOf(record, first);
  }

  actionAt(position: number): string | undefined {
    return this.at(position).action;
  }

  countBefore(position: number, actions?: ReadonlySet<string>): number {
    if (actions === undefined) return position;
    return [...actions].reduce(
      (sum, action) =>
        sum + firstPosition(this.#ofAction.get(action) ?? [], (one) => one >= position),
      0,
    );
  }

  *positionsFrom(position: number, actions?: ReadonlySet<string>): Generator<number, void> {
    for (let next = position; next < this.length; next++)
      if (actions?.has(this.actionAt(next) ?? '') ?? true) yield next;
  }
}
