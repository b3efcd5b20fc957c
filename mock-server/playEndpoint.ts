/** Plays one endpoint: a request goes through it from top to bottom. */
import type { RequestHandler } from 'express';
import type { Clock } from './Clock.js';
import type { AnyEndpoint, SeenTicket } from './Endpoint.js';
import { Refusal } from './Refusal.js';
import { readBody } from './readBody.js';
import { readParameters } from './readParameters.js';
import { send } from './send.js';
import type { WorldPart } from './World.js';

/** The handler of an endpoint; what is refused first, second and last is the order of its lines. */
export function playEndpoint(endpoint: AnyEndpoint, part: WorldPart, clock: Clock): RequestHandler {
  const { profile, settings, actions, credentials, limiter, vendor } = part;
  const { shape } = endpoint;
  return async (request, response) => {
    const { headers, path } = request;
    const now = clock.now();
    const holder = credentials.find(endpoint.auth(headers, profile), now);
    if (!holder) throw new Refusal('unknown-credential', 'The credential is not known.');
    const { credential, view, viewKey } = holder;

    const address = endpoint.address.map((step) =>
      step.startsWith(':') ? (request.params[step.slice(1)] as string) : step,
    );
    const limit = vendor.limits.of({ credential, address, shape }, profile);
    if (limit) {
      const standing = limiter.take(limit, now);
      const tell = vendor.limits.headers(standing, now, profile);
      for (const [name, value] of Object.entries(tell)) response.setHeader(name, value);
      if (!standing.allowed) throw new Refusal('rate-limited', vendor.limits.message(standing));
    }

    const tickets = part.tickets(address, viewKey, now);
    const { within } = credential;
    const ticket = part.isTicket(address) ? tickets[0]?.settings : undefined;
    endpoint.permit({ within, view, path, address, settings, ticket }, profile);

    const parameters = readParameters(request.url, profile['repeated-parameter']);
    if (profile['unknown-parameter'] === 'refused')
      for (const name of parameters.keys())
        if (!endpoint.parameters.includes(name))
          throw new Refusal('bad-parameter', `There is no parameter ${name}.`, name);
    const body = endpoint.method === 'POST' ? await readBody(request, response) : undefined;
    const question = endpoint.query({ address, headers, parameters, body, actions, now }, profile);

    if (tickets.length === 0 && part.isTicket(address))
      throw new Refusal('no-ticket', `There is no ticket ${address.at(-1)}.`);
    const scene = { view, ticket: tickets[0] as SeenTicket, tickets, now };
    const answer = endpoint.respond(question, scene, profile);
    await send(response, { status: 200, body: answer }, clock);
  };
}
