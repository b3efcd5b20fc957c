/**
 * Ends answers together, once all requests that have arrived are dealt with: to send wakes whoever
 * waits, which under load costs more than to make an answer.
 */
import type { ServerResponse } from 'node:http';
import { takeBack } from './lentBody.js';

/** Bytes that wait at most. */
const MOST = 1024 * 1024;

let waiting: { response: ServerResponse; body: Buffer | string }[] = [];
let bytes = 0;

/** Ends an answer in this turn of the event loop. @param length of the body, in bytes */
export function endTogether(response: ServerResponse, body: Buffer | string, length: number): void {
  if (waiting.push({ response, body }) === 1) setImmediate(endAll);
  bytes += length;
  if (bytes > MOST) endAll();
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
