/** Puts an Express application on a port, with TLS where it has a certificate. */
import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Express, Request, Response } from 'express';
import type { Simulator } from './Simulator.js';
import type { Certificate } from './tls/makeCertificate.js';

export type Listener = Pick<Simulator, 'url' | 'ca' | 'close'>;

/** How long requests in flight may take to finish when the server is closed, in milliseconds. */
const GRACE = 10_000;

/** Where an application listens. */
export interface Port {
  /** 0 picks a free one. */
  port: number;
  host: string;
  certificate?: Certificate | undefined;
  /** Makes what a response knows from the beginning, as an application may listen on several. */
  locals?: () => object;
}

/** @throws the system's error where the port cannot be had */
export async function listen(
  app: Express,
  { port, host, certificate, locals }: Port,
): Promise<Listener> {
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (locals) (response as Response).locals = locals();
    // A target without a path, such as `http://`, Express gives up on and would answer in HTML.
    app(request as Request, response as Response, () => {
      request.url = '/';
      app(request as Request, response as Response);
    });
  };
  const server = certificate
    ? createTlsServer({ ...classesOf(app), cert: certificate.cert, key: certificate.key }, answer)
    : createServer(classesOf(app), answer);
  const silent = connectionsWithoutRequest(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: actual } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  return {
    url: `${certificate ? 'https' : 'http'}://${name}:${actual}`,
    ...(certificate?.ca === undefined ? {} : { ca: certificate.ca }),
    close: () => close(server, silent),
  };
}

const classes = new WeakMap<Express, ReturnType<typeof ownClasses>>();

/** Those of an application, however many ports it listens on. */
function classesOf(app: Express) {
  const made = classes.get(app) ?? ownClasses(app);
  classes.set(app, made);
  return made;
}

/**
 * Express gives each request and response its own prototype, which on Node 20 and 22 costs more
 * than all the rest; requests that are born with it are left alone.
 */
function ownClasses(app: Express) {
  class OwnRequest extends IncomingMessage {}
  class OwnResponse extends ServerResponse<IncomingMessage> {}
  Object.setPrototypeOf(OwnRequest.prototype, app.request);
  Object.setPrototypeOf(OwnResponse.prototype, app.response);
  app.request = OwnRequest.prototype as typeof app.request;
  app.response = OwnResponse.prototype as typeof app.response;
  return { IncomingMessage: OwnRequest, ServerResponse: OwnResponse };
}

/** Connections that have not sent a whole header yet, which Node does not count as idle. */
function connectionsWithoutRequest(server: Server): ReadonlyMap<string, Socket> {
  // By their ends: with TLS, a request has another socket than the connection that it came over.
  const silent = new Map<string, Socket>();
  server.on('connection', (socket: Socket) => {
    const ends = endsOf(socket);
    silent.set(ends, socket);
    socket.once('close', () => silent.delete(ends));
  });
  const heard = new WeakSet<Socket>();
  server.on('request', ({ socket }) => {
    if (heard.has(socket)) return;
    heard.add(socket);
    silent.delete(endsOf(socket));
  });
  return silent;
}

function endsOf({ localAddress, remoteAddress, remotePort }: Socket): string {
  return `${localAddress} ${remoteAddress} ${remotePort}`;
}

function close(server: Server, silent: ReadonlyMap<string, Socket>): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), GRACE);
    // Without this, a connection kept alive holds the server open for seconds after its last answer.
    server.keepAliveTimeout = 1;
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
    for (const socket of silent.values()) socket.destroy();
  });
}
