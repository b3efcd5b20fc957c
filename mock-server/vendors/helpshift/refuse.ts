/** How Helpshift says no. */
import type { Refusal, RefusalKind } from '../../Refusal.js';
import type { Answer } from '../../Vendor.js';
import type { Profile } from './profile.js';

const words: Record<number, string> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
};

export function refuse({ kind, message }: Refusal, profile: Profile): Answer {
  const status = statuses(profile)[kind];
  const error = words[status];
  return {
    status,
    body: JSON.stringify(profile['error-body'] === 'message' ? { message } : { error, message }),
  };
}

function statuses(profile: Profile): Record<RefusalKind, number> {
  const unauthorized = profile['unauthorized-status'];
  return {
    'no-path': 404,
    'wrong-method': 405,
    'no-credential': unauthorized,
    'malformed-credential': unauthorized,
    'unknown-credential': unauthorized,
    'rate-limited': 429,
    forbidden: profile['foreign-domain'],
    unavailable: 403,
    'bad-parameter': 400,
    'unknown-grant': 400,
    'bad-grant': 400,
    'unknown-client': 401,
    'bad-body': 400,
    'wrong-media-type': 415,
    'body-too-large': 413,
    'no-ticket': profile['unknown-issue'],
  };
}
