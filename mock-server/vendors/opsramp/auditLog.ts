/** `GET /api/v2/tenants/<tenant>/incidents/<incident>/activitylog`: an incident's activities in a window. */
import { writeTime } from '../../../fixtures/language/vendors/opsramp/time.js';
import type { Endpoint } from '../../Vendor.js';
import { auth, permit, type View } from './auth.js';
import type { Profile } from './profile.js';
import { type Question, query } from './query.js';
import { refuse } from './refuse.js';

export const auditLog: Endpoint<Question, Profile, View> = {
  method: 'GET',
  paths: ['/api/v2/tenants/:tenantId/incidents/:incidentId/activitylog'],
  auth,
  params: ['tenantId', 'incidentId'],
  permit,
  parameters: ['startTs', 'endTs', 'isDescendingOrder'],
  query,
  respond: ({ start, end, order }, { trail, created, now }) => {
    const since = start ?? created;
    const until = end ?? now;
    const selection = trail.select({ since, until });
    const rest = {
      totalResults: selection.total,
      pageSize: selection.total,
      nextPage: false,
      startDate: writeTime(since),
      endDate: writeTime(until),
      descendingOrder: order === 'desc',
    };
    return selection.json('{"results":[', { order }, `],${JSON.stringify(rest).slice(1)}`);
  },
  refuse,
};
