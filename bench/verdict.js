/** Whether a target is met, by what was found in each round. */
import { quartiles } from './quartiles.js';

/**
 * Inconclusive where the quartiles lie on both sides of the target: another run could say otherwise.
 * @param {readonly number[]} found of each round, at least one
 * @param {{ atLeast: number } | { atMost: number }} target inclusive
 * @returns {'met' | 'missed' | 'inconclusive'}
 */
export function verdict(found, { atLeast = Number.NEGATIVE_INFINITY, atMost = Infinity }) {
  const { low, high } = quartiles(found);
  const [worst, best] = [low, high].map((value) => value >= atLeast && value <= atMost);
  if (worst !== best) return 'inconclusive';
  return worst ? 'met' : 'missed';
}
