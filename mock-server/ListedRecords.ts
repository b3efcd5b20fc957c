/** Listed records in order of time. */
import type { FixtureRecord } from '../fixtures/language/Fixture.js';
import { firstPosition } from '../fixtures/language/firstPosition.js';
import type { LateRecord } from './LateRecords.js';
import type { RecordSource } from './RecordSource.js';

export class ListedRecords implements RecordSource {
  readonly late: readonly LateRecord[];
  readonly #records: readonly FixtureRecord[];
  /** The positions of each action, rising, once they are asked for. */
  #ofAction: ReadonlyMap<string, readonly number[]> | undefined;

  /** @param records oldest first; of one time, in this order */
  constructor(records: readonly FixtureRecord[]) {
    this.#records = isInOrder(records) ? records : records.toSorted((a, b) => a.time - b.time);
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
    this.#ofAction ??= positionsByAction(this.#records);
    const ofAction = this.#ofAction;
    return [...actions].reduce(
      (sum, action) => sum + firstPosition(ofAction.get(action) ?? [], (one) => one >= position),
      0,
    );
  }

  *positionsFrom(position: number, actions?: ReadonlySet<string>): Generator<number, void> {
    for (let next = position; next < this.length; next++)
      if (actions?.has(this.actionAt(next) ?? '') ?? true) yield next;
  }
}

function isInOrder(records: readonly FixtureRecord[]): boolean {
  for (let i = 1; i < records.length; i++)
    if ((records[i - 1] as FixtureRecord).time > (records[i] as FixtureRecord).time) return false;
  return true;
}

function positionsByAction(records: readonly FixtureRecord[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  for (const [position, { action }] of records.entries()) {
    if (action === undefined) continue;
    const known = positions.get(action);
    if (known) known.push(position);
    else positions.set(action, [position]);
  }
  return positions;
}
