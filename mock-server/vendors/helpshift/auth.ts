/** Helpshift's API keys: the Basic user name with an empty password, or a bearer token. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Secret } from '../../CredentialIndex.js';
import { Refusal } from '../../Refusal.js';
import type { Access } from '../../Vendor.js';

export function secrets({ api_key }: Record<string, string>): Secret[] {
  return [`key ${api_key}`];
}

export function authorization({ api_key }: Record<string, string>): string {
  return `Basic ${Buffer.from(`${api_key}:`).toString('base64')}`;
}

export function auth({ authorization = '' }: IncomingHttpHeaders): Secret[] {
  const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(authorization) ?? [];
  switch (scheme.toLowerCase()) {
    case 'basic':
      return [`key ${userName(value)}`];
    case 'bearer':
      return [`key ${value}`];
    default:
      throw new Refusal('no-credential', 'Send the API key as Basic user name or as bearer token.');
  }
}

/** The user name of a Basic value whose password is empty; a password makes it a key that nobody has. */
function userName(value: string): string {
  return Buffer.from(value, 'base64').toString().replace(/:$/, '');
}

/** Nothing sets one credential's answers apart from another's. */
export type View = null;

export function view(): View {
  return null;
}

export function permit({ within: [own], address: [domain] }: Access<View>): void {
  if (own !== undefined && own !== domain)
    throw new Refusal('forbidden', `The credential is not valid for ${domain}.`);
}
