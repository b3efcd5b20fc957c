/** An endpoint where a client gets a token. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Credential } from '../fixtures/language/Fixture.js';
import type { Secret, Token } from './Credentials.js';
import type { Refusal } from './Refusal.js';
import type { Answer, EngineProfile } from './Vendor.js';

export interface TokenEndpoint<Profile extends EngineProfile> {
  /** The Express paths; POST is the method. */
  paths: readonly string[];
  /** The name of the answer's schema in `specs/<vendor>/`. */
  shape: string;
  /** How a client with this credential asks; undefined where the credential is no client's. */
  sample(entry: Credential['entry']): TokenSample | undefined;
  /** Every secret and identity that a request may mean, under whatever profile. */
  meant(headers: IncomingHttpHeaders, form: ReadonlyMap<string, string>): Secret[];
  /**
   * What the client must prove, one after the other: a generator goes on where the last is proved.
   * @throws Refusal where it asks for what there is not
   */
  proofs(request: TokenRequest, profile: Profile): Iterable<Proof>;
  /** Whether a client that has a live token gets a new one all the same, which ends the old. */
  fresh(request: TokenRequest, profile: Profile): boolean;
  /** A new token for a client. @param now epoch milliseconds */
  make(request: TokenRequest, now: number, profile: Profile): Promise<Token> | Token;
  /** The answer's body. @param now epoch milliseconds */
  respond(token: Token, now: number, profile: Profile): string;
  refuse(refusal: Refusal, profile: Profile): Answer;
}

/** A first request for a token. */
export interface TokenSample {
  /** The value of the Authorization header, where there is one. */
  authorization?: string;
  form: Readonly<Record<string, string>>;
}

export interface TokenRequest {
  headers: IncomingHttpHeaders;
  path: string;
  /** The fields of the form. @throws Refusal where the body is none */
  form(): ReadonlyMap<string, string>;
}

/** A secret that must be known, and how it is refused if it is not; the last one's holder gets the token. */
export interface Proof {
  secret: Secret;
  otherwise: Refusal;
}

// biome-ignore lint/suspicious/noExplicitAny: the engine hands profiles on unseen
export type AnyTokenEndpoint = TokenEndpoint<any>;
