/** Finds out without HTTP whether a credential may read a ticket's trail. */
import type { Credential } from '../fixtures/language/Fixture.js';
import type { SeenTicket } from './Endpoint.js';
import { isAbout } from './isAbout.js';
import { Refusal } from './Refusal.js';
import type { WorldPart } from './World.js';

/**
 * What a first request for the trail is refused with; undefined where it is answered.
 * @param now epoch milliseconds
 */
export function refusalOf(
  { vendor, profile, settings, actions }: WorldPart,
  { entry, within }: Credential,
  ticket: SeenTicket,
  now: number,
): Refusal | undefined {
  const { address } = ticket;
  const view = vendor.view(entry, settings, profile);
  for (const endpoint of vendor.endpoints)
    if (endpoint.shape === 'answer' && isAbout(endpoint, address))
      try {
        const path = endpoint.paths[0] ?? '';
        endpoint.permit(
          { within, view, path, address, settings, ticket: ticket.settings },
          profile,
        );
        const headers = { 'content-type': 'application/json' };
        const body = Buffer.from(endpoint.sampleBody ?? '');
        const asked = { address, headers, parameters: new Map(), body, actions, now };
        const question = endpoint.query(asked, profile);
        endpoint.respond(question, { view, ticket, tickets: [ticket], now }, profile);
      } catch (error) {
        if (error instanceof Refusal) return error;
        throw error;
      }
  return undefined;
}
