/** Gives up on a subject that shows no sign of life for too long, or too many. */
import type { Broken, Patience } from './Subject.js';

/** How often signs are looked for, in milliseconds. */
const OFTEN = 50;

export interface GivenUp {
  kind: 'broken';
  reason: Broken;
  says: string;
}

/**
 * @param own signs of life that are counted beside those of patience
 * @returns what resolves when patience is lost, and how to stop looking
 */
export function givingUp({ timeout, signs, most }: Patience, own: () => number) {
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<GivenUp>((resolve) => {
    let last = -1;
    let since = 0;
    const look = () => {
      const now = performance.now();
      const requests = signs();
      const count = requests + own();
      if (requests > most) {
        const says = `it asked ${requests} times, where ${most} are far too many, and was not done`;
        resolve({ kind: 'broken', reason: 'endless', says });
      }
      if (count !== last) [last, since] = [count, now];
      else if (now - since >= timeout) {
        const says = `nothing came from it, and nothing was asked by it, for ${timeout / 1000} s`;
        resolve({ kind: 'broken', reason: 'no-reply', says });
      }
    };
    timer = setInterval(look, Math.min(OFTEN, timeout));
  });
  return { givenUp, stop: () => clearInterval(timer) };
}
