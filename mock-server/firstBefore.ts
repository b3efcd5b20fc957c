/** Binary search in falling times: twice for each page, so it asks nobody what passes. */

/**
 * The index of the first of falling times that is before another, or is it.
 * @param orAt whether it may be that time itself
 */
export function firstBefore(times: Float64Array, time: number, orAt: boolean): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = times[middle] as number;
    if (found < time || (orAt && found === time)) high = middle;
    else low = middle + 1;
  }
  return low;
}
