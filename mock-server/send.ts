/** Sends an answer; its Date is the world's. */
import type { ServerResponse } from 'node:http';
import type { Clock } from './Clock.js';
import { sendPieces } from './sendPieces.js';
import type { Answer } from './Vendor.js';

/** Up to so many characters, an answer is made before it is sent, and says how long it is. */
const WHOLE = 256 * 1024;

/** Sends what a vendor answers, which is JSON; done once all of it is sent that anybody takes. */
export async function send(
  response: ServerResponse,
  { status, body }: Answer,
  clock: Clock,
): Promise<void> {
  const type = 'application/json';
  if (typeof body === 'string' || Buffer.isBuffer(body))
    return write(response, status, type, body, clock);
  const { begun, whole } = begin(body);
  if (whole) return write(response, status, type, begun, clock);
  response.writeHead(status, headers(type, clock));
  await sendPieces(response, begun, body);
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
    ...headers(type, clock),
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}

function headers(type: string, clock: Clock): Record<string, string> {
  return { 'Content-Type': type, Date: new Date(clock.now()).toUTCString() };
}

/** The first pieces, and whether they are all. */
function begin(pieces: Iterator<string>): { begun: string; whole: boolean } {
  let begun = '';
  while (begun.length <= WHOLE) {
    const { value, done } = pieces.next();
    if (done) return { begun, whole: true };
    begun += value;
  }
  return { begun, whole: false };
}
