/** Helpshift's API keys: the Basic user name with an empty password, or a bearer token. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Secret } from '../../Credentials.js';
import type { Access } from '../../Endpoint.js';
import { Refusal } from '../../Refusal.js';
import type { Profile } from './profile.js';

type Entry = Readonly<Record<string, string>>;

/** Nothing sets one key's answers apart from another's. */
export type View = null;

export function view(): View {
  return null;
}

export function secrets({ api_key }: Entry): Secret[] {
  return [`key ${api_key}`];
}

/** There is nothing but the key. */
export function identities(): Secret[] {
  return [];
}

export function meant({ authorization = '' }: IncomingHttpHeaders): Secret[] {
  const { scheme, value, pair } = read(authorization);
  return [`key ${scheme === 'basic' ? keyIn(pair) : value}`];
}

export function authorization({ api_key }: Entry, { auth }: Profile): string {
  return auth === 'bearer'
    ? `Bearer ${api_key}`
    : `Basic ${Buffer.from(`${api_key}:`).toString('base64')}`;
}

/** How the key may be sent. */
const ways = {
  any: 'Basic user name or as bearer token',
  basic: 'Basic user name',
  bearer: 'bearer token',
};

export function auth({ authorization = '' }: IncomingHttpHeaders, profile: Profile): Secret[] {
  const { scheme, value, pair } = read(authorization);
  if (scheme === 'basic' && profile.auth !== 'bearer') return basicKey(pair, profile);
  if (scheme === 'bearer' && profile.auth !== 'basic') return [`key ${value}`];
  throw new Refusal(
    authorization === '' ? 'no-credential' : 'malformed-credential',
    `Send the API key as ${ways[profile.auth]}.`,
  );
}

/** The user name of a Basic value whose password is empty; a password makes it a key that nobody has. */
function basicKey(pair: string, profile: Profile): Secret[] {
  if (profile['basic-colon'] === 'required' && !pair.includes(':'))
    throw new Refusal('malformed-credential', 'A colon must follow the key.');
  return [`key ${keyIn(pair)}`];
}

/** The user name, where the password is empty. */
function keyIn(pair: string): string {
  return pair.endsWith(':') ? pair.slice(0, -1) : pair;
}

/** An Authorization: its scheme in lower case, its value, and what that is decoded. */
interface Read {
  scheme: string;
  value: string;
  pair: string;
}

let lastAuthorization = '';
let lastRead: Read = { scheme: '', value: '', pair: '' };

function read(authorization: string): Read {
  // One request is looked at twice: whose it is, and whether it is good; and the next is often alike.
  if (authorization !== lastAuthorization) {
    const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(authorization) ?? [];
    const pair = Buffer.from(value, 'base64').toString();
    lastRead = { scheme: scheme.toLowerCase(), value, pair };
    lastAuthorization = authorization;
  }
  return lastRead;
}

export function permit({ within: [own], address: [domain] }: Access<View>, { api }: Profile): void {
  if (own !== undefined && own !== domain)
    throw new Refusal('forbidden', `The key is not for the domain ${domain}.`);
  if (api === 'disabled') throw new Refusal('unavailable', 'The domain has its API switched off.');
}
