/** Motadata's API keys and bearer tokens. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Secret } from '../../CredentialIndex.js';
import { Refusal } from '../../Refusal.js';

export function secrets({ api_key, token }: Record<string, string>): Secret[] {
  return [
    ...(api_key === undefined ? [] : spellings(api_key).map((key) => `apikey ${key}`)),
    ...(token === undefined ? [] : [`bearer ${token}`]),
  ];
}

export function authorization({ api_key, token }: Record<string, string>): string {
  return api_key === undefined ? `Bearer ${token}` : `Apikey ${encodeURIComponent(api_key)}`;
}

export function auth({ authorization = '' }: IncomingHttpHeaders): Secret[] {
  const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(authorization) ?? [];
  switch (scheme.toLowerCase()) {
    case 'apikey':
      return spellings(value).map((key) => `apikey ${key}`);
    case 'bearer':
      return [`bearer ${value}`];
    default:
      throw new Refusal('no-credential', 'Send Authorization: Apikey <key> or Bearer <token>.');
  }
}

/** A key as it is, and decoded once: the page shows keys percent-encoded, and both are in use. */
function spellings(key: string): string[] {
  try {
    const decoded = decodeURIComponent(key);
    return decoded === key ? [key] : [key, decoded];
  } catch {
    return [key];
  }
}

/** Nothing sets one credential's answers apart from another's. */
export type View = null;

export function view(): View {
  return null;
}

export function permit(): void {}
