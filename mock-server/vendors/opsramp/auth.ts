/** OpsRamp's bearer tokens. */
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

export function secrets({ token }: Entry): Secret[] {
  return [`bearer ${token}`];
}

export function authorization({ token }: Entry): string {
  return `Bearer ${token}`;
}

export function auth({ authorization = '' }: IncomingHttpHeaders): Secret[] {
  const [, token] = /^bearer +(\S+)$/i.exec(authorization) ?? [];
  if (token !== undefined) return [`bearer ${token}`];
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
