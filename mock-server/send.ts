/** Sends an answer. */
import type { ServerResponse } from 'node:http';
import type { Clock } from './Clock.js';
import type { Answer } from './Vendor.js';

/** Sends a JSON answer; its Date is the world's. */
export function send(response: ServerResponse, { status, body }: Answer, clock: Clock): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    Date: new Date(clock.now()).toUTCString(),
  });
  response.end(body);
}
