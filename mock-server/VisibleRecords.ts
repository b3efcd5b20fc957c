/** A ticket's records without those that nobody may see yet. */
import { firstIndex, firstPosition } from '../fixtures/language/firstPosition.js';
import type { Hidden } from './LateRecords.js';
import type { RecordSource } from './RecordSource.js';

const NONE = new Uint32Array();

/** Positions are those of all records; ranks count the visible ones that have one of some actions. */
export class VisibleRecords {
  readonly all: RecordSource;
  readonly #hidden: Hidden;
  readonly #isHidden: ReadonlySet<number>;

  constructor(all: RecordSource, hidden: Hidden) {
    this.all = all;
    this.#hidden = hidden;
    this.#isHidden = new Set(hidden.all);
  }

  /** Whether the one at a position is visible. */
  has(position: number): boolean {
    return !this.#isHidden.has(position);
  }

  /** How many stand before a position. */
  countBefore(position: number, actions?: ReadonlySet<string>): number {
    const before = (hidden: Uint32Array) => firstPosition(hidden, (one) => one >= position);
    const { all, ofAction } = this.#hidden;
    const hidden =
      actions === undefined
        ? before(all)
        : [...actions].reduce((sum, action) => sum + before(ofAction.get(action) ?? NONE), 0);
    return this.all.countBefore(position, actions) - hidden;
  }

  /** The position of the one that has `rank` such before it; the length where there is none. */
  positionOf(rank: number, actions?: ReadonlySet<string>): number {
    return firstIndex(
      this.all.length,
      (position) => this.countBefore(position + 1, actions) > rank,
    );
  }

  /** The positions of `count` of them, rising from a rank on. */
  positions(rank: number, count: number, actions?: ReadonlySet<string>): number[] {
    const positions: number[] = [];
    if (count <= 0) return positions;
    for (const position of this.all.positionsFrom(this.positionOf(rank, actions), actions)) {
      if (this.#isHidden.has(position)) continue;
      positions.push(position);
      if (positions.length === count) break;
    }
    return positions;
  }
}
