/** What stands above a ticket's records. */

import { counted } from '../../fixtures/language/counted.js';
import { visible } from '../../fixtures/language/visible.js';
import type { ListedTrail, Listing } from './Listing.js';

/** The ticket in a line, and a line for each other credential whose view differs. */
export function headingOf(listing: Listing): string[] {
  const { vendor, ticket, written, credential, refused, trail, others } = listing;
  const about = trail
    ? [
        trail.served === written
          ? counted(written, 'record')
          : `${trail.served} of ${counted(written, 'record')}`,
        orderWords(trail),
        pageWords(trail),
        `seen by ${credential}`,
      ]
    : [
        counted(written, 'record'),
        `${credential === undefined ? 'nobody may' : `${credential} may not`} read them: ${refused}`,
      ];
  return [
    `${vendor} ${ticket}: ${about.join(', ')}`,
    ...others.map(
      ({ credential, served, refused }) =>
        `  ${credential}: ${refused === undefined ? counted(served, 'record') : `refused: ${refused}`}`,
    ),
  ].map(visible);
}

function orderWords({ order, reading }: ListedTrail): string {
  const words = order === 'desc' ? 'newest first' : 'oldest first';
  return order === reading.order ? words : `${words} (no client can ask for that)`;
}

function pageWords({ pageSize, served, reading, wish }: ListedTrail): string {
  if (pageSize === Number.POSITIVE_INFINITY) return 'in one piece';
  if (pageSize !== reading.pageSize) return `in one piece, with borders as if ${pageSize} a page`;
  const count = Math.ceil(served / pageSize);
  const words = `${count <= 1 ? '1 page' : `${count} pages`} of ${pageSize}`;
  return (wish.pageSize ?? pageSize) === pageSize ? words : `${words} (not of ${wish.pageSize})`;
}
