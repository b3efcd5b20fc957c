/** Lists the tickets of a world, each as the holder of one credential sees it. */
import type { Credential, FixtureTicket } from '../../fixtures/language/Fixture.js';
import type { LaidOutTicket } from '../../mock-server/LaidOutTicket.js';
import type { Wish } from '../../mock-server/Reading.js';
import { refusalOf } from '../../mock-server/refusalOf.js';
import { seenForm } from '../../mock-server/SeenForm.js';
import { keyOf, type World, type WorldPart } from '../../mock-server/World.js';
import type { Listing } from './Listing.js';
import { listTrail } from './listTrail.js';
import { countServed, type SeenBy } from './placeRecords.js';

export interface Wanted extends Wish {
  /** The name of a credential; left out: of the first that may read the ticket. */
  credential?: string | undefined;
  /** Left out: all. */
  tickets?: readonly FixtureTicket[];
}

/** A ticket of the world for each that is wanted and whose vendor has the credential. */
export function listTickets({ parts, now = Date.now() }: World, wanted: Wanted = {}): Listing[] {
  return parts.flatMap((part) => {
    const credentials = named(part.section.credentials);
    if (
      wanted.credential !== undefined &&
      !credentials.some(({ name }) => name === wanted.credential)
    )
      return [];
    return part.section.tickets
      .filter((ticket) => wanted.tickets?.includes(ticket) ?? true)
      .map((ticket) => listTicket(part, ticket, credentials, wanted, now));
  });
}

interface Named {
  name: string;
  credential: Credential;
}

/** Credentials with their names; one that has none is called by its place in the list. */
export function named(credentials: readonly Credential[]): Named[] {
  return credentials.map((credential, i) => ({
    name: credential.entry.name ?? `credential ${i + 1}`,
    credential,
  }));
}

function listTicket(
  part: WorldPart,
  ticket: FixtureTicket,
  credentials: readonly Named[],
  { credential: wantedName, ...wish }: Wanted,
  now: number,
): Listing {
  const near = credentials
    .filter(({ credential: { within } }) => within.every((name, i) => name === ticket.address[i]))
    .map((one) => ({ ...one, ...seenBy(part, ticket, one.credential, wish, now) }));
  const possible = near.filter(({ name }) => name === (wantedName ?? name));
  const shown = possible.find(({ refused }) => refused === undefined) ?? possible[0];
  const readable = shown !== undefined && shown.refused === undefined;
  const elsewhere = wantedName === undefined ? 'no credential is for it' : 'it is for others';
  return {
    vendor: part.vendor.name,
    ticket: ticket.address.join('/'),
    written: ticket.records.length + (ticket.generated?.length ?? 0),
    credential: readable ? shown.name : wantedName,
    refused: shown ? shown.refused : elsewhere,
    trail: readable ? listTrail(shown.seen) : undefined,
    others: near
      .filter(({ refused, viewKey }) =>
        refused === undefined ? !readable || viewKey !== shown.viewKey : refused !== shown?.refused,
      )
      .map(({ name, refused, seen }) => ({
        credential: name,
        served: refused === undefined ? countServed(seen) : 0,
        refused,
      })),
  };
}

function seenBy(
  part: WorldPart,
  ticket: FixtureTicket,
  credential: Credential,
  wish: Wish,
  now: number,
) {
  const { vendor, profile, settings } = part;
  const view = vendor.view(credential.entry, settings, profile);
  const viewKey = JSON.stringify(view);
  const laidOut = part.seenIn(view).tickets.get(keyOf(ticket.address)) as LaidOutTicket;
  const alive = laidOut.at(now, now);
  const reading = vendor.reading(wish, { created: alive.created, now }, profile);
  const form = seenForm(vendor, view, profile);
  const { trail } = alive;
  const seen: SeenBy = { part, ticket, credential, reading, wish, form, trail, now };
  return { viewKey, seen, refused: refusalOf(part, credential, alive, now)?.message };
}
