/** The Express application of the admin API. */
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { Refusal } from '../Refusal.js';
import type { StartedSimulator } from '../startSimulator.js';
import type { AnyAdminEndpoint } from './AdminEndpoint.js';
import { AdminTally } from './AdminTally.js';
import { adminEndpoints } from './adminEndpoints.js';
import { healthEndpoint } from './healthEndpoint.js';
import { playAdminEndpoint } from './playAdminEndpoint.js';
import { refusedReply } from './refusedReply.js';
import { requireToken } from './requireToken.js';
import { sendReply } from './sendReply.js';

export function createAdminApp(simulator: StartedSimulator, token: string): Express {
  const app = express();
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.disable('etag');
  app.disable('x-powered-by');
  const tally = new AdminTally();
  const play = (endpoint: AnyAdminEndpoint) => playAdminEndpoint(endpoint, simulator, tally);
  app.use(count(tally));
  app.get(healthEndpoint.path, play(healthEndpoint));
  app.use(requireToken(token));
  for (const endpoint of adminEndpoints)
    app[endpoint.method](endpoint.path, play(endpoint), refuse(endpoint.fixturePart));
  for (const { path } of adminEndpoints) app.all(path, wrongMethod(path));
  app.use(() => {
    throw new Refusal('no-path', 'there is nothing at this path');
  });
  app.use(refuse());
  app.use(sayBug);
  return app;
}

function count(tally: AdminTally): RequestHandler {
  return (request, response, next) => {
    response.once('finish', () =>
      tally.add(request.method, request.route?.path ?? 'none', response.statusCode),
    );
    next();
  };
}

function wrongMethod(path: string): RequestHandler {
  const methods = adminEndpoints
    .filter((endpoint) => endpoint.path === path)
    .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
  return (_request, response) => {
    response.setHeader('Allow', methods.join(', '));
    throw new Refusal('wrong-method', `expected ${methods.join(' or ')}`);
  };
}

function refuse(fixturePart?: string): ErrorRequestHandler {
  return (error, request, response, next) => {
    const reply = refusedReply(error, fixturePart);
    if (reply) sendReply(request, response, reply);
    else next(error);
  };
}

/** Express knows an error handler by its four parameters. */
const sayBug: ErrorRequestHandler = (error, request, response, _next) => {
  console.error(error);
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
  const body = `simulator bug: ${error?.message ?? error}\n`;
  sendReply(request, response, { status: 500, headers, body });
};
