/** How Helpshift says no. */
import type { Refusal, RefusalKind } from '../../Refusal.js';
import type { Answer } from '../../Vendor.js';

const statuses: Record<RefusalKind, [status: number, error: string]> = {
  'no-path': [404, 'not_found'],
  'wrong-method': [405, 'method_not_allowed'],
  'no-credential': [401, 'unauthorized'],
  'malformed-credential': [401, 'unauthorized'],
  'unknown-credential': [401, 'unauthorized'],
  forbidden: [403, 'forbidden'],
  unavailable: [403, 'forbidden'],
  'bad-parameter': [400, 'bad_request'],
  'bad-body': [400, 'bad_request'],
  'wrong-media-type': [415, 'unsupported_media_type'],
  'body-too-large': [413, 'payload_too_large'],
  'no-ticket': [404, 'not_found'],
};

export function refuse({ kind, message }: Refusal): Answer {
  const [status, error] = statuses[kind];
  return { status, body: JSON.stringify({ error, message }) };
}
