/** Finds the tickets that a tester means. */
import type { FixtureTicket } from '../../fixtures/language/Fixture.js';
import { nearest } from '../../fixtures/language/nearest.js';
import { visible } from '../../fixtures/language/visible.js';
import type { World } from '../../mock-server/World.js';
import { few } from './few.js';

/**
 * The tickets at an address, whose names are joined by slashes, or else the one that some of the
 * names lead to, the last among them; undefined where none is wanted.
 * @param complain is told why there is none
 */
export function chooseTickets(
  { parts }: World,
  wanted: string | undefined,
  complain: (message: string) => never,
): FixtureTicket[] | undefined {
  if (wanted === undefined) return undefined;
  const tickets = parts.flatMap(({ section }) => section.tickets);
  const exact = tickets.filter((ticket) => addressOf(ticket) === wanted);
  const named = tickets.filter(({ address }) => isLedTo(address, wanted.split('/')));
  const found = exact.length > 0 ? exact : named;
  const addresses = tickets.map(addressOf);
  if (found === named && named.length > 1)
    complain(`several tickets are called '${wanted}': ${few(named.map(addressOf))}`);
  if (found.length > 0) return found;
  const meant = nearest(wanted, [
    ...addresses,
    ...tickets.map(({ address }) => address.at(-1) ?? ''),
  ]);
  const hint = meant === undefined ? '' : `; did you mean ${visible(meant)}?`;
  return complain(`there is no ticket '${wanted}'${hint} (there is ${few(addresses)})`);
}

/** Whether names stand in an address in their order, the last of them at its end. */
function isLedTo(address: readonly string[], names: readonly string[]): boolean {
  const [last, ...others] = names.toReversed();
  let at = address.length - 1;
  if (address[at] !== last) return false;
  return others.every((name) => {
    at = address.lastIndexOf(name, at - 1);
    return at >= 0;
  });
}

function addressOf({ address }: FixtureTicket): string {
  return address.join('/');
}
