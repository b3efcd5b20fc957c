/** The Express application that plays a world: every vendor at its own paths. */
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Clock } from './Clock.js';
import { playEndpoint } from './playEndpoint.js';
import { playToken } from './playToken.js';
import { Refusal } from './Refusal.js';
import { send, sendPlain } from './send.js';
import type { Answer, EngineProfile } from './Vendor.js';
import type { World, WorldPart } from './World.js';

export function createApp({ parts, clock }: World): Express {
  const app = express();
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.disable('etag');
  app.disable('x-powered-by');
  for (const part of parts) playVendor(app, part, clock);
  app.use((_request, response) => sendPlain(response, 404, nothingHere(parts), clock));
  app.use(sayBug(clock));
  return app;
}

/** Where the vendors are, for who asks at the wrong place. */
function nothingHere(parts: World['parts']): string {
  const places = parts.map(({ vendor: { name, prefixes } }) => `${name} under ${prefixes[0]}`);
  return `auditrig: no vendor has this path; ${places.join(', ')}`;
}

function playVendor(app: Express, part: WorldPart, clock: Clock): void {
  const { vendor, profile } = part;
  for (const endpoint of vendor.endpoints) {
    const { paths, method } = endpoint;
    const refuse = refuseWith(endpoint, profile, clock);
    app[method === 'GET' ? 'get' : 'post']([...paths], playEndpoint(endpoint, part, clock), refuse);
    app.all([...paths], wrongMethod(method), refuse);
  }
  for (const endpoint of vendor.tokenEndpoints) {
    const refuse = refuseWith(endpoint, profile, clock);
    app.post([...endpoint.paths], playToken(endpoint, part, clock), refuse);
    app.all([...endpoint.paths], wrongMethod('POST'), refuse);
  }
  for (const prefix of vendor.prefixes) {
    app.use(prefix, () => {
      throw new Refusal('no-path', 'There is nothing at this path.');
    });
    app.use(prefix, refuseWith(vendor, profile, clock));
  }
}

function wrongMethod(right: string): RequestHandler {
  return (_request, response) => {
    response.setHeader('Allow', right === 'GET' ? 'GET, HEAD' : right);
    throw new Refusal('wrong-method', `Only ${right} is possible here.`);
  };
}

/** Answers refusals in a dialect; a path that cannot be decoded leads nowhere. */
function refuseWith<Profile extends EngineProfile>(
  dialect: { refuse(refusal: Refusal, profile: Profile): Answer },
  profile: Profile,
  clock: Clock,
): ErrorRequestHandler {
  return async (error, _request, response, next) => {
    const refusal =
      error instanceof URIError ? new Refusal('no-path', 'The path cannot be decoded.') : error;
    if (refusal instanceof Refusal) await send(response, dialect.refuse(refusal, profile), clock);
    else next(error);
  };
}

function sayBug(clock: Clock): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error, _request, response, _next) => {
    console.error(error);
    // Where a part of an answer has gone already, that it is cut short has to say it.
    if (response.headersSent) response.destroy();
    else sendPlain(response, 500, `simulator bug: ${error?.message ?? error}`, clock);
  };
}
