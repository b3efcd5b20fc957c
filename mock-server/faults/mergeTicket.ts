/** The ticket becomes a part of another. */
import type { Behaviour } from './Behaviour.js';

export const mergeTicket: Behaviour<string> = {
  fits: ({ hasTicket, part, address }, id) =>
    hasTicket && into(part.part.section, address, id) !== undefined,
  happen({ part, address }, id) {
    const other = into(part.part.section, address, id);
    if (other) part.merge(address, other);
  },
};

/** The other ticket's address; undefined where it is the same. */
function into(
  { tickets }: { tickets: readonly { address: readonly string[] }[] },
  address: readonly string[],
  id: string,
): readonly string[] | undefined {
  if (address.at(-1) === id) return undefined;
  return tickets.find((ticket) => ticket.address.at(-1) === id)?.address;
}
