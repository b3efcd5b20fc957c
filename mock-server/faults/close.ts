/** The connection is closed without an answer. */
import type { Behaviour } from './Behaviour.js';

export const close: Behaviour<true> = {
  change(reply) {
    reply.end = 'close';
    reply.delivery = 'withheld';
  },
};
