/**
 * Ends answers together, once all requests that have arrived are dealt with: to send wakes whoever
 * waits, which under load costs more than to make an answer.
 */
import type { ServerResponse } from 'node:http';
// Not the global one, in whose place a test that runs a simulator may put a fake.
import { setImmediate } from 'node:timers';
import { TLSSocket } from 'node:tls';
import { takeBack } from './lentBody.js';

/** Bytes that wait at most. */
const MOST = 1024 * 1024;

/** What takes longer to make than this, in milliseconds, is not waited for, nor waits for others. */
const PATIENCE = 5;

let waiting: { response: ServerResponse; body: Buffer | string }[] = [];
let bytes = 0;
/** When the request of the first of them was begun with; epoch milliseconds of the machine. */
let since = 0;

/**
 * Ends an answer in this turn of the event loop.
 * @param length of the body, in bytes
 * @param begun when its request was begun with; epoch milliseconds of the machine
 */
export function endTogether(
  response: ServerResponse,
  body: Buffer | string,
  length: number,
  begun: number,
): void {
  // With TLS, a request can come in one with the word that none follows, after which nothing is sent.
  if (response.req.socket instanceof TLSSocket) {
    response.end(body);
    return;
  }
  if (waiting.push({ response, body }) === 1) {
    since = begun;
    setImmediate(endAll);
  }
  bytes += length;
  if (bytes > MOST || Date.now() - since > PATIENCE) endAll();
}

function endAll(): void {
  const ready = waiting;
  waiting = [];
  bytes = 0;
  for (const { response, body } of ready) end(response, body);
}

function end(response: ServerResponse, body: Buffer | string): void {
  // There is none where another answer is to be sent before it, or nobody is there any more.
  const { socket } = response;
  response.end(body);
  if (socket?.writableLength === 0 && typeof body !== 'string') takeBack(body);
}
