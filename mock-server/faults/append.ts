/** Something happens to the ticket just before it is read. */
import type { Behaviour } from './Behaviour.js';

export const append: Behaviour<number> = {
  fits: (encounter, records) => encounter.hasTicket && encounter.part.room >= records,
  happen: ({ part, address, time }, records) => part.grow(address, records, time),
};
