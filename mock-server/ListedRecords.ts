/** Listed records in order of time. */
import type { FixtureRecord, FixtureRecords } from '../fixtures/language/Fixture.js';
import { firstIndex } from '../fixtures/language/firstPosition.js';
import { firstFrom } from './firstFrom.js';
import type { LateRecord } from './LateRecords.js';
import { positionsByAction } from './positionsByAction.js';
import type { RecordSource } from './RecordSource.js';

const NONE = new Uint32Array();

export class ListedRecords implements RecordSource {
  readonly late: readonly LateRecord[];
  readonly #records: FixtureRecords;
  /** The positions of each action, rising, once they are asked for. */
  #ofAction: ReadonlyMap<string, Uint32Array> | undefined;

  /** @param records oldest first; of one time, in this order */
  constructor(records: FixtureRecords) {
    this.#records = isInOrder(records)
      ? records
      : Array.from(records).sort((a, b) => a.time - b.time);
    const late: LateRecord[] = [];
    for (let position = 0; position < records.length; position++) {
      const { action, visibleFrom } = this.at(position);
      if (visibleFrom !== undefined) late.push({ position, visibleFrom, action });
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
    return this.#records.at(position) as FixtureRecord;
  }

  /** The position of one that is not made anew each time. */
  positionOf(record: FixtureRecord): number {
    let position = firstIndex(this.length, (other) => this.timeAt(other) >= record.time);
    while (position < this.length && this.#records.at(position) !== record) position++;
    return position;
  }

  actionAt(position: number): string | undefined {
    return this.at(position).action;
  }

  countBefore(position: number, actions?: ReadonlySet<string>): number {
    if (actions === undefined) return position;
    this.#ofAction ??= positionsByAction(this.length, (one) => this.actionAt(one));
    const ofAction = this.#ofAction;
    return [...actions].reduce(
      (sum, action) => sum + firstFrom(ofAction.get(action) ?? NONE, position),
      0,
    );
  }

  *positionsFrom(position: number, actions?: ReadonlySet<string>): Generator<number, void> {
    for (let next = position; next < this.length; next++)
      if (actions?.has(this.actionAt(next) ?? '') ?? true) yield next;
  }
}

function isInOrder(records: FixtureRecords): boolean {
  let latest = Number.NEGATIVE_INFINITY;
  for (const { time } of records) {
    if (time < latest) return false;
    latest = time;
  }
  return true;
}
