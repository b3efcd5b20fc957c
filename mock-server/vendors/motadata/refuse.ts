/** How Motadata ServiceOps says no, and how its token endpoint does. */
import type { Refusal, RefusalKind } from '../../Refusal.js';
import type { Answer } from '../../Vendor.js';
import type { Profile } from './profile.js';

const statuses: Record<RefusalKind, number> = {
  'no-path': 404,
  'wrong-method': 405,
  'no-credential': 401,
  'malformed-credential': 401,
  'unknown-credential': 401,
  'rate-limited': 429,
  forbidden: 403,
  unavailable: 403,
  'bad-parameter': 400,
  'unknown-grant': 400,
  'bad-grant': 400,
  'unknown-client': 401,
  'bad-body': 400,
  'wrong-media-type': 415,
  'body-too-large': 413,
  'no-ticket': 404,
};

export function refuse({ kind, message }: Refusal, profile: Profile): Answer {
  const status = kind === 'rate-limited' ? profile['rate-limit-status'] : statuses[kind];
  const body =
    status === 401 && profile['unauthorized-body'] === 'oauth'
      ? { error: 'invalid_token', error_description: message }
      : { code: String(status), userMessage: message, cause: null };
  return { status, body: JSON.stringify(body) };
}

const tokenErrors: Partial<Record<RefusalKind, string>> = {
  'no-credential': 'invalid_client',
  'unknown-client': 'invalid_client',
  'unknown-grant': 'unsupported_grant_type',
  'bad-grant': 'invalid_grant',
};

/** In the way of OAuth 2, RFC 6749 section 5.2. */
export function refuseToken({ kind, message, field }: Refusal, profile: Profile): Answer {
  const status =
    field === 'password' && kind === 'bad-grant' ? profile['wrong-password'] : statuses[kind];
  const error = tokenErrors[kind] ?? 'invalid_request';
  return { status, body: JSON.stringify({ error, error_description: message }) };
}
