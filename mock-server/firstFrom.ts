/** Binary search in rising positions: many for each page, so it asks nobody what passes. */

/** The index of the first in a rising list that is not less than a position. */
export function firstFrom(list: ArrayLike<number>, position: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) >= position) high = middle;
    else low = middle + 1;
  }
  return low;
}
