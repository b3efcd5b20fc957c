/** What a vendor is to the simulator: data and small functions that read like its page. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Credential } from '../fixtures/language/readFixture.js';
import type { VendorLanguage } from '../fixtures/language/VendorLanguage.js';
import type { Secret } from './CredentialIndex.js';
import type { Refusal } from './Refusal.js';
import type { Trail } from './Trail.js';

export interface Vendor {
  name: string;
  /** How the fixture language speaks of it. */
  language: VendorLanguage;
  /** Paths under these that no endpoint has are refused in the vendor's dialect. */
  prefixes: readonly string[];
  // Each endpoint has its own type of question; the engine hands it from `query` to `respond` unseen.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  endpoints: readonly Endpoint<any>[];
  /** The secrets that a credential of a fixture stands for. */
  secrets(entry: Credential['entry']): Secret[];
  /** The value of the Authorization header that a client with this credential sends. */
  authorization(entry: Credential['entry']): string;
  refuse(refusal: Refusal): Answer;
}

/** An endpoint: method, path, and the five words that say the rest of its page. */
export interface Endpoint<Question> {
  method: 'GET' | 'POST';
  /** An Express path. */
  path: string;
  /** A body that a first request may send, where the endpoint takes one. */
  sampleBody?: string;
  /** The secrets that the request may mean. @throws Refusal where it has none */
  auth(headers: IncomingHttpHeaders): Secret[];
  /** The names of the path's parameters that make the ticket's address. */
  params: readonly string[];
  /** What is asked for. @throws Refusal where it cannot be understood */
  query(request: Asked): Question;
  /** The answer's body. */
  respond(question: Question, ticket: Ticket, now: number): Buffer;
  refuse(refusal: Refusal): Answer;
}

/** A request, as far as an endpoint may read it. */
export interface Asked {
  address: readonly string[];
  /** Of a parameter that is given more than once, the last. */
  parameters: ReadonlyMap<string, string>;
  /** Undefined where nothing was sent. */
  body: Buffer | undefined;
}

export interface Ticket {
  address: readonly string[];
  /** Epoch milliseconds. */
  created: number;
  trail: Trail;
}

export interface Answer {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body: Buffer | string;
}
