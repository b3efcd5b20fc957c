/** The Express application that plays vendors, each at its own paths, to requests of any session. */
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { attributionOf } from './Attribution.js';
import { begin, Exchange, exchangeOf, meantBy, partOf } from './Exchange.js';
import { placeOf } from './placeOf.js';
import { playEndpoint } from './playEndpoint.js';
import { playToken } from './playToken.js';
import { Refusal } from './Refusal.js';
import { send, sendPlain } from './send.js';
import type { Answer, AnyVendor } from './Vendor.js';

/** What refuses in a dialect. */
interface Dialect {
  // biome-ignore lint/suspicious/noExplicitAny: the engine hands profiles on unseen
  refuse(refusal: Refusal, profile: any): Answer;
}

/** One serves many ports, as to make it is dear; responses know by their `locals` who attributes requests. */
export function createApp(vendors: readonly AnyVendor[]): Express {
  const app = express();
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.disable('etag');
  app.disable('x-powered-by');
  for (const vendor of vendors) playVendor(app, vendor);
  app.use(sayNothingHere);
  app.use(sayBug);
  return app;
}

function playVendor(app: Express, vendor: AnyVendor): void {
  for (const endpoint of vendor.endpoints) {
    const { paths, method } = endpoint;
    const known = attribute(vendor, placeOf(endpoint));
    const refuse = refuseWith(endpoint, vendor);
    app[method === 'GET' ? 'get' : 'post']([...paths], known, playEndpoint(endpoint), refuse);
    app.route([...paths]).all(known, wrongMethod(method), refuse);
  }
  for (const endpoint of vendor.tokenEndpoints) {
    const known = attribute(vendor, placeOf(endpoint));
    const refuse = refuseWith(endpoint, vendor);
    app.post([...endpoint.paths], playToken(endpoint, vendor, sayNothingHere), refuse);
    app.route([...endpoint.paths]).all(known, wrongMethod('POST'), refuse);
  }
  for (const prefix of vendor.prefixes) {
    app.use(prefix, attribute(vendor, undefined), noPath);
    app.use(prefix, refuseWith(vendor, vendor));
  }
}

/** Finds out whose a request is; where nobody plays the vendor, there is nothing at the path. */
function attribute(vendor: AnyVendor, endpoint: string | undefined): RequestHandler {
  return (request, response, next) => {
    const meant = vendor.meant(request.headers);
    const place = attributionOf(response).of(vendor, meant);
    if (!place) return sayNothingHere(request, response);
    begin(request, response, place, endpoint, meant);
    next();
  };
}

/** Says where the vendors are, to who asks at the wrong place. */
function sayNothingHere(request: Request, response: Response): void {
  const { elsewhere } = attributionOf(response);
  const exchange = begin(request, response, { part: undefined, ...elsewhere }, undefined);
  exchange.wonder(`path ${pathOf(request)}`);
  const places = elsewhere.vendors.map(({ name, prefixes }) => `${name} under ${prefixes[0]}`);
  sendPlain(response, 404, `auditrig: no vendor has this path; ${places.join(', ')}`, exchange);
}

const noPath: RequestHandler = (request, response) => {
  exchangeOf(response)?.wonder(`path ${pathOf(request)}`);
  throw new Refusal('no-path', 'There is nothing at this path.');
};

function pathOf({ originalUrl }: Request): string {
  const [path = ''] = originalUrl.split('?', 1);
  return path.slice(0, 200);
}

function wrongMethod(right: string): RequestHandler {
  return ({ method }, response) => {
    exchangeOf(response)?.wonder(`method ${method}`);
    response.setHeader('Allow', right === 'GET' ? 'GET, HEAD' : right);
    throw new Refusal('wrong-method', `Only ${right} is possible here.`);
  };
}

/** Answers refusals in a dialect; a path that cannot be decoded leads nowhere. */
function refuseWith(dialect: Dialect, vendor: AnyVendor): ErrorRequestHandler {
  return async (error, request, response, next) => {
    const refusal =
      error instanceof URIError ? new Refusal('no-path', 'The path cannot be decoded.') : error;
    if (!(refusal instanceof Refusal)) return next(error);
    // Such a path has not come so far that anybody would have asked whose request it is.
    if (!exchangeOf(response)) attribute(vendor, undefined)(request, response, () => {});
    const [exchange, part] = [exchangeOf(response), partOf(response)];
    if (!exchange || !part) return;
    if (error instanceof URIError) exchange.wonder(`path ${pathOf(request)}`);
    const told = attributionOf(response).explain(exchange, part, refusal, meantBy(response));
    exchange.refuse(refusal, told);
    await send(response, dialect.refuse(refusal, part.profile), exchange);
  };
}

// Express knows an error handler by its four parameters.
const sayBug: ErrorRequestHandler = (error, request, response, _next) => {
  console.error(error);
  const { elsewhere } = attributionOf(response);
  const exchange =
    exchangeOf(response) ?? new Exchange(request, { part: undefined, ...elsewhere }, undefined);
  // Where a part of an answer has gone already, that it is cut short has to say it.
  if (response.headersSent) response.destroy();
  else sendPlain(response, 500, `simulator bug: ${error?.message ?? error}`, exchange);
};
