/** Plays an endpoint where a client gets a token. */
import type { RequestHandler } from 'express';
import type { Clock } from './Clock.js';
import type { Holder } from './Credentials.js';
import { readBody } from './readBody.js';
import { readForm } from './readForm.js';
import { send } from './send.js';
import type { AnyTokenEndpoint } from './TokenEndpoint.js';
import type { WorldPart } from './World.js';

export function playToken(
  endpoint: AnyTokenEndpoint,
  { credentials, profile }: WorldPart,
  clock: Clock,
): RequestHandler {
  return async (request, response) => {
    const { headers, path } = request;
    const body = await readBody(request, response);
    const form = await readForm(body, headers['content-type']);
    const asked = { headers, path, form };

    const now = clock.now();
    let holder: Holder | undefined;
    for (const { secret, otherwise } of endpoint.proofs(asked, profile)) {
      holder = credentials.find([secret], now);
      if (!holder) throw otherwise;
    }
    // What a vendor asks for no proof of, it gives to nobody.
    if (!holder) throw new Error('a token endpoint asked for no proof');

    let token = credentials.tokenOf(holder, now);
    if (!token || endpoint.fresh(asked, profile)) {
      token = await endpoint.make(asked, now, profile);
      credentials.give(holder, token);
    }
    send(response, { status: 200, body: endpoint.respond(token, now, profile) }, clock);
  };
}
