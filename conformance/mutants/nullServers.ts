/** Servers that answer every request with the same. */
import type { Got } from '../reference/VendorClient.js';

const headers = { 'content-type': 'application/json' };

export const nullServers: readonly (readonly [string, Got])[] = [
  ['an empty list', { status: 200, headers, body: '[]' }],
  ['an empty object', { status: 200, headers, body: '{}' }],
  ['nothing', { status: 200, headers: {}, body: '' }],
  ['a login page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' }],
  ...[400, 401, 403, 404, 500].map(
    (status) => [`${status}`, { status, headers, body: '{"error":"no","message":"No."}' }] as const,
  ),
];
