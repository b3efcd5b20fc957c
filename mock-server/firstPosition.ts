/** Binary search. */

/** The first index whose value passes, where all before fail and all after pass; the length if none does. */
export function firstPosition<Value>(
  list: ArrayLike<Value>,
  passes: (value: Value) => boolean,
): number {
  return firstIndex(list.length, (index) => passes(list[index] as Value));
}

/** The first index below a length that passes, where all before fail and all after pass; the length if none does. */
export function firstIndex(length: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
