/** What a vendor is to the simulator: data and small functions that read like its page. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Credential, FixtureTicket } from '../fixtures/language/Fixture.js';
import type { Settings, VendorLanguage } from '../fixtures/language/VendorLanguage.js';
import type { Secret } from './CredentialIndex.js';
import type { Refusal } from './Refusal.js';
import type { Trail, TrailRecord } from './Trail.js';

/** The switches that the engine itself reads; every vendor's profile has them. */
export interface EngineProfile {
  'repeated-parameter': 'first' | 'last';
  'unknown-parameter': 'ignored' | 'refused';
}

/**
 * `Profile` is the values of the vendor's switches. `View` is what makes one credential's
 * answers differ from another's; equal views share a trail, so it must be JSON.
 */
export interface Vendor<Profile extends EngineProfile, View> {
  name: string;
  /** How the fixture language speaks of it. */
  language: VendorLanguage;
  /** Paths under these that no endpoint has are refused in the vendor's dialect. */
  prefixes: readonly string[];
  // Each endpoint has its own type of question, which the engine hands on unseen.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  endpoints: readonly Endpoint<any, Profile, View>[];
  /** The secrets that a credential of a fixture stands for. */
  secrets(entry: Credential['entry'], profile: Profile): Secret[];
  /** The value of the Authorization header that a client with this credential sends. */
  authorization(entry: Credential['entry'], profile: Profile): string;
  view(entry: Credential['entry'], settings: Settings, profile: Profile): View;
  /** A ticket's records as they are served in a view, oldest first. */
  layOut(ticket: FixtureTicket, view: View, profile: Profile): TrailRecord[];
  refuse(refusal: Refusal, profile: Profile): Answer;
}

/** An endpoint: method, path, and the words that say the rest of its page. */
export interface Endpoint<Question, Profile extends EngineProfile, View> {
  method: 'GET' | 'POST';
  /** The Express path or paths; the first is the one that the page gives. */
  paths: readonly string[];
  /** A body that a first request may send, where the endpoint takes one. */
  sampleBody?: string;
  /** The secrets that the request may mean. @throws Refusal where it has none */
  auth(headers: IncomingHttpHeaders, profile: Profile): Secret[];
  /** The names of the path's parameters that make the ticket's address. */
  params: readonly string[];
  /** @throws Refusal where the holder may not read here, whatever is asked */
  permit(access: Access<View>, profile: Profile): void;
  /** The names of the query's parameters. */
  parameters: readonly string[];
  /** What is asked for. @throws Refusal where it cannot be understood */
  query(asked: Asked, profile: Profile): Question;
  /** The answer's body. @throws Refusal where there is none for this ticket */
  respond(question: Question, scene: Scene, profile: Profile): Buffer;
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
  /** What the fixture says of the vendor, and of the ticket, if there is one. */
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
}

/** What an answer is made of. */
export interface Scene {
  /** When the ticket was created, in epoch milliseconds. */
  created: number;
  trail: Trail;
  /** Epoch milliseconds. */
  now: number;
}

export interface Answer {
  status: number;
  body: Buffer | string;
}

/** Any vendor, to an engine that does not look into profiles and views. */
// biome-ignore lint/suspicious/noExplicitAny: the engine only hands them on
export type AnyVendor = Vendor<any, any>;
// biome-ignore lint/suspicious/noExplicitAny: as above
export type AnyEndpoint = Endpoint<any, any, any>;
