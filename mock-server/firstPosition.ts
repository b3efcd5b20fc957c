/** Binary search. */

/** The first index whose value passes, where all before fail and all after pass; the length if none does. */
export function firstPosition<Value>(
  list: ArrayLike<Value>,
  passes: (value: Value) => boolean,
): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(list[middle] as Value)) high = middle;
    else low = middle + 1;
  }
  return low;
}
