/** Motadata's API keys, bearer tokens and clients, and what their holders may read and see. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Settings } from '../../../fixtures/language/VendorLanguage.js';
import { timeForm } from '../../../fixtures/language/vendors/motadata/language.js';
import type { TimeForm } from '../../../fixtures/language/vendors/motadata/time.js';
import type { Secret } from '../../Credentials.js';
import type { Access } from '../../Endpoint.js';
import { Refusal } from '../../Refusal.js';
import type { Profile } from './profile.js';

type Entry = Readonly<Record<string, string>>;

export interface View {
  /** How times are written; left out where they stand as the fixture has them. */
  timeForm?: TimeForm;
  /** Whose credential it is; left out: a technician's. */
  requester?: string;
  technicianEntries: boolean;
}

export function view(entry: Entry, settings: Settings, profile: Profile): View {
  const account = timeForm(settings);
  const own = timeForm({ ...settings, ...entry });
  const asWritten =
    own.zone === account.zone && own.format === account.format && profile.language === 'en';
  const { requester } = entry;
  return {
    ...(!asWritten && { timeForm: own }),
    ...(requester !== undefined && { requester }),
    technicianEntries: profile['technician-entries'] === 'shown' && requester === undefined,
  };
}

export function secrets(entry: Entry): Secret[] {
  const { api_key, token, client_id = '', client_secret, username = '', password } = entry;
  return [
    ...(api_key === undefined ? [] : [`apikey ${decoded(api_key)}`]),
    ...(token === undefined ? [] : [`bearer ${token}`]),
    ...(client_secret === undefined ? [] : [clientSecret(client_id, client_secret)]),
    ...(password === undefined ? [] : [userSecret(client_id, username, password)]),
  ];
}

export function clientSecret(id: string, secret: string): Secret {
  return `client ${JSON.stringify([id, secret])}`;
}

/** A user is one of a client's: with another client, the same password proves nothing. */
export function userSecret(clientId: string, name: string, password: string): Secret {
  return `user ${JSON.stringify([clientId, name, password])}`;
}

export function identities({ client_id }: Entry): Secret[] {
  return client_id === undefined ? [] : [clientId(client_id)];
}

/** What a client is known by. */
export function clientId(id: string): Secret {
  return `id ${id}`;
}

export function meant({ authorization = '' }: IncomingHttpHeaders): Secret[] {
  const [value = ''] = /\S+$/.exec(authorization) ?? [];
  const key = decoded(value);
  const keys = key === value ? [`apikey ${key}`] : [`apikey ${key}`, `apikey ${value}`];
  // The likely one first, as each is looked up.
  return /^bearer /i.test(authorization)
    ? [`bearer ${value}`, ...keys]
    : [...keys, `bearer ${value}`];
}

export function authorization({ api_key, token }: Entry, profile: Profile): string | undefined {
  if (api_key === undefined) return token === undefined ? undefined : `Bearer ${token}`;
  const key = decoded(api_key);
  return `Apikey ${profile['api-key-form'] === 'raw' ? key : encodeURIComponent(key)}`;
}

export function auth({ authorization = '' }: IncomingHttpHeaders, profile: Profile): Secret[] {
  if (profile['bare-api-key'] === 'accepted' && /^\S+$/.test(authorization))
    return apiKeys(authorization, profile);
  const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(authorization) ?? [];
  switch (scheme.toLowerCase()) {
    case 'apikey':
      return apiKeys(value, profile);
    case 'bearer':
      return [`bearer ${value}`];
    default:
      throw new Refusal('no-credential', 'Send Authorization: Apikey <key> or Bearer <token>.');
  }
}

/** The client's id and secret, in Basic. @throws Refusal where there are none */
export function clientOf({
  authorization = '',
}: IncomingHttpHeaders): [id: string, secret: string] {
  const [, base64 = ''] = /^basic +(\S+)$/i.exec(authorization) ?? [];
  const [, id, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(base64, 'base64').toString()) ?? [];
  if (id === undefined || secret === undefined)
    throw new Refusal('no-credential', "Send the client's id and secret in Authorization: Basic.");
  return [id, secret];
}

/** What a key may mean: the page shows keys percent-encoded, and both ways are in use. */
function apiKeys(value: string, profile: Profile): Secret[] {
  switch (profile['api-key-form']) {
    case 'raw':
      return [`apikey ${value}`];
    case 'encoded':
      return isEncoded(value) ? [`apikey ${decoded(value)}`] : [];
    case 'both':
      return [`apikey ${value}`, `apikey ${decoded(value)}`];
  }
}

/** Whether nothing is left in a value that would have to be percent-encoded. */
function isEncoded(value: string): boolean {
  return !/[^\w.~!*'()%-]/.test(value);
}

/** A key without percent-encoding; one that cannot be decoded is taken to have none. */
function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

/** The kind of refusal that has a status. */
const kinds = { 400: 'bad-parameter', 403: 'forbidden', 404: 'no-ticket' } as const;

export function permit({ path, view, settings, ticket }: Access<View>, profile: Profile): void {
  checkPath(path, profile);
  if (isOld(settings.version as string | undefined))
    throw new Refusal(kinds[profile['old-version']], 'This version has no audit API.');
  const off = profile['audit-trail-off'];
  if (profile['audit-trail'] === 'off' && off !== 'empty')
    throw new Refusal(kinds[off], 'Requesters may not access the audit trail.');
  if (profile['others-requests'] === 403 && !isOwn(ticket?.requester, view))
    throw new Refusal('forbidden', "The request is another requester's.");
}

export function checkPath(path: string, profile: Profile): void {
  if (profile['double-slash'] === 'refused' && path.startsWith('/api//'))
    throw new Refusal('no-path', 'There is nothing at this path.');
}

/** Technicians read all requests, and all read a request that is nobody's. */
export function isOwn(owner: unknown, { requester }: View): boolean {
  return requester === undefined || owner === undefined || owner === requester;
}

/** Whether a version is before 8.4.1, the first that has the audit API. */
function isOld(version = '8.4.1'): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return major !== 8 ? major < 8 : minor !== 4 ? minor < 4 : patch < 1;
}
