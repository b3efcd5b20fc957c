/** Plays one endpoint of the admin API: a request goes through it from top to bottom. */
import type { Request, RequestHandler } from 'express';
import { Refusal } from '../Refusal.js';
import type { SimulatorSession } from '../Simulator.js';
import type { StartedSimulator } from '../startSimulator.js';
import type { AnyAdminEndpoint } from './AdminEndpoint.js';
import type { AdminTally } from './AdminTally.js';
import { readAdminBody } from './readAdminBody.js';
import { readAdminQuery } from './readAdminQuery.js';
import { sendReply } from './sendReply.js';

export function playAdminEndpoint(
  { parameters, takes, act }: AnyAdminEndpoint,
  simulator: StartedSimulator,
  tally: AdminTally,
): RequestHandler {
  return async (request, response) => {
    sessionOf(request, simulator);
    const query = readAdminQuery(request.url, parameters);
    const body = takes === undefined ? undefined : await readAdminBody(request, response, takes);
    // It may have ended while the body was on its way.
    const session = sessionOf(request, simulator) as SimulatorSession;
    sendReply(
      request,
      response,
      await act({ simulator, tally, session, query, body, host: request.hostname }),
    );
  };
}

/** Undefined where the path has no id. @throws Refusal where there is no such session */
function sessionOf(
  { params: { id } }: Request,
  { sessions }: StartedSimulator,
): SimulatorSession | undefined {
  if (id === undefined) return undefined;
  const session = sessions.get(id as string);
  if (!session) throw new Refusal('no-path', `there is no session ${JSON.stringify(id)}`);
  return session;
}
