/** Plays an endpoint where a client gets a token. */
import type { Request, RequestHandler, Response } from 'express';
import type { Attribution } from './Attribution.js';
import type { Credentials, Holder } from './Credentials.js';
import { begin, Exchange } from './Exchange.js';
import { readBody } from './readBody.js';
import { readForm } from './readForm.js';
import { send } from './send.js';
import type { AnyTokenEndpoint, Proof } from './TokenEndpoint.js';
import type { AnyVendor } from './Vendor.js';

type Fields = ReadonlyMap<string, string>;

/** @param instead answers where nobody plays the vendor */
export function playToken(
  endpoint: AnyTokenEndpoint,
  vendor: AnyVendor,
  attribution: Attribution,
  instead: (request: Request, response: Response) => void,
): RequestHandler {
  return async (request, response) => {
    const { headers, path } = request;
    const body = await outcome(readBody(request, response));
    // What is wrong with a form is said where it is read, since some clients are looked at before.
    const form = await outcome(formOf(body, headers['content-type']));
    const meant = endpoint.meant(headers, succeeded(form) ?? new Map());
    const place = attribution.of(vendor, meant);
    if (!place) return instead(request, response);
    const exchange = begin(response, new Exchange(request, place, endpoint.shape), meant);
    exchange.body = body();
    const { part } = place;
    const { credentials, profile } = part;
    const asked = { headers, path, form };
    if (part.faults.any)
      part.faults.meet({
        ...{ request, exchange, part, address: [], shape: endpoint.shape, refuse: endpoint.refuse },
        holder: () => ({
          holder: proven(endpoint.proofs(asked, profile), credentials, exchange.time),
          since: undefined,
        }),
      });

    const now = exchange.time;
    const holder = proven(endpoint.proofs(asked, profile), credentials, now);
    exchange.credential = holder.credential;
    let token = endpoint.fresh(asked, profile) ? undefined : credentials.tokenOf(holder, now);
    if (!token) {
      const made = await endpoint.make(asked, now, profile);
      // Another request may have got a token meanwhile, or have ended what this one has proven.
      proven(endpoint.proofs(asked, profile), credentials, now);
      token = endpoint.fresh(asked, profile) ? undefined : credentials.tokenOf(holder, now);
      if (!token) credentials.give(holder, made, now);
      token ??= made;
    }
    await send(response, { status: 200, body: endpoint.respond(token, now, profile) }, exchange);
  };
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
