/** What a request for Motadata's audit asks for. */

import { Refusal } from '../../Refusal.js';
import { parseJson } from '../../readBody.js';
import type { Asked } from '../../Vendor.js';

export function query({ address: [requestId = ''], body }: Asked): undefined {
  if (!/^\d+$/.test(requestId))
    throw new Refusal('bad-parameter', 'The request id must be an integer.');
  const value = parseJson(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('bad-body', 'The body must be a JSON object.');
}
