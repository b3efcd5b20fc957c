/** `POST /api/v1/request/<id>/audit/search/byqual`: a request's whole audit, newest first. */

import type { Endpoint } from '../../Vendor.js';
import { auth, permit, type View } from './auth.js';
import type { Profile } from './profile.js';
import { query } from './query.js';
import { refuse } from './refuse.js';

export const auditLog: Endpoint<undefined, Profile, View> = {
  method: 'POST',
  paths: ['/api/v1/request/:requestId/audit/search/byqual'],
  sampleBody: '{}',
  auth,
  params: ['requestId'],
  permit,
  parameters: [],
  query,
  respond: (_question, { trail }) => trail.select({}).json('[', { order: 'desc' }, ']'),
  refuse,
};
