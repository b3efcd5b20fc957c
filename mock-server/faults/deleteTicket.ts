/** The ticket is gone. */
import type { Behaviour } from './Behaviour.js';

export const deleteTicket: Behaviour<true> = {
  fits: ({ hasTicket }) => hasTicket,
  happen({ part, address }) {
    part.changesOf(address).deleted = true;
  },
};
