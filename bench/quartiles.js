/** The quartiles of some numbers. */

/**
 * Between two numbers, in proportion.
 * @param {readonly number[]} numbers at least one, in any order
 * @returns {{ low: number, median: number, high: number }}
 */
export function quartiles(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)];
    return below + (sorted[Math.ceil(place)] - below) * (place % 1);
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}
