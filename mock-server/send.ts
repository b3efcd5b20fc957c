/** Sends an answer; its Date is the world's. */
import type { ServerResponse } from 'node:http';
import type { Clock } from './Clock.js';
import type { Answer } from './Vendor.js';

/** Sends what a vendor answers, which is JSON. */
export function send(response: ServerResponse, { status, body }: Answer, clock: Clock): void {
  write(response, status, 'application/json', body, clock);
}

/** Sends what the simulator itself has to say, which no vendor would: one line of plain text. */
export function sendPlain(
  response: ServerResponse,
  status: number,
  line: string,
  clock: Clock,
): void {
  write(response, status, 'text/plain; charset=utf-8', `${line}\n`, clock);
}

function write(
  response: ServerResponse,
  status: number,
  type: string,
  body: Buffer | string,
  clock: Clock,
): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    Date: new Date(clock.now()).toUTCString(),
  });
  response.end(body);
}
