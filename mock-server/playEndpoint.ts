/** Plays one endpoint: a request goes through it from top to bottom. */
import type { Request, RequestHandler } from 'express';
import type { Clock } from './Clock.js';
import { Refusal } from './Refusal.js';
import { readBody } from './readBody.js';
import { readParameters } from './readParameters.js';
import { send } from './send.js';
import type { Endpoint } from './Vendor.js';
import type { WorldPart } from './World.js';

/** The handler of an endpoint; what is refused first, second and last is the order of its lines. */
export function playEndpoint(
  endpoint: Endpoint<unknown>,
  part: WorldPart,
  clock: Clock,
): RequestHandler {
  return async (request, response) => {
    const holder = part.credentials.find(endpoint.auth(request.headers));
    if (!holder) throw new Refusal('unknown-credential', 'The credential is not known.');

    const address = addressOf(request, endpoint.params);
    if (holder.within.some((name, i) => name !== address[i]))
      throw new Refusal('forbidden', `The credential is not valid for ${address[0]}.`);

    const question = endpoint.query({
      address,
      parameters: readParameters(request.url),
      body: endpoint.method === 'POST' ? await readBody(request, response) : undefined,
    });

    const ticket = part.ticket(address);
    if (!ticket) throw new Refusal('no-ticket', `There is no ticket ${address.at(-1)}.`);

    send(response, { status: 200, body: endpoint.respond(question, ticket, clock.now()) }, clock);
  };
}

function addressOf(request: Request, params: readonly string[]): string[] {
  return params.map((name) => request.params[name] as string);
}
