/** OpsRamp's bearer tokens. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Secret } from '../../CredentialIndex.js';
import { Refusal } from '../../Refusal.js';
import type { Access } from '../../Vendor.js';

export function secrets({ token }: Record<string, string>): Secret[] {
  return [`bearer ${token}`];
}

export function authorization({ token }: Record<string, string>): string {
  return `Bearer ${token}`;
}

export function auth({ authorization = '' }: IncomingHttpHeaders): Secret[] {
  const [, token] = /^bearer +(\S+)$/i.exec(authorization) ?? [];
  if (token === undefined)
    throw new Refusal('no-credential', 'Send Authorization: Bearer <token>.');
  return [`bearer ${token}`];
}

/** Nothing sets one credential's answers apart from another's. */
export type View = null;

export function view(): View {
  return null;
}

export function permit({ within: [own], address: [tenant] }: Access<View>): void {
  if (own !== undefined && own !== tenant)
    throw new Refusal('forbidden', `The credential is not valid for ${tenant}.`);
}
