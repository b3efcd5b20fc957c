/** How Motadata ServiceOps says no. */
import type { Refusal, RefusalKind } from '../../Refusal.js';
import type { Answer } from '../../Vendor.js';

const statuses: Record<RefusalKind, number> = {
  'no-path': 404,
  'wrong-method': 405,
  'no-credential': 401,
  'malformed-credential': 401,
  'unknown-credential': 401,
  forbidden: 403,
  unavailable: 403,
  'bad-parameter': 400,
  'bad-body': 400,
  'wrong-media-type': 415,
  'body-too-large': 413,
  'no-ticket': 404,
};

export function refuse({ kind, message }: Refusal): Answer {
  const status = statuses[kind];
  return {
    status,
    body: JSON.stringify({ code: String(status), userMessage: message, cause: null }),
  };
}
