/** auditrig as a library. */
import type { Simulator, SimulatorOptions, TlsOptions } from './mock-server/Simulator.js';
import { startSimulator as start } from './mock-server/startSimulator.js';
import { vendors } from './mock-server/vendors/index.js';

export { FixtureError, type Problem } from './fixtures/language/FixtureError.js';
export type {
  Completeness,
  CompletenessQuestion,
  DeliveryVerdict,
  GivenFault,
  Journal,
  JournalEntry,
  Served,
  SessionOptions,
  SessionVendor,
  SetFault,
  SimulatorBounds,
  SimulatorClock,
  SimulatorCredentials,
  SimulatorSession,
  SimulatorSessions,
  ToldDelivery,
  ToldEvent,
} from './mock-server/Simulator.js';
export type { Simulator, SimulatorOptions, TlsOptions };

/**
 * Starts a simulator of all vendors that its fixture has.
 * @throws FixtureError where the fixture is wrong, with every problem and its place, or where a certificate cannot be used
 * @throws TypeError where an option is unknown
 * @throws the system's error (`EADDRINUSE` …) where the port cannot be had
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { url, ca, clock, credentials, sessions, unattributed, close } = await start(
    vendors,
    options,
  );
  return {
    ...{ url, clock, credentials, sessions, unattributed, close },
    ...(ca === undefined ? {} : { ca }),
  };
}
