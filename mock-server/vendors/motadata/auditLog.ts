/** `POST /api/v1/request/<id>/audit/search/byqual`: a request's whole audit, newest first. */
import type { MotadataRecord } from '../../../specs/motadata/types.js';
import type { Endpoint } from '../../Endpoint.js';
import { Refusal } from '../../Refusal.js';
import { auth, isOwn, permit, type View } from './auth.js';
import type { Profile } from './profile.js';
import { mostEntries, orderOf, type Question, query } from './query.js';
import { refuse } from './refuse.js';

export const auditLog: Endpoint<Question, Profile, View> = {
  method: 'POST',
  paths: [
    '/api/v1/request/:requestId/audit/search/byqual',
    '/api//v1/request/:requestId/audit/search/byqual',
  ],
  sampleBody: '{}',
  shape: 'answer',
  auth,
  address: [':requestId'],
  permit,
  parameters: ['offset', 'size'],
  query,
  respond: ({ offset, size, quals }, { ticket, view }, profile) => {
    const { trail, settings, address } = ticket;
    // Here and not before, as a request that does not exist is refused after all else.
    if (profile['others-requests'] === 404 && !isOwn(settings.requester, view as View))
      throw new Refusal('no-ticket', `There is no ticket ${address[0]}.`);
    const selection =
      quals.length === 0
        ? trail.select({})
        : trail.matching((record) => quals.every((holds) => holds(record as MotadataRecord)));
    const limit = Math.min(size, mostEntries(profile));
    const [before, after] =
      profile.envelope === 'bare'
        ? ['[', ']']
        : ['{"objectList":[', `],"totalCount":${selection.total}}`];
    return selection.json(before, { order: orderOf(profile), offset, limit }, after);
  },
  refuse,
};
