/** Shows and sets a session's faults. */
import type { SetFaults } from '../../specs/admin/types.js';
import type { AdminEndpoint, AnyAdminEndpoint } from './AdminEndpoint.js';

const path = '/sessions/:id/faults';

const show: AdminEndpoint = {
  method: 'get',
  path,
  act: ({ session }) => ({ status: 200, body: { faults: session.faults() } }),
};

const set: AdminEndpoint<SetFaults> = {
  method: 'put',
  path,
  takes: 'setFaults',
  act({ session, body: { faults } }) {
    session.setFaults(faults);
    return { status: 200, body: { faults: session.faults() } };
  },
};

export const faultEndpoints: readonly AnyAdminEndpoint[] = [show, set];
