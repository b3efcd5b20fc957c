/** Plays one endpoint: a request goes through it from top to bottom. */
import type { RequestHandler } from 'express';
import type { Clock } from './Clock.js';
import { Refusal } from './Refusal.js';
import { readBody } from './readBody.js';
import { readParameters } from './readParameters.js';
import { send } from './send.js';
import type { Trail } from './Trail.js';
import type { AnyEndpoint } from './Vendor.js';
import type { WorldPart } from './World.js';

/** The handler of an endpoint; what is refused first, second and last is the order of its lines. */
export function playEndpoint(endpoint: AnyEndpoint, part: WorldPart, clock: Clock): RequestHandler {
  const { profile, settings, actions } = part;
  return async (request, response) => {
    const { headers, path } = request;
    const holder = part.index.find(endpoint.auth(headers, profile));
    if (!holder) throw new Refusal('unknown-credential', 'The credential is not known.');

    const address = endpoint.params.map((name) => request.params[name] as string);
    const ticket = part.ticket(address);
    const { within, view } = holder;
    endpoint.permit({ within, view, path, address, settings, ticket: ticket?.settings }, profile);

    const parameters = readParameters(request.url, profile['repeated-parameter']);
    if (profile['unknown-parameter'] === 'refused')
      for (const name of parameters.keys())
        if (!endpoint.parameters.includes(name))
          throw new Refusal('bad-parameter', 'There is no such parameter.', name);
    const body = endpoint.method === 'POST' ? await readBody(request, response) : undefined;
    const question = endpoint.query({ address, headers, parameters, body, actions }, profile);

    if (!ticket) throw new Refusal('no-ticket', `There is no ticket ${address.at(-1)}.`);
    const trail = ticket.trails.get(holder.viewKey) as Trail;
    const scene = { created: ticket.created, trail, now: clock.now() };
    send(response, { status: 200, body: endpoint.respond(question, scene, profile) }, clock);
  };
}
