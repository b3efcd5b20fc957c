/** Plays one endpoint: a request goes through it from top to bottom. */
import type { Request, RequestHandler } from 'express';
import type { AnyEndpoint, SeenTicket } from './Endpoint.js';
import { type Exchange, exchangeOf, partOf } from './Exchange.js';
import { spoil } from './faults/spoil.js';
import { Refusal } from './Refusal.js';
import { readBody } from './readBody.js';
import type { SessionPart } from './SessionPart.js';
import { send } from './send.js';
import { WatchedTrail } from './WatchedTrail.js';

/** The handler of an endpoint. */
export function playEndpoint(endpoint: AnyEndpoint): RequestHandler {
  const play = playing(endpoint);
  return async (request, response, next) => {
    const exchange = exchangeOf(response) as Exchange;
    const { answers } = partOf(response) as SessionPart;
    try {
      await play(request, response, next);
    } catch (error) {
      if (error instanceof Refusal && exchange.endpoint === 'audit-log')
        answers.refuse(exchange, addressIn(request, endpoint), error.kind);
      throw error;
    }
  };
}

/** What is refused first, second and last is the order of its lines. */
function playing(endpoint: AnyEndpoint): RequestHandler {
  const { shape } = endpoint;
  return async (request, response) => {
    const exchange = exchangeOf(response) as Exchange;
    const part = partOf(response) as SessionPart;
    const { profile, settings, credentials, limiter, vendor, answers } = part;
    const { headers, path } = request;
    const address = addressIn(request, endpoint);
    response.once('close', () => {
      // What a connection that was reset did not take any more counts as written, too.
      if (!response.writableFinished || request.socket.errored) spoil(exchange.arrival, 'left');
    });
    const parameters = exchange.readQuery(profile['repeated-parameter']);
    const unknown = unknownIn(parameters, endpoint);
    // Noted before anything can be refused for another reason.
    for (const name of unknown) exchange.wonder(`parameter ${name}`);
    if (part.faults.any)
      part.faults.meet({
        ...{ request, exchange, part, address, shape, refuse: endpoint.refuse },
        holder() {
          const secrets = endpoint.auth(headers, profile);
          const { time } = exchange;
          return {
            holder: credentials.find(secrets, time),
            since: credentials.givenAt(secrets, time, part.born),
          };
        },
      });
    const now = exchange.time;
    const holder = credentials.find(endpoint.auth(headers, profile), now);
    if (!holder) throw new Refusal('unknown-credential', 'The credential is not known.');
    const { credential, view, viewed } = holder;
    exchange.credential = credential;

    const limit = vendor.limits.of({ credential, address, shape }, profile);
    if (limit) {
      const standing = limiter.take(limit, now);
      const tell = vendor.limits.headers(standing, now, profile);
      for (const [name, value] of Object.entries(tell)) response.setHeader(name, value);
      if (!standing.allowed) throw new Refusal('rate-limited', vendor.limits.message(standing));
    }

    const tickets = part.tickets(address, viewed, now);
    const version = part.versionOf(address);
    const { within } = credential;
    const ticket = part.isTicket(address) ? tickets[0]?.settings : undefined;
    endpoint.permit({ within, view, path, address, settings, ticket }, profile);

    const [stranger] = unknown;
    if (stranger !== undefined && profile['unknown-parameter'] === 'refused')
      throw new Refusal('bad-parameter', `There is no parameter ${stranger}.`, stranger);
    const body = endpoint.method === 'POST' ? await readBody(request, response) : undefined;
    exchange.body = body;
    const { actions } = part;
    const question = endpoint.query({ address, headers, parameters, body, actions, now }, profile);

    if (tickets.length === 0 && part.isTicket(address))
      throw new Refusal('no-ticket', `There is no ticket ${address.at(-1)}.`);
    const answer = endpoint.respond(question, sceneOf(tickets, view, exchange), profile);
    await send(response, { status: 200, body: answer }, exchange);
    answers.note(exchange, { address, version }, holder);
  };
}

function unknownIn(parameters: ReadonlyMap<string, string>, endpoint: AnyEndpoint): string[] {
  const unknown: string[] = [];
  for (const name of parameters.keys()) if (!endpoint.parameters.includes(name)) unknown.push(name);
  return unknown;
}

function addressIn({ params }: Request, endpoint: AnyEndpoint): string[] {
  return endpoint.address.map((step) =>
    step.startsWith(':') ? (params[step.slice(1)] as string) : step,
  );
}

function sceneOf([ticket, ...others]: SeenTicket[], view: unknown, exchange: Exchange) {
  const tickets = ticket
    ? [{ ...ticket, trail: new WatchedTrail(ticket.trail, exchange) }, ...others]
    : [];
  return { view, ticket: tickets[0] as SeenTicket, tickets, now: exchange.time };
}
