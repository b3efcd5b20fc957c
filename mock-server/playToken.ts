/** Plays an endpoint where a client gets a token. */
import type { Request, RequestHandler, Response } from 'express';
import { attributionOf } from './Attribution.js';
import type { Credentials, Holder, Token } from './Credentials.js';
import { begin, type Exchange } from './Exchange.js';
import { readBody } from './readBody.js';
import { readForm } from './readForm.js';
import { readParameters } from './readParameters.js';
import type { SessionPart } from './SessionPart.js';
import { send } from './send.js';
import type { AnyTokenEndpoint, Proof, TokenRequest } from './TokenEndpoint.js';
import type { AnyVendor } from './Vendor.js';

type Fields = ReadonlyMap<string, string>;

/** @param instead answers where nobody plays the vendor */
export function playToken(
  endpoint: AnyTokenEndpoint,
  vendor: AnyVendor,
  instead: (request: Request, response: Response) => void,
): RequestHandler {
  return async (request, response) => {
    const { headers, path } = request;
    const attribution = attributionOf(response);
    const body = await outcome(readBody(request, response));
    // What is wrong with a form is said where it is read, since some clients are looked at before.
    const form = await outcome(formOf(body, headers['content-type']));
    const meant = endpoint.meant(headers, succeeded(form) ?? new Map());
    const place = attribution.of(vendor, meant);
    if (!place) return instead(request, response);
    const exchange = begin(request, response, place, endpoint.shape, meant);
    exchange.body = body();
    const { part } = place;
    const asked = { headers, path, form };
    if (part.faults.any)
      part.faults.meet({
        ...{ request, exchange, part, address: [], shape: endpoint.shape, refuse: endpoint.refuse },
        parameters: readParameters(request.url, part.profile['repeated-parameter']),
        holder: () => ({
          holder: proven(endpoint.proofs(asked, part.profile), part.credentials, exchange.time),
          since: undefined,
        }),
      });

    const playing = () => (attribution.of(vendor, meant) ?? place).part;
    const { token, profile } = await tokenFor(endpoint, asked, exchange, playing);
    const answer = endpoint.respond(token, exchange.time, profile);
    await send(response, { status: 200, body: answer }, exchange);
  };
}

/**
 * The token that a client has or gets. While one is made, another request may get one, and the
 * client may lose what it has proven, or have it in another world, at another time.
 * @param playing whose request it is now
 */
async function tokenFor(
  endpoint: AnyTokenEndpoint,
  asked: TokenRequest,
  exchange: Exchange,
  playing: () => SessionPart,
) {
  let made: { holder: Holder; token: Token } | undefined;
  for (;;) {
    const { credentials, profile } = playing();
    const holder = proven(endpoint.proofs(asked, profile), credentials, exchange.time);
    exchange.credential = holder.credential;
    if (made && made.holder !== holder) exchange.time = exchange.clock.now();
    const now = exchange.time;
    const live = endpoint.fresh(asked, profile) ? undefined : credentials.tokenOf(holder, now);
    if (live) return { token: live, profile };
    if (made?.holder === holder) {
      credentials.give(holder, made.token, now);
      return { token: made.token, profile };
    }
    made = { holder, token: await endpoint.make(asked, now, profile) };
  }
}

/** The holder of the last proof. @throws Refusal of the first that is not good */
function proven(proofs: Iterable<Proof>, credentials: Credentials, now: number): Holder {
  let holder: Holder | undefined;
  for (const { secret, otherwise } of proofs) {
    holder = credentials.find([secret], now);
    if (!holder) throw otherwise;
  }
  // What a vendor asks for no proof of, it gives to nobody.
  if (!holder) throw new Error('a token endpoint asked for no proof');
  return holder;
}

async function formOf(body: () => Buffer | undefined, type: string | undefined): Promise<Fields> {
  return readForm(body(), type);
}

/** A function that gives what a promise gave, or throws what it threw. */
async function outcome<Result>(promise: Promise<Result>): Promise<() => Result> {
  try {
    const result = await promise;
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function succeeded<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
