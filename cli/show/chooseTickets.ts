/** Finds the tickets that a tester means. */
import type { FixtureTicket } from '../../fixtures/language/Fixture.js';
import { nearest } from '../../fixtures/language/nearest.js';
import type { World } from '../../mock-server/World.js';
import { visible } from '../plainText.js';
import { few } from './few.js';

/**
 * The tickets at an address, whose names are joined by slashes, or else the one whose last name
 * it is; undefined where none is wanted.
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
  const named = tickets.filter(({ address }) => address.at(-1) === wanted);
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

function addressOf({ address }: FixtureTicket): string {
  return address.join('/');
}
