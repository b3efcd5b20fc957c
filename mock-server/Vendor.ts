/** What a vendor is to the simulator: data and small functions that read like its page. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Credential } from '../fixtures/language/Fixture.js';
import type { Settings, VendorLanguage } from '../fixtures/language/VendorLanguage.js';
import type { Secret } from './Credentials.js';
import type { Endpoint } from './Endpoint.js';
import type { RateLimit, Standing } from './RateLimiter.js';
import type { Circumstances, Reading, Wish } from './Reading.js';
import type { RecordForm } from './RecordForm.js';
import type { Refusal } from './Refusal.js';
import type { TokenEndpoint } from './TokenEndpoint.js';

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
  /** Where clients get tokens, if the vendor has them. */
  tokenEndpoints: readonly TokenEndpoint<Profile>[];
  /** The secrets that a credential of a fixture stands for. */
  secrets(entry: Credential['entry'], profile: Profile): Secret[];
  /** What tells whose credential it is and proves nothing, such as a client's id. */
  identities(entry: Credential['entry']): Secret[];
  /** Every secret that a request may mean, under whatever profile; none where it has no credential. */
  meant(headers: IncomingHttpHeaders): Secret[];
  /** The value of the Authorization header that a client with this credential sends; undefined where it must get a token first. */
  authorization(entry: Credential['entry'], profile: Profile): string | undefined;
  view(entry: Credential['entry'], settings: Settings, profile: Profile): View;
  record: RecordForm<Profile, View>;
  /** How a client reads a whole trail. */
  reading(wish: Wish, circumstances: Circumstances, profile: Profile): Reading;
  /** The page that a request for records or tickets asks for, from 1; undefined where that cannot be read. */
  page(parameters: ReadonlyMap<string, string>): number | undefined;
  limits: Limits<Profile>;
  refuse(refusal: Refusal, profile: Profile): Answer;
}

/** How a vendor limits the rate of requests, and speaks of it. */
export interface Limits<Profile> {
  /** The limit that a request counts against; undefined where there is none. */
  of(request: Limited, profile: Profile): RateLimit | undefined;
  /** The headers that tell where a request leaves its limit. @param now epoch milliseconds */
  headers(standing: Standing, now: number, profile: Profile): Record<string, string>;
  /** What a request is told that is one too many. */
  message(standing: Standing): string;
}

/** What a limit may depend on. */
export interface Limited {
  credential: Credential;
  address: readonly string[];
  /** The name of the endpoint's answer, such as `answer` or `tickets`. */
  shape: string;
}

export interface Answer {
  status: number;
  body: Body;
}

/** What is answered, or the pieces of it, which are made one by one as they are asked for. */
export type Body = Buffer | string | Generator<string, void>;

/** Any vendor, to an engine that does not look into profiles and views. */
// biome-ignore lint/suspicious/noExplicitAny: the engine only hands them on
export type AnyVendor = Vendor<any, any>;
