/** Tells of a session, in short. */
import { instant } from '../../fixtures/language/instant.js';
import type { SessionSummary } from '../../specs/admin/types.js';
import type { SimulatorSession } from '../Simulator.js';
import { clockFace } from './clockFace.js';

export function sessionSummary(session: SimulatorSession): SessionSummary {
  const { id, fixture, opened, expires, clock, requests } = session;
  return {
    id,
    fixture,
    opened: instant(opened),
    expires: expires === undefined ? null : instant(expires),
    ...clockFace(clock),
    requests,
  };
}
