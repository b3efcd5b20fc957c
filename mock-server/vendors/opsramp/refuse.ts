/** How OpsRamp says no, in the three shapes that it has for it. */
import type { Refusal, RefusalKind } from '../../Refusal.js';
import type { Answer } from '../../Vendor.js';
import type { Profile } from './profile.js';
import { UnreadableTime } from './query.js';

/** What is wrong with a token or with a request for one, in the words of OAuth. */
const words: Partial<Record<RefusalKind, string>> = {
  'no-credential': 'unauthorized',
  'malformed-credential': 'unauthorized',
  'unknown-credential': 'invalid_token',
  forbidden: 'access_denied',
  'rate-limited': 'throttled',
  'bad-body': 'invalid_request',
  'body-too-large': 'invalid_request',
  'unknown-grant': 'unsupported_grant_type',
  'bad-grant': 'invalid_grant',
  'unknown-client': 'unauthorized',
};

const codes: Record<RefusalKind, string> = {
  'no-credential': '0001',
  'malformed-credential': '0001',
  'unknown-credential': '0001',
  'bad-parameter': '0002',
  'bad-body': '0002',
  'wrong-media-type': '0002',
  'body-too-large': '0002',
  'no-path': '0003',
  'no-ticket': '0003',
  forbidden: '0004',
  'wrong-method': '0005',
  'rate-limited': '0006',
  'unknown-grant': '0002',
  'bad-grant': '0002',
  'unknown-client': '0001',
  unavailable: '0010',
};

export function refuse(refusal: Refusal, profile: Profile): Answer {
  const status = statusOf(refusal, profile);
  return { status, body: JSON.stringify(bodyOf(refusal, status, profile)) };
}

function statusOf(refusal: Refusal, profile: Profile): number {
  if (refusal instanceof UnreadableTime) return profile['bad-time'] === 500 ? 500 : 400;
  const statuses: Record<RefusalKind, number> = {
    'no-path': 404,
    'wrong-method': 405,
    'no-credential': profile['no-token'],
    'malformed-credential': profile['malformed-authorization'],
    'unknown-credential': profile['dead-token'],
    forbidden: profile['foreign-tenant'],
    'rate-limited': 429,
    'unknown-grant': 400,
    'bad-grant': 400,
    'unknown-client': 401,
    unavailable: 410,
    'bad-parameter': 400,
    'bad-body': 400,
    'wrong-media-type': 415,
    'body-too-large': 413,
    'no-ticket': profile['not-found'],
  };
  return statuses[refusal.kind];
}

function bodyOf(refusal: Refusal, status: number, profile: Profile): object {
  const { kind, message, field } = refusal;
  // A tenant that is said not to exist is refused as an incident is.
  const hidden = kind === 'forbidden' && status === 404;
  const coded = { code: codes[hidden ? 'no-ticket' : kind], message };
  if (profile['error-shapes'] === 'coded' || hidden) return coded;
  const error = words[kind];
  if (error !== undefined) return { error, error_description: message };
  const alone = refusal instanceof UnreadableTime && profile['bad-time'] !== '400-list';
  return kind === 'bad-parameter' && !alone
    ? [{ code: codes[kind], fieldName: field, message }]
    : coded;
}
