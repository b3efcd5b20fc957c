/** OpsRamp's bearer tokens, and the clients that get them. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Secret } from '../../Credentials.js';
import type { Access } from '../../Endpoint.js';
import { Refusal } from '../../Refusal.js';
import type { Profile } from './profile.js';

type Entry = Readonly<Record<string, string>>;

/** Nothing sets one token's answers apart from another's. */
export type View = null;

export function view(): View {
  return null;
}

export function secrets({ token, client_id, client_secret }: Entry): Secret[] {
  return [token === undefined ? client(client_id, client_secret) : `bearer ${token}`];
}

export function identities({ client_id }: Entry): Secret[] {
  return client_id === undefined ? [] : [clientId(client_id)];
}

/** What a client is known by. */
export function clientId(id: string): Secret {
  return `id ${id}`;
}

export function meant({ authorization = '' }: IncomingHttpHeaders): Secret[] {
  const [, token] = /^bearer +(\S+)$/i.exec(authorization) ?? [];
  return token === undefined ? [] : [`bearer ${token}`];
}

/** What a client proves itself with. */
export function client(id: string | undefined, secret: string | undefined): Secret {
  return `client ${JSON.stringify([id, secret])}`;
}

export function authorization({ token }: Entry): string | undefined {
  return token === undefined ? undefined : `Bearer ${token}`;
}

export function auth({ authorization = '' }: IncomingHttpHeaders): Secret[] {
  const secrets = meant({ authorization });
  if (secrets.length > 0) return secrets;
  throw new Refusal(
    authorization === '' ? 'no-credential' : 'malformed-credential',
    'Send Authorization: Bearer <token>.',
  );
}

export function permit({ within: [own], address: [asked] }: Access<View>, profile: Profile): void {
  if (profile.tenant === 'deactivated')
    throw new Refusal('unavailable', 'The tenant is deactivated.');
  if (own !== undefined && own !== asked)
    throw new Refusal('forbidden', `The credential is not valid for ${asked}.`);
}
