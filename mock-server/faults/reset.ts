/** The connection is reset. */
import type { Behaviour } from './Behaviour.js';

export const reset: Behaviour<true> = {
  change(reply) {
    reply.end = 'reset';
    reply.delivery = 'withheld';
  },
};
