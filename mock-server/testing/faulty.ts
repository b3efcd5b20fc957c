/** A session with faults, and ways to ask each vendor for its first ticket's audit log, for tests. */
import supertest, { type Test } from 'supertest';
import { onTestFinished } from 'vitest';
import type { GivenFault, SessionOptions, SimulatorSession } from '../Simulator.js';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';

/** Where the records of the default fixture are. */
export const paths = {
  helpshift: '/v2/amazon/issues/3423/_audit_logs',
  motadata: '/api/v1/request/1/audit/search/byqual',
  opsramp: '/api/v2/tenants/client_4/incidents/INC0000001798/activitylog',
};

export interface FaultySession {
  url: string;
  session: SimulatorSession;
  /** Each sends a request as the vendor's page has it. */
  helpshift(query?: object): Test;
  motadata(query?: object): Test;
  opsramp(query?: object): Test;
  /** The value of the header Authorization for a vendor. */
  authorization: Readonly<Record<keyof typeof paths, string>>;
}

/** Until the test is finished. @param faults left out: the fixture's @param options beside the faults */
export async function faulty(
  faults: readonly GivenFault[] | undefined,
  options: SessionOptions = {},
): Promise<FaultySession> {
  const simulator = await startSimulator(vendors, {});
  onTestFinished(() => simulator.close());
  const session = await simulator.sessions.open({ ...options, ...(faults && { faults }) });
  const { url } = simulator;
  const secret = (vendor: string, key: string) =>
    session.vendors[vendor]?.credentials.find((one) => key in one)?.[key] ?? '';
  const authorization = {
    helpshift: `Basic ${btoa(`${secret('helpshift', 'api_key')}:`)}`,
    motadata: `Bearer ${secret('motadata', 'token')}`,
    opsramp: `Bearer ${secret('opsramp', 'token')}`,
  };
  const ask = supertest(url);
  const get =
    (vendor: 'helpshift' | 'opsramp') =>
    (query: object = {}) =>
      ask.get(paths[vendor]).query(query).set('Authorization', authorization[vendor]);
  return {
    ...{ url, session, authorization, helpshift: get('helpshift'), opsramp: get('opsramp') },
    motadata: (query = {}) =>
      ask.post(paths.motadata).query(query).set('Authorization', authorization.motadata).send({}),
  };
}
