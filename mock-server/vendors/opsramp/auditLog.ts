/** `GET /api/v2/tenants/<tenant>/incidents/<incident>/activitylog`: an incident's activities in a window. */
import { readTime, writeTime } from '../../../fixtures/language/vendors/opsramp/time.js';
import { Refusal } from '../../Refusal.js';
import type { Order } from '../../Selection.js';
import type { Endpoint } from '../../Vendor.js';
import { auth, permit, type View } from './auth.js';
import type { Profile } from './profile.js';
import { refuse } from './refuse.js';

interface Question {
  /** Epoch milliseconds, inclusive; undefined for the default. */
  start: number | undefined;
  end: number | undefined;
  order: Order;
}

export const auditLog: Endpoint<Question, Profile, View> = {
  method: 'GET',
  paths: ['/api/v2/tenants/:tenantId/incidents/:incidentId/activitylog'],
  auth,
  params: ['tenantId', 'incidentId'],
  permit,
  parameters: ['startTs', 'endTs', 'isDescendingOrder'],
  query: ({ parameters }) => ({
    start: timeOf('startTs', parameters),
    end: timeOf('endTs', parameters),
    order: isDescending(parameters.get('isDescendingOrder')) ? 'desc' : 'asc',
  }),
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

function timeOf(name: string, parameters: ReadonlyMap<string, string>): number | undefined {
  const value = parameters.get(name);
  if (value === undefined || value === '') return undefined;
  const time = readTime(value);
  if (Number.isNaN(time))
    throw new Refusal(
      'bad-parameter',
      `${name} must be a time like 2018-10-24T05:26:27+0000.`,
      name,
    );
  return time;
}

function isDescending(value: string | undefined): boolean {
  const word = value?.toLowerCase();
  if (word === undefined || word === '' || word === 'true') return true;
  if (word === 'false') return false;
  const field = 'isDescendingOrder';
  throw new Refusal('bad-parameter', `${field} must be true or false.`, field);
}
