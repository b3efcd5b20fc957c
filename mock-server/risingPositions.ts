/** The positions of several stretches of a trail together: fifty of them for each page, so it makes next to nothing. */
import { firstFrom } from './firstFrom.js';

/** A stretch of a trail, or of the positions of one action; `end` is exclusive. No two have one position. */
export interface Stretch {
  /** Rising positions; left out where the stretch is of the trail itself. */
  positions?: ArrayLike<number>;
  first: number;
  end: number;
  /** Rising positions of records in it that are left out. */
  hidden: Uint32Array;
}

/** More than any position; a small number, as such are compared faster than infinity. */
const END = 2 ** 30;

/** So many positions, rising, without the hidden ones, from the one on that so many others stand before. */
export function risingPositions(
  stretches: readonly Stretch[],
  from: number,
  count: number,
): number[] {
  const positions = new Array<number>(count);
  const [only] = stretches;
  if (only && stretches.length === 1 && only.hidden.length === 0) {
    for (let i = 0; i < count; i++) positions[i] = positionAt(only, only.first + from + i);
    return positions;
  }
  // Where each stretch is, and the position that stands there.
  const indexes = indexesAt(stretches, from);
  const heads = stretches.map((stretch, k) => headOf(stretch, indexes[k] as number));
  for (let i = 0; i < count; i++) {
    let next = 0;
    for (let k = 1; k < heads.length; k++)
      if ((heads[k] as number) < (heads[next] as number)) next = k;
    positions[i] = heads[next] as number;
    const stretch = stretches[next] as Stretch;
    const index = shownFrom(stretch, (indexes[next] as number) + 1);
    indexes[next] = index;
    heads[next] = headOf(stretch, index);
  }
  return positions;
}

/** Where each stretch is once so many positions have been passed, which are the least. */
function indexesAt(stretches: readonly Stretch[], rank: number): number[] {
  let [low, high] = [END, 0];
  for (const stretch of stretches) {
    if (stretch.first === stretch.end) continue;
    low = Math.min(low, positionAt(stretch, stretch.first));
    high = Math.max(high, positionAt(stretch, stretch.end - 1) + 1);
  }
  // What has been found out of each stretch, so that less and less of it is looked at.
  const atLeast = stretches.map(({ first }) => first);
  const atMost = stretches.map(({ end }) => end);
  const found = stretches.map(() => 0);
  while (low < high) {
    const middle = (low + high) >>> 1;
    let before = 0;
    for (let k = 0; k < stretches.length; k++) {
      const stretch = stretches[k] as Stretch;
      const index = indexOf(stretch, middle + 1, atLeast[k] as number, atMost[k] as number);
      found[k] = index;
      before += index - stretch.first - firstFrom(stretch.hidden, middle + 1);
    }
    const known = before > rank ? atMost : atLeast;
    for (let k = 0; k < found.length; k++) known[k] = found[k] as number;
    if (before > rank) high = middle;
    else low = middle + 1;
  }
  return stretches.map((stretch, k) => shownFrom(stretch, atLeast[k] as number));
}

function positionAt({ positions }: Stretch, index: number): number {
  return positions === undefined ? index : (positions[index] as number);
}

function headOf(stretch: Stretch, index: number): number {
  return index < stretch.end ? positionAt(stretch, index) : END;
}

/** The index from `first` to `end` of the first in a stretch that is not less than a position. */
function indexOf({ positions }: Stretch, position: number, first: number, end: number): number {
  if (positions === undefined) return Math.min(Math.max(position, first), end);
  return firstFrom(positions, position, first, end);
}

/** The first index from one on where nothing is hidden. */
function shownFrom(stretch: Stretch, index: number): number {
  const { hidden, end } = stretch;
  let shown = index;
  while (hidden.length > 0 && shown < end) {
    const position = positionAt(stretch, shown);
    if (hidden[firstFrom(hidden, position)] !== position) break;
    shown++;
  }
  return shown;
}
