/** Time passes. */
import type { Behaviour } from './Behaviour.js';

export const clock: Behaviour<number> = {
  happen({ part, asking: { exchange } }, stretch) {
    part.clock.pass(stretch);
    exchange.time = part.clock.now();
  },
};
