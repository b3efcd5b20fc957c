/** Shows what was asked and answered. */
import type { AdminEndpoint, AnyAdminEndpoint } from './AdminEndpoint.js';

const own: AdminEndpoint = {
  method: 'get',
  path: '/sessions/:id/journal',
  act: ({ session }) => ({ status: 200, body: session.journal() }),
};

const unattributed: AdminEndpoint = {
  method: 'get',
  path: '/unattributed/journal',
  act: ({ simulator }) => ({ status: 200, body: simulator.unattributed() }),
};

export const journalEndpoints: readonly AnyAdminEndpoint[] = [own, unattributed];
