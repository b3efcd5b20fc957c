/** The answer takes its time to begin. */
import type { Behaviour } from './Behaviour.js';

export const delay: Behaviour<number> = {
  change(reply, milliseconds) {
    reply.wait += milliseconds;
  },
};
