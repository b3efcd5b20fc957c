/** Some numbers, in words: the median, and the quartiles where there is more than one. */
import { quartiles } from './quartiles.js';

/** @param {readonly number[]} numbers at least one; small ones are told with more digits */
export function spread(numbers) {
  const { low, median, high } = quartiles(numbers);
  const digits = median >= 10 ? 0 : median >= 0.1 ? 2 : 4;
  const [middle, ...ends] = [median, low, high].map((value) => value.toFixed(digits));
  return numbers.length === 1 ? middle : `${middle} (${ends.join('–')})`;
}
