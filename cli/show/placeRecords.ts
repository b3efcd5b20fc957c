/** Puts a ticket's records in order, and finds out which of them a client gets. */
import type { Credential, FixtureRecord, FixtureTicket } from '../../fixtures/language/Fixture.js';
import { newestFirst } from '../../mock-server/newestFirst.js';
import type { Reading, Wish } from '../../mock-server/Reading.js';
import type { Order } from '../../mock-server/Selection.js';
import type { TrailRecord } from '../../mock-server/Trail.js';
import type { WorldPart } from '../../mock-server/World.js';
import type { Marks } from './Listing.js';

/** A ticket, and who reads it how. */
export interface SeenBy {
  part: WorldPart;
  ticket: FixtureTicket;
  credential: Credential;
  wish: Wish;
  reading: Reading;
  /** Epoch milliseconds. */
  now: number;
}

export interface Placed {
  laidOut: TrailRecord;
  /** From 1; null for one that the client does not get. */
  position: number | null;
  /** Why it does not, where that is not for being late. */
  withheld: Pick<Marks, 'hidden' | 'outside' | 'unreachable'>;
}

/** Every record, those too that the client does not get, in the order that is wished for. */
export function placeRecords(seen: SeenBy): Placed[] {
  const { wish, reading, now } = seen;
  const { since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = reading.window;
  let reached = 0;
  const judged = inOrder(seen, reading.order).map(({ hidden, laidOut }) => {
    const outside = laidOut.time < since || laidOut.time > until;
    const late = (laidOut.entry.visibleFrom ?? now) > now;
    const unreachable = !hidden && !outside && !late && ++reached > reading.reach;
    const withheld: Placed['withheld'] = {
      ...(hidden && { hidden }),
      ...(outside && { outside }),
      ...(unreachable && { unreachable }),
    };
    return { laidOut, withheld, served: !hidden && !outside && !late && !unreachable };
  });
  // How far a client gets depends on the order that it can ask for, and not on the one listed.
  if (orderOf(wish, reading) !== reading.order) judged.reverse();
  let position = 0;
  return judged.map(({ served, ...one }) => ({ ...one, position: served ? ++position : null }));
}

/** What is wished for, though it may be an order that no client can ask for. */
export function orderOf(wish: Wish, reading: Reading): Order {
  return wish.order ?? reading.order;
}

/** All records as the credential sees them, or would see them if they were not hidden from it. */
function inOrder({ part, ticket, credential }: SeenBy, order: Order) {
  const { vendor, profile, settings } = part;
  const view = vendor.view(credential.entry, settings, profile);
  const laidOut = vendor.layOut(ticket, view, profile);
  const seen = new Set(laidOut.map(({ entry }) => entry));
  const all = seen.size === ticket.records.length ? laidOut : layOutAll();
  const sorted = newestFirst(all).map((one) => ({ laidOut: one, hidden: !seen.has(one.entry) }));
  return order === 'desc' ? sorted : sorted.reverse();

  /** As if everybody might see everything, so that one knows where what is hidden would stand. */
  function layOutAll(): TrailRecord[] {
    const open = new Map(
      ticket.records.map((entry): [FixtureRecord, FixtureRecord] => {
        // One by one, as a record of a file has no record of its own to spread.
        const { time, action, visibleFrom, json, record } = entry;
        return [{ time, action, visibleFrom, json, record }, entry];
      }),
    );
    return vendor
      .layOut({ ...ticket, records: [...open.keys()] }, view, profile)
      .map((one) => ({ ...one, entry: open.get(one.entry) as FixtureRecord }));
  }
}
