/** Binary search in rising positions: many for each page, so it asks nobody what passes. */

/** The index of the first in a rising list, or of a part of it, that is not less than a position. @param end exclusive */
export function firstFrom(
  list: ArrayLike<number>,
  position: number,
  first = 0,
  end = list.length,
): number {
  let low = first;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as number) >= position) high = middle;
    else low = middle + 1;
  }
  return low;
}
