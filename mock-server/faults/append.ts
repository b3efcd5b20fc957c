/** Something happens to the ticket just before it is read. */
import type { Growth } from '../../fixtures/language/Fault.js';
import type { Behaviour } from './Behaviour.js';

export const append: Behaviour<Growth> = {
  fits({ hasTicket, part, address, time }, { count, every }) {
    if (!hasTicket || part.room < count) return false;
    return every === undefined || part.isDue(address, count, every, time);
  },
  happen({ part, address, time }, { count, ago, every }) {
    if (every !== undefined) part.catchUp(address, count, every, time);
    else if (ago === 0) part.grow(address, count, time);
    else part.recall(address, count, time - ago);
  },
};
