/** The records are those of the page before. */
import type { Behaviour } from './Behaviour.js';
import { spoil } from './spoil.js';

export const stale: Behaviour<true> = {
  fits: ({ page = 1 }) => page > 1,
  pages: -1,
  change: (reply) => spoil(reply, 'withheld'),
};
