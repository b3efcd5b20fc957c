/** How much of its core a server had while it was asked as fast as it answers. */
import { quartiles } from './quartiles.js';

/** With less, something else had the core: how often it answered says little of what it costs. */
export const ENOUGH = 0.8;

/** @param {readonly { perSecond: number, cpu: number }[]} rounds @returns from 0 to 1, the median */
export function coreShare(rounds) {
  return quartiles(rounds.map(({ perSecond, cpu }) => (perSecond * cpu) / 1000)).median;
}
