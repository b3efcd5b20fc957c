/** Sends an answer; its Date is the world's. */
import type { Response } from 'express';
import type { Exchange } from './Exchange.js';
import { endTogether } from './endTogether.js';
import type { MetFaults } from './faults/MetFaults.js';
import { sendFaulty } from './faults/sendFaulty.js';
import { sendPieces } from './sendPieces.js';
import type { Answer } from './Vendor.js';

/** Up to so many characters, an answer is made before it is sent, and says how long it is. */
const WHOLE = 256 * 1024;

const JSON_TYPE = 'application/json';

/**
 * Sends what a vendor answers, which is JSON.
 * @returns undefined where it is made whole at once, else when all is sent of it that anybody takes
 */
export function send(
  response: Response,
  answer: Answer,
  exchange: Exchange,
): Promise<void> | undefined {
  const { status, body } = answer;
  const { faults } = exchange;
  // They know the world, which a journal is not to keep.
  exchange.faults = undefined;
  if (faults?.touchAnswer) return spoiled(response, answer, faults, exchange);
  if (typeof body === 'string' || Buffer.isBuffer(body))
    return write(response, status, JSON_TYPE, body, exchange);
  const { begun, whole } = begin(body);
  if (whole) return write(response, status, JSON_TYPE, begun, exchange);
  response.writeHead(status, headers(JSON_TYPE, exchange));
  exchange.answered(status, 0);
  return sendPieces(response, begun, body, (bytes) => {
    exchange.bytes += bytes;
  });
}

function spoiled(
  response: Response,
  { status, body }: Answer,
  faults: MetFaults,
  exchange: Exchange,
): Promise<void> {
  const some = typeof body === 'string' || Buffer.isBuffer(body) ? body : entirely(body);
  const whole = typeof some === 'string' ? Buffer.from(some) : some;
  const reply = { status, headers: headers(JSON_TYPE, exchange), body: whole };
  return sendFaulty(response, reply, faults, exchange);
}

/** Sends what the simulator itself has to say, which no vendor would: one line of plain text. */
export function sendPlain(
  response: Response,
  status: number,
  line: string,
  exchange: Exchange,
): void {
  write(response, status, 'text/plain; charset=utf-8', `${line}\n`, exchange);
}

function write(
  response: Response,
  status: number,
  type: string,
  body: Buffer | string,
  exchange: Exchange,
): undefined {
  const length = Buffer.byteLength(body);
  const told = {
    'Content-Type': type,
    Date: dateOf(exchange.clock.now()),
    'Content-Length': length,
  };
  response.writeHead(status, told);
  endTogether(response, body, length, exchange.realTime);
  exchange.answered(status, exchange.method === 'HEAD' ? 0 : length);
}

function headers(type: string, { clock }: Exchange): Record<string, string> {
  return { 'Content-Type': type, Date: dateOf(clock.now()) };
}

let lastSecond = 0;
let lastDate = new Date(0).toUTCString();

/** As headers have it; most answers of a second follow another of it. @param now epoch milliseconds */
function dateOf(now: number): string {
  const second = Math.floor(now / 1000);
  if (second !== lastSecond) {
    lastDate = new Date(now).toUTCString();
    lastSecond = second;
  }
  return lastDate;
}

/** Short ones as a text. */
function entirely(body: Generator<string, void>): string | Iterable<string> {
  const { begun, whole } = begin(body);
  return whole ? begun : both(begun, body);
}

function* both(begun: string, body: Iterable<string>): Generator<string, void> {
  yield begun;
  yield* body;
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
