/** Puts an Express application on a port. */
import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import type { Simulator } from './Simulator.js';

/** @throws the system's error where the port cannot be had */
export async function listen(app: Express, port: number, host: string): Promise<Simulator> {
  const server = createServer(ownClasses(app), app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: actual } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  return { url: `http://${name}:${actual}`, close: () => close(server) };
}

/**
 * Express gives each request and response its own prototype, which on Node 20 and 22 costs more
 * than all the rest; requests that are born with it are left alone.
 */
function ownClasses(app: Express) {
  class Request extends IncomingMessage {}
  class Response extends ServerResponse<IncomingMessage> {}
  Object.setPrototypeOf(Request.prototype, app.request);
  Object.setPrototypeOf(Response.prototype, app.response);
  app.request = Request.prototype as typeof app.request;
  app.response = Response.prototype as typeof app.response;
  return { IncomingMessage: Request, ServerResponse: Response };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // Without this, a connection kept alive holds the server open for seconds after its last answer.
    server.keepAliveTimeout = 1;
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
