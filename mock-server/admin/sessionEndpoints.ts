/** Opens, lists, resets and closes sessions. */
import type { OpenSession, Session } from '../../specs/admin/types.js';
import type { SimulatorSession } from '../Simulator.js';
import type { AdminEndpoint, AnyAdminEndpoint } from './AdminEndpoint.js';
import { reachableUrl } from './reachableUrl.js';
import { sessionSummary } from './sessionSummary.js';

const list: AdminEndpoint = {
  method: 'get',
  path: '/sessions',
  act: ({ simulator }) => ({
    status: 200,
    body: { sessions: simulator.sessions.list().map(sessionSummary) },
  }),
};

const open: AdminEndpoint<OpenSession> = {
  method: 'post',
  path: '/sessions',
  takes: 'openSession',
  fixturePart: 'fixture',
  async act({ simulator, body, host }) {
    const session = await simulator.sessions.open(body);
    const Location = `/sessions/${encodeURIComponent(session.id)}`;
    return { status: 201, headers: { Location }, body: whole(session, host) };
  },
};

const get: AdminEndpoint = {
  method: 'get',
  path: '/sessions/:id',
  act: ({ session, host }) => ({ status: 200, body: whole(session, host) }),
};

const close: AdminEndpoint = {
  method: 'delete',
  path: '/sessions/:id',
  async act({ session }) {
    await session.close();
    return { status: 204 };
  },
};

const reset: AdminEndpoint = {
  method: 'post',
  path: '/sessions/:id/reset',
  takes: 'nothing',
  act({ session }) {
    session.reset();
    return { status: 204 };
  },
};

function whole(session: SimulatorSession, host: string): Session {
  const vendors = Object.entries(session.vendors).map(([name, { baseUrl, ...rest }]) => [
    name,
    { baseUrl: reachableUrl(baseUrl, host), ...rest },
  ]);
  return { ...sessionSummary(session), vendors: Object.fromEntries(vendors) };
}

export const sessionEndpoints: readonly AnyAdminEndpoint[] = [list, open, get, close, reset];
