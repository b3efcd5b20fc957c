/** Finds out without HTTP whether a credential may read a ticket's trail. */
import type { Credential } from '../fixtures/language/Fixture.js';
import type { AnyEndpoint, SeenTicket } from './Endpoint.js';
import { isAbout } from './isAbout.js';
import { Refusal } from './Refusal.js';
import type { WorldPart } from './World.js';

/**
 * What the holder of a credential is refused the trail with; undefined where it is served.
 * @param now epoch milliseconds
 */
export function refusalOf(
  part: WorldPart,
  { entry, within }: Credential,
  seen: SeenTicket,
  now: number,
): Refusal | undefined {
  const { vendor, profile, settings, actions } = part;
  const { address, settings: ticket } = seen;
  const view = vendor.view(entry, settings, profile);
  const endpoint = vendor.endpoints.find(
    (endpoint) => endpoint.shape === 'answer' && isAbout(endpoint, address),
  ) as AnyEndpoint;
  const path = endpoint.paths[0] as string;
  const forbidden = refused(() =>
    endpoint.permit({ within, view, path, address, settings, ticket }, profile),
  );
  if (forbidden) return forbidden;
  const refusal = refused(() => {
    const headers = { 'content-type': 'application/json' };
    const body = Buffer.from(endpoint.sampleBody ?? '');
    const asked = { address, headers, parameters: new Map(), body, actions, now };
    const question = endpoint.query(asked, profile);
    endpoint.respond(question, { view, ticket: seen, tickets: [seen], now }, profile);
  });
  // Where it is how one asks that is refused, it is not who asks: another page may be served.
  return refusal?.kind === 'bad-parameter' ? undefined : refusal;
}

function refused(act: () => void): Refusal | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
