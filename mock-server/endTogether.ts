/**
 * Ends answers together, once all requests that have arrived are dealt with: to send wakes whoever
 * waits, which under load costs more than to make an answer.
 */
import type { ServerResponse } from 'node:http';

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
  for (const { response, body } of ready) response.end(body);
}
