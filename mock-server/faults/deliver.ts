/** Brings an answer on its way, as slowly and as far as it is to come. */
import { once } from 'node:events';
import { setTimeout as pass } from 'node:timers/promises';
import type { Response } from 'express';
import type { Exchange } from '../Exchange.js';
import type { Reply } from './Reply.js';
import { resetConnection } from './resetConnection.js';
import { spoil } from './spoil.js';

/** Half of an answer that is made while it is sent, in bytes. */
const HALF = 100_000;

/** Done once all of it is sent that anybody takes. */
export async function deliver(response: Response, reply: Reply, exchange: Exchange): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    if (reply.wait > 0) await pass(reply.wait, undefined, { signal: gone.signal });
    if (reply.end === 'reset' || reply.end === 'close') await turn(response, gone.signal);
    if (reply.end === 'reset') resetConnection(response);
    else if (reply.end === 'close') response.socket?.destroySoon();
    else await answer(response, reply, exchange, gone.signal);
  } catch (error) {
    if (!gone.signal.aborted) throw error;
    // Whoever asked has gone, and nobody has to be told.
    if (reply.wait > 0 || reply.drip) spoil(exchange.arrival, 'late');
  }
}

async function answer(
  response: Response,
  { status, headers, body, inFront, drip, lie, end }: Reply,
  exchange: Exchange,
  gone: AbortSignal,
): Promise<void> {
  if (inFront) for (const name of response.getHeaderNames()) response.removeHeader(name);
  const length = Buffer.isBuffer(body) ? body.length : undefined;
  if (length !== undefined) headers['Content-Length'] = String(Math.max(0, length + lie));
  const least = typeof end === 'number' ? end : end && (length ? Math.floor(length / 2) : HALF);
  const isHead = exchange.method === 'HEAD';
  response.writeHead(status, headers);
  exchange.answered(status, 0);
  if (isHead) return void response.end();
  const most = least === undefined ? undefined : Math.min(least, (length ?? Infinity) - 1);
  response.flushHeaders();
  let between = false;
  for await (const piece of slices(body, most, drip?.bytes)) {
    if (drip && between) await pass(drip.every, undefined, { signal: gone });
    between = true;
    await write(response, piece, gone);
    exchange.bytes += piece.length;
  }
  if (most === undefined && (lie === 0 || length === undefined)) response.end();
  else {
    await turn(response, gone);
    response.socket?.destroySoon();
  }
}

/** Done when the connection is the answer's, on which others may have to go before it. */
async function turn(response: Response, gone: AbortSignal): Promise<void> {
  if (!response.socket) await once(response, 'socket', { signal: gone });
}

/** At most so many bytes of a body, in pieces of at most so many. */
async function* slices(body: Reply['body'], most = Infinity, size = Infinity) {
  let left = most;
  for await (const piece of Buffer.isBuffer(body) ? [body] : body) {
    const bytes = Buffer.from(piece as string).subarray(0, left);
    left -= bytes.length;
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    if (left <= 0) return;
  }
}

/** Done when there is room for more. */
async function write(response: Response, piece: Buffer, gone: AbortSignal): Promise<void> {
  gone.throwIfAborted();
  if (response.write(piece)) return;
  await once(response, 'drain', { signal: gone });
}
