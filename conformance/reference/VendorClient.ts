/** What a client has to know of a vendor: its page, as data and small functions. */
import type { ErrorCode } from './ClientError.js';

/** Which records are wanted, as protocol 1 asks for them. */
export interface Question {
  /** Scheme, host and port. */
  base_url: string;
  /** By the vendor's own words for them, such as `api_key`, or `client_id` and `client_secret`. */
  credentials: Readonly<Record<string, string>>;
  /** The names that lead to the ticket. */
  target: Readonly<Record<string, string>>;
  query: Query;
}

export interface Query {
  /** Instants ending in Z, both inclusive. */
  since?: string;
  until?: string;
  /** Left out: whichever the vendor serves. */
  order?: 'asc' | 'desc';
  actions?: readonly string[];
}

/** A request, without its host. */
export interface Wanted {
  method: 'GET' | 'POST';
  /** Path and query, encoded. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

/** An answer that arrived whole. */
export interface Got {
  status: number;
  /** Lower-case names; the last value counts. */
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** Where in a log that comes in pages the client is. */
export interface Place {
  /** From 1. */
  page: number;
  /** How many records came on the pages before. */
  before: number;
}

export interface Page {
  records: unknown[];
  /** Whether there may be another page. */
  more: boolean;
  /** How many records there are on all pages, if the answer says so. */
  total?: number;
}

export interface VendorClient {
  /**
   * How a token is got with these credentials; undefined where they need none, or are one.
   * @param turn from 0: the next is tried where there is nothing, or nothing was understood; undefined after the last
   */
  tokenRequest(credentials: Partial<Question['credentials']>, turn: number): Wanted | undefined;
  /** Undefined where there is none. */
  readToken(body: unknown): { token: string } | undefined;
  /** The headers that prove who asks. */
  authorize(credentials: Question['credentials'], token: string | undefined): Wanted['headers'];
  request(question: Question, place: Place): Wanted;
  /** Undefined where the answer has not the shape that it should have. */
  read(body: unknown, place: Place): Page | undefined;
  /** Whether the log is read in the other order than the one that is wanted, and turned round. */
  isTurnedRound?(query: Query): boolean;
  /** What a refusal means. */
  meaning(got: Got): ErrorCode;
  /** Whether it means that the token is dead, and another may be got. */
  isTokenDead(got: Got): boolean;
  /** How long a client that asked too often has to wait, in milliseconds; undefined where it is not told. */
  waitOf(got: Got): number | undefined;
}
