/** A request and what became of it. */
import type { Request, Response } from 'express';
import type { Credential } from '../fixtures/language/Fixture.js';
import type { Clock } from './Clock.js';
import type { Secret } from './Credentials.js';
import type { MetFaults } from './faults/MetFaults.js';
import type { Refusal, RefusalKind } from './Refusal.js';
import type { ResponseLocals } from './ResponseLocals.js';
import { readParameters } from './readParameters.js';
import type { Page } from './Selection.js';
import type { SessionPart } from './SessionPart.js';
import type { Window } from './Trail.js';

/** What an audit log's answer has of a selection. */
export interface ServedRecords {
  /** Undefined where records were let pass for what is in them. */
  window: Window | undefined;
  order: Page['order'];
  /** Counted from 0 in this order; `to` is exclusive. */
  from: number;
  to: number;
  total: number;
  /** How many there are by what it says, where a fault made it say so. */
  claimed?: number | undefined;
}

/**
 * What became of an answer's records: the client got `whole` what there was, or hung up on it (`left`),
 * or got a `cut` part of it, or hung up as it was made slow (`late`), or all of it was `withheld`.
 */
export type Delivery = 'whole' | 'left' | 'cut' | 'late' | 'withheld';

/** Known for certain only when the connection is done with an answer. */
export interface Arrival {
  delivery: Delivery;
}

/** What is known of the credential of a request that was not good for it, in words. */
export interface Told {
  /** Why it is good no more. */
  because?: string;
  /** What it nearly was. */
  nearMiss?: string;
}

/** Where exchanges are written down. */
export interface ExchangeBook {
  /** How many there were with it. */
  add(exchange: Exchange): number;
  /** Its answer has begun. */
  answered(exchange: Exchange): void;
  /** It has become so many bytes larger. */
  grown(exchange: Exchange, bytes: number): void;
}

/** What of a body is kept. */
const BODY = 4096;

/** Of what a request was told that may repeat what it said. */
const MESSAGE = 500;

/** What a text takes in a list or a map, beside itself. */
const PLACE = 64;

// Of most exchanges there is nothing to note, and each is kept for a while.
const NOTHING: Told = {};
const NONE: readonly string[] = [];
const NO_PARAMETERS: ReadonlyMap<string, string> = new Map();

export class Exchange {
  /** Its number in the journal, from 1. */
  readonly n: number;
  /** By the session's clock when it is dealt with, and by the machine's; epoch milliseconds. */
  time: number;
  readonly realTime = Date.now();
  readonly method: string;
  readonly target: string;
  /** Names and values by turns. */
  readonly headers: readonly string[];
  /** The vendor's name, and what was asked for; undefined where nothing is at the path. */
  readonly vendor: string | undefined;
  readonly endpoint: string | undefined;
  /** The id of the session that is played. */
  readonly session: string | undefined;
  /** Whether it is the session's, and not a stranger's who was sent to it. */
  readonly isOwn: boolean;
  readonly clock: Clock;
  /** The credential that was good for it. */
  credential: Credential | undefined;
  status: number | undefined;
  bytes = 0;
  served: ServedRecords | undefined;
  readonly arrival: Arrival = { delivery: 'whole' };
  /** What was done to it on purpose. */
  fault: string | undefined;
  /** What has still to be done to its answer, until that is sent. */
  faults: MetFaults | undefined;
  /** Why the answer is a no. */
  refused: { kind: RefusalKind; message: string } | undefined;
  told: Told = NOTHING;
  /** What it counts for in the journal, in bytes; undefined where it is not kept. */
  weight: number | undefined;
  #undocumented: string[] | undefined;
  readonly #book: ExchangeBook;
  /** Which value of a repeated parameter counts, once they were read. */
  #which: 'first' | 'last' | undefined;
  #body: Buffer | undefined;

  constructor(
    { method, originalUrl, rawHeaders }: Request,
    { part, clock, book }: { part: SessionPart | undefined; clock: Clock; book: ExchangeBook },
    endpoint: string | undefined,
  ) {
    this.time = clock.now();
    this.method = method;
    this.target = originalUrl;
    this.headers = asLast(rawHeaders);
    this.isOwn = book === part?.journal;
    this.clock = clock;
    this.vendor = part?.vendor.name;
    this.endpoint = endpoint;
    this.session = part?.session;
    this.#book = book;
    this.n = book.add(this);
  }

  /** What is in it that no page knows. */
  get undocumented(): readonly string[] {
    return this.#undocumented ?? NONE;
  }

  /** Notes something that no page knows. */
  wonder(what: string): void {
    this.#undocumented ??= [];
    this.#undocumented.push(what);
    this.#book.grown(this, what.length + PLACE);
  }

  /** How its query was understood, if it was read. */
  get parameters(): ReadonlyMap<string, string> {
    return this.#which === undefined ? NO_PARAMETERS : readParameters(this.target, this.#which);
  }

  /**
   * Reads its query. Only the text of it is kept, as what is read weighs more, and hardly ever is
   * asked for again.
   */
  readQuery(which: 'first' | 'last'): ReadonlyMap<string, string> {
    this.#which = which;
    const { parameters } = this;
    let size = 0;
    for (const [name, value] of parameters) size += name.length + value.length + PLACE;
    this.#book.grown(this, size);
    return parameters;
  }

  /** The beginning of the body. */
  get body(): Buffer | undefined {
    return this.#body;
  }

  set body(body: Buffer | undefined) {
    if (body === undefined) return;
    // A copy, as what it is a part of may be much larger.
    this.#body = Buffer.from(body.subarray(0, BODY));
    this.#book.grown(this, this.#body.length);
  }

  /** It is answered with a refusal. */
  refuse({ kind, message }: Refusal, told: Told): void {
    this.refused = { kind, message: message.slice(0, MESSAGE) };
    this.told = told;
    const words = [this.refused.message, ...Object.values(told)].join('');
    this.#book.grown(this, words.length);
  }

  /** @param bytes how many of the body are sent at once */
  answered(status: number, bytes: number): void {
    this.status = status;
    this.bytes = bytes;
    this.#book.answered(this);
  }
}

let lastHeaders: readonly string[] = NONE;

/** Clients send the same headers all the time, and they are kept for a while: once is enough. */
function asLast(headers: readonly string[]): readonly string[] {
  const last = lastHeaders;
  const isAlike = (text: string, i: number) => text === last[i];
  if (headers.length === last.length && headers.every(isAlike)) return last;
  lastHeaders = headers.map((text, i) => (isAlike(text, i) ? (last[i] as string) : text));
  return lastHeaders;
}

/**
 * Begins the exchange of a response, which is known by it from now on. Whose world is played, and
 * the secrets that the request may mean, are known by the response alone: an exchange that is kept
 * would keep them.
 */
export function begin(
  request: Request,
  response: Response,
  place: { part: SessionPart | undefined; clock: Clock; book: ExchangeBook },
  endpoint: string | undefined,
  meant: readonly Secret[] = [],
): Exchange {
  const exchange = new Exchange(request, place, endpoint);
  const locals = localsOf(response);
  locals.exchange = exchange;
  locals.part = place.part;
  locals.meant = meant;
  return exchange;
}

/** The secrets that a response's request may mean. */
export function meantBy(response: Response): readonly Secret[] {
  return localsOf(response).meant;
}

/** Whose world is played to a response. */
export function partOf(response: Response): SessionPart | undefined {
  return localsOf(response).part;
}

export function exchangeOf(response: Response): Exchange | undefined {
  return localsOf(response).exchange;
}

function localsOf(response: Response): ResponseLocals {
  return response.locals as ResponseLocals;
}
