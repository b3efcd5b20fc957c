/** A selection of a trail that is laid out, and the bytes of any stretch of it. */
import { firstFrom } from './firstFrom.js';
import { type Page, rangeOf, type Selection } from './Selection.js';
import type { Trail } from './Trail.js';

/** A stretch of a trail, or of the positions of one action; `end` is exclusive. */
interface Stretch {
  /** Rising positions; left out where the stretch is of the trail itself. */
  positions?: ArrayLike<number>;
  first: number;
  end: number;
  /** Rising positions of records in it that are left out. */
  hidden: Uint32Array;
}

export class LaidOutSelection implements Selection {
  readonly total: number;
  readonly #trail: Trail;
  readonly #stretches: readonly Stretch[];

  constructor(trail: Trail, stretches: readonly Stretch[]) {
    this.#trail = trail;
    this.#stretches = stretches;
    this.total = stretches.reduce(
      (sum, { first, end, hidden }) => sum + end - first - hidden.length,
      0,
    );
  }

  json(before: string, page: Page, after: string): Buffer {
    const { order } = page;
    const [from, to] = rangeOf(page, this.total);
    const [newest, end] = order === 'desc' ? [from, to] : [this.total - to, this.total - from];
    const [stretch] = this.#stretches;
    if (
      this.#stretches.length !== 1 ||
      stretch === undefined ||
      stretch.positions ||
      stretch.hidden.length > 0 ||
      order === 'asc'
    )
      return this.#joined(before, this.#positions(newest, end, order), after);
    const { bytes, starts } = this.#trail;
    const start = starts[stretch.first + newest] as number;
    const stop = starts[stretch.first + end] as number;
    return between(before, stop - start, after, (body, at) => {
      bytes.copy(body, at, start, stop);
    });
  }

  #joined(before: string, positions: readonly number[], after: string): Buffer {
    const { bytes, starts } = this.#trail;
    let size = 0;
    for (const position of positions)
      size += (starts[position + 1] as number) - (starts[position] as number);
    return between(before, size, after, (body, at) => {
      let here = at;
      for (const position of positions)
        here += bytes.copy(body, here, starts[position] as number, starts[position + 1] as number);
    });
  }

  /** The positions of the selection's records from its `from`-th newest up to `to`, in the order asked for. */
  #positions(from: number, to: number, order: Page['order']): number[] {
    const count = to - from;
    const positions = new Array<number>(count);
    const cursors = this.#cursorsAt(from);
    for (let i = 0; i < count; i++) {
      let next = cursors[0] as Cursor;
      for (const cursor of cursors) if (cursor.position < next.position) next = cursor;
      positions[order === 'desc' ? i : count - 1 - i] = next.position;
      next.advance();
    }
    return positions;
  }

  /** A cursor on each stretch, so that together they have `rank` records behind them. */
  #cursorsAt(rank: number): Cursor[] {
    const cursors = this.#stretches.map((stretch) => new Cursor(stretch));
    let low = 0;
    let high = this.#trail.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const before = cursors.reduce((sum, cursor) => sum + cursor.countBefore(middle + 1), 0);
      if (before > rank) high = middle;
      else low = middle + 1;
    }
    for (const cursor of cursors) cursor.moveTo(low);
    return cursors;
  }
}

/** Walks the positions of one stretch that are not hidden. */
class Cursor {
  /** The position it stands on; infinite at the end. */
  position = Number.POSITIVE_INFINITY;
  readonly #stretch: Stretch;
  #index: number;
  /** How many of the hidden ones lie behind it. */
  #passed = 0;

  constructor(stretch: Stretch) {
    this.#stretch = stretch;
    this.#index = stretch.first;
    this.#stand();
  }

  advance(): void {
    this.#index++;
    this.#stand();
  }

  /** To the first that is not less than the given position. */
  moveTo(position: number): void {
    this.#index = this.#indexOf(position);
    this.#passed = firstFrom(this.#stretch.hidden, position);
    this.#stand();
  }

  /** How many of the stretch's positions are less than the given one. */
  countBefore(position: number): number {
    const { first, hidden } = this.#stretch;
    return this.#indexOf(position) - first - firstFrom(hidden, position);
  }

  #indexOf(position: number): number {
    const { positions, first, end } = this.#stretch;
    const index = positions ? firstFrom(positions, position) : position;
    return Math.min(Math.max(index, first), end);
  }

  /** Where it is, or behind what is hidden there. */
  #stand(): void {
    const { positions, end, hidden } = this.#stretch;
    for (;;) {
      const index = this.#index;
      if (index >= end) this.position = Number.POSITIVE_INFINITY;
      else this.position = positions ? (positions[index] as number) : index;
      if (this.#passed >= hidden.length || hidden[this.#passed] !== this.position) return;
      this.#passed++;
      this.#index++;
    }
  }
}

/** Text around records that each end in a comma; the last comma is dropped. */
function between(
  before: string,
  size: number,
  after: string,
  write: (body: Buffer, at: number) => void,
): Buffer {
  const head = Buffer.byteLength(before);
  const recordsEnd = head + Math.max(size - 1, 0);
  const body = Buffer.allocUnsafe(recordsEnd + 1 + Buffer.byteLength(after));
  body.write(before, 0);
  write(body, head);
  const length = recordsEnd + body.write(after, recordsEnd);
  return body.subarray(0, length);
}
