/** Adds records to a ticket's trail. */
import type { AppendRecords } from '../../specs/admin/types.js';
import type { AdminEndpoint } from './AdminEndpoint.js';

export const recordEndpoint: AdminEndpoint<AppendRecords> = {
  method: 'post',
  path: '/sessions/:id/records',
  takes: 'appendRecords',
  fixturePart: 'records',
  act({ session, body: { vendor, target, records } }) {
    const notes = session.append(vendor, target, records);
    const appended = records.length;
    return { status: 200, body: { appended, ...(notes.length > 0 && { notes }) } };
  },
};
