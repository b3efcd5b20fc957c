/** `POST /api/v1/request/<id>/audit/search/byqual`: a request's whole audit, newest first. */

import { Refusal } from '../../Refusal.js';
import { parseJson } from '../../readBody.js';
import type { Endpoint } from '../../Vendor.js';
import { auth, permit, type View } from './auth.js';
import type { Profile } from './profile.js';
import { refuse } from './refuse.js';

export const auditLog: Endpoint<undefined, Profile, View> = {
  method: 'POST',
  paths: ['/api/v1/request/:requestId/audit/search/byqual'],
  sampleBody: '{}',
  auth,
  params: ['requestId'],
  permit,
  parameters: [],
  query: ({ address: [requestId = ''], body }) => {
    if (!/^\d+$/.test(requestId))
      throw new Refusal('bad-parameter', 'The request id must be an integer.');
    const value = parseJson(body);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Refusal('bad-body', 'The body must be a JSON object.');
    return undefined;
  },
  respond: (_question, { trail }) => trail.select({}).json('[', { order: 'desc' }, ']'),
  refuse,
};
