/** Adds records to a ticket's trail. */
import type { AppendRecords } from '../../specs/admin/types.js';
import type { AdminEndpoint } from './AdminEndpoint.js';

export const recordEndpoint: AdminEndpoint<AppendRecords> = {
  method: 'post',
  path: '/sessions/:id/records',
  takes: 'appendRecords',
  fixturePart: 'records',
  act({ session, body: { vendor, target, records } }) {
    session.append(vendor, target, records);
    return { status: 200, body: { appended: records.length } };
  },
};
