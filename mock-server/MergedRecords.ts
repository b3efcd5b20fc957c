/** Records that lie over others, in one order of time, without a list of them. */
import type { FixtureRecord, FixtureRecords } from '../fixtures/language/Fixture.js';
import { firstIndex, firstPosition } from '../fixtures/language/firstPosition.js';
import type { LateRecord } from './LateRecords.js';
import { ListedRecords } from './ListedRecords.js';
import type { RecordSource } from './RecordSource.js';

type Actions = ReadonlySet<string> | undefined;

/** Where a record comes from: its position among those that lie over the others, or among the others. */
type Origin = { over: number } | { below: number };

/** Of one time, those that lie over the others stand behind them. */
export class MergedRecords implements RecordSource {
  readonly length: number;
  readonly late: readonly LateRecord[];
  readonly #below: RecordSource;
  readonly #over: ListedRecords;
  /** How many records below stand before each one over them. */
  readonly #before: readonly number[];

  /**
   * @param over a few
   * @param before how many records below stand before each of them, oldest first, where that is known
   */
  constructor(below: RecordSource, over: FixtureRecords, before?: readonly number[]) {
    this.#below = below;
    this.#over = new ListedRecords(over);
    this.#before =
      before ??
      Array.from(over, (_, position) =>
        firstIndex(below.length, (other) => below.timeAt(other) > this.#over.timeAt(position)),
      );
    this.length = below.length + over.length;
    if (over.length === 0) {
      // There may be many, and nothing about them is otherwise.
      this.late = below.late;
      return;
    }
    this.late = [
      ...below.late.map((late) => ({ ...late, position: this.fromBelow(late.position) })),
      ...this.#over.late.map((late) => ({ ...late, position: this.#fromOver(late.position) })),
    ];
  }

  timeAt(position: number): number {
    const origin = this.#originOf(position);
    return 'over' in origin ? this.#over.timeAt(origin.over) : this.#below.timeAt(origin.below);
  }

  at(position: number): FixtureRecord {
    const origin = this.#originOf(position);
    return 'over' in origin ? this.#over.at(origin.over) : this.#below.at(origin.below);
  }

  actionAt(position: number): string | undefined {
    const origin = this.#originOf(position);
    return 'over' in origin ? this.#over.actionAt(origin.over) : this.#below.actionAt(origin.below);
  }

  /** The position of a record among those below; undefined where it lies over them. */
  belowAt(position: number): number | undefined {
    const origin = this.#originOf(position);
    return 'below' in origin ? origin.below : undefined;
  }

  /** The position of a record that has one among those below. */
  fromBelow(below: number): number {
    return below + firstPosition(this.#before, (before) => before > below);
  }

  /** The position of a record that lies over the others. */
  positionOf(record: FixtureRecord): number {
    return this.#fromOver(this.#over.positionOf(record));
  }

  countBefore(position: number, actions?: Actions): number {
    const over = this.#overBefore(position);
    return (
      this.#below.countBefore(position - over, actions) + this.#over.countBefore(over, actions)
    );
  }

  *positionsFrom(position: number, actions?: Actions): Generator<number, void> {
    let over = this.#overBefore(position);
    for (const below of this.#below.positionsFrom(position - over, actions)) {
      for (; (this.#before[over] ?? Number.POSITIVE_INFINITY) <= below; over++)
        if (this.#has(over, actions)) yield this.#fromOver(over);
      yield below + over;
    }
    for (; over < this.#over.length; over++)
      if (this.#has(over, actions)) yield this.#fromOver(over);
  }

  #has(over: number, actions: Actions): boolean {
    return actions?.has(this.#over.actionAt(over) ?? '') ?? true;
  }

  #originOf(position: number): Origin {
    const over = this.#overBefore(position);
    return over < this.#over.length && this.#fromOver(over) === position
      ? { over }
      : { below: position - over };
  }

  #fromOver(over: number): number {
    return (this.#before[over] as number) + over;
  }

  /** How many that lie over the others stand before a position. */
  #overBefore(position: number): number {
    return firstIndex(this.#over.length, (over) => this.#fromOver(over) >= position);
  }
}
