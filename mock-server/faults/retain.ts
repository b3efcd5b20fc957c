/** Old records of the ticket are gone. */
import type { Behaviour } from './Behaviour.js';

export const retain: Behaviour<number> = {
  fits: ({ hasTicket }) => hasTicket,
  happen: ({ part, address, time }, age) => part.changesOf(address).forget(time - age),
};
