/** The body comes in small pieces. */
import type { Deeds } from '../../fixtures/language/Fault.js';
import type { Behaviour } from './Behaviour.js';

export const drip: Behaviour<Deeds['drip']> = {
  change(reply, pieces) {
    reply.drip = pieces;
  },
};
