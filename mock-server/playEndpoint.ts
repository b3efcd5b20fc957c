/** Plays one endpoint: a request goes through it from top to bottom. */
import type { Request, RequestHandler, Response } from 'express';
import type { AnswerLedger } from './AnswerLedger.js';
import type { TicketVersion } from './ChangedTicket.js';
import type { Holder } from './Credentials.js';
import type { AnyEndpoint, Scene, SeenTicket } from './Endpoint.js';
import { type Exchange, exchangeOf, partOf } from './Exchange.js';
import { spoil } from './faults/spoil.js';
import { Refusal } from './Refusal.js';
import { readBody } from './readBody.js';
import type { SessionPart } from './SessionPart.js';
import { send } from './send.js';
import { WatchedTrail } from './WatchedTrail.js';

/** A request, and what is known of it from the beginning. */
interface Arrived {
  request: Request;
  response: Response;
  exchange: Exchange;
  part: SessionPart;
  /** The part's, which has others once it is reset. */
  answers: AnswerLedger;
  address: readonly string[];
}

/** A request that may be answered, unless it asks for what there is not. */
interface Admitted {
  holder: Holder;
  parameters: ReadonlyMap<string, string>;
  tickets: readonly SeenTicket[];
  version: TicketVersion;
  now: number;
}

/** The handler of an endpoint; what has to wait for nothing is answered at once. */
export function playEndpoint(endpoint: AnyEndpoint): RequestHandler {
  return (request, response) => {
    const [exchange, part] = [exchangeOf(response) as Exchange, partOf(response) as SessionPart];
    const { answers } = part;
    const address = addressIn(request, endpoint);
    const refused = (error: unknown): never => {
      if (error instanceof Refusal && exchange.endpoint === 'audit-log')
        answers.refuse(exchange, address, error.kind);
      throw error;
    };
    try {
      const arrived = { request, response, exchange, part, answers, address };
      return play(endpoint, arrived)?.catch(refused);
    } catch (error) {
      return refused(error);
    }
  };
}

function play(endpoint: AnyEndpoint, arrived: Arrived): Promise<void> | undefined {
  const admitted = admit(endpoint, arrived);
  if (endpoint.method === 'GET') return answer(endpoint, arrived, admitted, undefined);
  const { request, response } = arrived;
  return readBody(request, response).then((body) => answer(endpoint, arrived, admitted, body));
}

/** What is refused first, second and last is the order of its lines. */
function admit(
  endpoint: AnyEndpoint,
  { request, response, exchange, part, address }: Arrived,
): Admitted {
  const { shape } = endpoint;
  const { profile, settings, credentials, limiter, vendor } = part;
  const { headers } = request;
  response.on('close', noteLeft);
  const parameters = exchange.readQuery(profile['repeated-parameter']);
  const unknown = unknownIn(parameters, endpoint);
  // Noted before anything can be refused for another reason.
  for (const name of unknown) exchange.wonder(`parameter ${name}`);
  if (part.faults.any)
    part.faults.meet({
      ...{ request, exchange, part, address, parameters, shape, refuse: endpoint.refuse },
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
  endpoint.permit({ within, view, path: request.path, address, settings, ticket }, profile);

  const [stranger] = unknown;
  if (stranger !== undefined && profile['unknown-parameter'] === 'refused')
    throw new Refusal('bad-parameter', `There is no parameter ${stranger}.`, stranger);
  return { holder, parameters, tickets, version, now };
}

function answer(
  endpoint: AnyEndpoint,
  { request, response, exchange, part, answers, address }: Arrived,
  { holder, parameters, tickets, version, now }: Admitted,
  body: Buffer | undefined,
): Promise<void> | undefined {
  const { actions, profile } = part;
  exchange.body = body;
  const { headers } = request;
  const question = endpoint.query({ address, headers, parameters, body, actions, now }, profile);

  if (tickets.length === 0 && part.isTicket(address))
    throw new Refusal('no-ticket', `There is no ticket ${address.at(-1)}.`);
  const scene = sceneOf(tickets, holder.view, exchange);
  const given = endpoint.respond(question, scene, profile);
  const note = () => answers.note(exchange, { address, version }, holder);
  const sending = send(response, { status: 200, body: given }, exchange);
  if (sending) return sending.then(note);
  note();
  return undefined;
}

/** What a connection that was reset did not take any more counts as written, too. */
function noteLeft(this: Response): void {
  if (this.writableFinished && !this.req.socket.errored) return;
  const exchange = exchangeOf(this);
  if (exchange) spoil(exchange.arrival, 'left');
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

function sceneOf(
  [ticket, ...others]: readonly SeenTicket[],
  view: unknown,
  exchange: Exchange,
): Scene<unknown> {
  const now = exchange.time;
  if (!ticket) return { view, ticket: ticket as never, tickets: [], now };
  const { address, settings, created, updated, changed, trail } = ticket;
  const watched = new WatchedTrail(trail, exchange);
  const seen = { address, settings, created, updated, changed, trail: watched };
  return { view, ticket: seen, tickets: [seen, ...others], now };
}
