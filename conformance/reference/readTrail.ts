/** Reads a ticket's whole audit log from any vendor: with a token where one is needed, page by page, patiently. */
import { isDeepStrictEqual } from 'node:util';
import { ClientError } from './ClientError.js';
import { type Send, send as sendByHttp } from './send.js';
import type { Got, Page, Place, Question, VendorClient, Wanted } from './VendorClient.js';

/** How often a page is asked for before its client gives up. */
const TRIES = 4;
/** What a client waits where nobody says how long, in milliseconds; twice as long each time. */
const PAUSE = 25;

export interface Surroundings {
  send?: Send;
  /** Waits so many milliseconds. */
  sleep?(milliseconds: number): Promise<void>;
}

/**
 * The records of a ticket, in the order that was asked for, each as the vendor wrote it.
 * @throws ClientError where it cannot be read to its end; what was read before is then not all
 */
export async function* readTrail(
  vendor: VendorClient,
  question: Question,
  { send = sendByHttp, sleep = pause }: Surroundings = {},
): AsyncGenerator<unknown> {
  const session = new Conversation(vendor, question, send, sleep);
  const pages = pagesOf(vendor, question, session);
  if (!vendor.isTurnedRound?.(question.query)) {
    for await (const records of pages) yield* records;
    return;
  }
  const all: unknown[][] = [];
  for await (const records of pages) all.push(records);
  for (const records of all.reverse()) yield* records.reverse();
}

async function* pagesOf(
  vendor: VendorClient,
  question: Question,
  conversation: Conversation,
): AsyncGenerator<unknown[]> {
  const place: Place = { page: 1, before: 0 };
  let last: readonly unknown[] = [];
  let announced = 0;
  for (let more = true; more; place.page++) {
    const page = await conversation.ask(vendor.request(question, place), (body) =>
      nextPage(vendor.read(body, place), last),
    );
    yield page.records;
    place.before += page.records.length;
    announced = Math.max(announced, page.total ?? 0);
    more = page.more && page.records.length > 0;
    // A part is never passed off as the whole, whatever the last page says.
    if (!more && place.before < announced)
      throw new ClientError('malformed_response', `${announced} announced, ${place.before} came`);
    last = page.records;
  }
}

/** @throws ClientError where what came is the page before once more */
function nextPage(page: Page | undefined, last: readonly unknown[]): Page | undefined {
  if (last.length > 0 && isDeepStrictEqual(page?.records, last))
    throw new ClientError('malformed_response', 'the page before came again');
  return page;
}

/** What is asked with one credential; keeps its token. */
class Conversation {
  #token: string | undefined;
  /** Which way of getting one works. */
  #turn = 0;
  readonly #vendor: VendorClient;
  readonly #question: Question;
  readonly #send: Send;
  readonly #sleep: (milliseconds: number) => Promise<void>;

  constructor(
    vendor: VendorClient,
    question: Question,
    send: Send,
    sleep: (milliseconds: number) => Promise<void>,
  ) {
    this.#vendor = vendor;
    this.#question = question;
    this.#send = send;
    this.#sleep = sleep;
  }

  /** A page, with a new token where the one that was used is dead. */
  async ask(wanted: Wanted, read: (body: unknown) => Page | undefined): Promise<Page> {
    for (let deaths = 0; ; deaths++) {
      const got = await this.#insist(await this.#authorized(wanted), read);
      if ('records' in got) return got;
      const renewable = this.#token !== undefined && this.#vendor.isTokenDead(got);
      if (!renewable || deaths === 2) throw this.#refused(got);
      this.#token = undefined;
    }
  }

  async #authorized(wanted: Wanted): Promise<Wanted> {
    const { credentials } = this.#question;
    this.#token ??= await this.#newToken();
    const headers = { ...wanted.headers, ...this.#vendor.authorize(credentials, this.#token) };
    return { ...wanted, headers };
  }

  async #newToken(): Promise<string | undefined> {
    for (let refused: Got | undefined; ; this.#turn++) {
      const wanted = this.#vendor.tokenRequest(this.#question.credentials, this.#turn);
      if (!wanted && refused) throw this.#refused(refused);
      if (!wanted) return undefined;
      const got = await this.#insist(wanted, (body) => this.#vendor.readToken(body));
      if ('token' in got) return got.token;
      if (!['not_found', 'invalid_request'].includes(this.#vendor.meaning(got)))
        throw this.#refused(got);
      refused = got;
    }
  }

  /** What was asked for, or a refusal that asking again would not change, or has not changed. */
  async #insist<Read extends object>(
    wanted: Wanted,
    read: (body: unknown) => Read | undefined,
  ): Promise<Read | Got> {
    for (let tried = 1; ; tried++) {
      let wait = PAUSE * 2 ** tried;
      try {
        const got = await this.#send(this.#question.base_url, wanted);
        if (got.status === 200) return wellShaped(read(jsonOf(got)));
        if (!this.#isPassing(got) || tried === TRIES) return got;
        wait = (got.status === 429 ? this.#vendor.waitOf(got) : retryAfter(got)) ?? wait;
      } catch (error) {
        if (!isWorthAnother(error) || tried === TRIES) throw error;
      }
      await this.#sleep(wait);
    }
  }

  /** Whether the next answer may be another, though the request is the same. */
  #isPassing(got: Got): boolean {
    return ['rate_limited', 'unavailable'].includes(this.#vendor.meaning(got));
  }

  #refused(got: Got): ClientError {
    return new ClientError(this.#vendor.meaning(got), `status ${got.status}`);
  }
}

/** Whether what did not come whole, or was no answer of the vendor's, may come right. */
function isWorthAnother(error: unknown): boolean {
  const passing = ['unavailable', 'timeout', 'malformed_response'];
  return error instanceof ClientError && passing.includes(error.code);
}

function wellShaped<Read>(read: Read | undefined): Read {
  if (read !== undefined) return read;
  throw new ClientError('malformed_response', 'the answer has not the shape of this endpoint');
}

/** @throws ClientError where it is no JSON, whatever the status says */
function jsonOf({ headers, body }: Got): unknown {
  const type = headers['content-type'] ?? '';
  if (!/^application\/json\b/i.test(type))
    throw new ClientError('malformed_response', `expected JSON, found ${type || 'no type'}`);
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new ClientError('malformed_response', (error as Error).message);
  }
}

/** Retry-After in milliseconds: seconds, or a date by the answer's own clock. */
function retryAfter({ headers }: Got): number | undefined {
  const { 'retry-after': after, date } = headers;
  if (after === undefined) return undefined;
  const wait = /^\d+$/.test(after)
    ? Number(after) * 1000
    : Date.parse(after) - Date.parse(date ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
