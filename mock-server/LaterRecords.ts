/** Records without the oldest. */
import type { FixtureRecord } from '../fixtures/language/Fixture.js';
import type { LateRecord } from './LateRecords.js';
import type { RecordSource } from './RecordSource.js';

type Actions = ReadonlySet<string> | undefined;

export class LaterRecords implements RecordSource {
  readonly late: readonly LateRecord[];
  readonly #all: RecordSource;
  /** How many are gone. */
  readonly first: number;

  constructor(all: RecordSource, first: number) {
    this.#all = all;
    this.first = first;
    this.late = all.late
      .filter(({ position }) => position >= first)
      .map((late) => ({ ...late, position: late.position - first }));
  }

  get length(): number {
    return this.#all.length - this.first;
  }

  timeAt(position: number): number {
    return this.#all.timeAt(position + this.first);
  }

  at(position: number): FixtureRecord {
    return this.#all.at(position + this.first);
  }

  actionAt(position: number): string | undefined {
    return this.#all.actionAt(position + this.first);
  }

  countBefore(position: number, actions?: Actions): number {
    return (
      this.#all.countBefore(position + this.first, actions) -
      this.#all.countBefore(this.first, actions)
    );
  }

  *positionsFrom(position: number, actions?: Actions): Generator<number, void> {
    for (const one of this.#all.positionsFrom(position + this.first, actions))
      yield one - this.first;
  }
}
