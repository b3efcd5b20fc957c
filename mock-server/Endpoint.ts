/** An endpoint that reads tickets: method, path, and the words that say the rest of its page. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Settings } from '../fixtures/language/VendorLanguage.js';
import type { Secret } from './Credentials.js';
import type { Refusal } from './Refusal.js';
import type { SeenTrail } from './Trail.js';
import type { Answer, Body, EngineProfile } from './Vendor.js';

export interface Endpoint<Question, Profile extends EngineProfile, View> {
  method: 'GET' | 'POST';
  /** The Express path or paths; the first is the one that the page gives. */
  paths: readonly string[];
  /** The name of the answer's schema in `specs/<vendor>/`. */
  shape: string;
  /** A body that a first request may send, where the endpoint takes one. */
  sampleBody?: string;
  /** The secrets that the request may mean. @throws Refusal where it has none */
  auth(headers: IncomingHttpHeaders, profile: Profile): Secret[];
  /**
   * The address that is asked about: a `:name` is a parameter of the path, anything else stands
   * for itself. As long as a ticket's, it is a ticket's; shorter, all tickets below it are meant.
   */
  address: readonly string[];
  /** @throws Refusal where the holder may not read here, whatever is asked */
  permit(access: Access<View>, profile: Profile): void;
  /** The names of the query's parameters. */
  parameters: readonly string[];
  /** What is asked for. @throws Refusal where it cannot be understood */
  query(asked: Asked, profile: Profile): Question;
  /** The answer's body. @throws Refusal where there is none for these tickets */
  respond(question: Question, scene: Scene<View>, profile: Profile): Body;
  refuse(refusal: Refusal, profile: Profile): Answer;
}

/** Who wants to read what. */
export interface Access<View> {
  /** The beginning of the addresses that the credential is for. */
  within: readonly string[];
  view: View;
  /** As asked for, without the query. */
  path: string;
  address: readonly string[];
  /** What the fixture says of the vendor, and of the ticket, if one is asked for and exists. */
  settings: Settings;
  ticket: Settings | undefined;
}

/** A request, as far as an endpoint may read it. */
export interface Asked {
  address: readonly string[];
  headers: IncomingHttpHeaders;
  parameters: ReadonlyMap<string, string>;
  /** Undefined where nothing was sent. */
  body: Buffer | undefined;
  /** Every action that occurs in the world. */
  actions: ReadonlySet<string>;
  /** Epoch milliseconds. */
  now: number;
}

/** What an answer is made of. */
export interface Scene<View> {
  view: View;
  /** The one that was asked for; there is none where the address is not a ticket's. */
  ticket: SeenTicket;
  /** All below the address, in the fixture's order. */
  tickets: readonly SeenTicket[];
  /** Epoch milliseconds. */
  now: number;
}

/** A ticket as the holder of a credential sees it. */
export interface SeenTicket {
  address: readonly string[];
  /** What else the fixture says of it. */
  settings: Settings;
  /** Epoch milliseconds. */
  created: number;
  /** When it was last changed otherwise than its records say; epoch milliseconds. */
  updated: number | undefined;
  /** When its last record was made that somebody may see by now; epoch milliseconds. */
  changed: number;
  trail: SeenTrail;
}

// biome-ignore lint/suspicious/noExplicitAny: the engine hands questions, profiles and views on unseen
export type AnyEndpoint = Endpoint<any, any, any>;
