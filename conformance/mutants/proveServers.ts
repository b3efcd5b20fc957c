/** Proves the cases for a vendor's servers. */
import type { StartedSimulator } from '../../mock-server/startSimulator.js';
import type { ServerCase } from '../cases/Case.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import type { Verdict } from '../judge/Verdict.js';
import { type Send, send } from '../reference/send.js';
import { runCases } from '../runner/runCases.js';
import { Pace } from '../servers/Pace.js';
import { playServer } from '../servers/playServer.js';
import { serverSubject } from '../servers/serverSubject.js';
import { type Proof, prove } from './prove.js';
import type { ServerMutant } from './ServerMutant.js';
import { serverMutants } from './serverMutants.js';

/** The mutants of a vendor: its own, and those of all whose case it has. */
export function serverMutantsOf(
  { name, serverMutants: own }: JudgedVendor,
  cases: readonly ServerCase[],
): ServerMutant[] {
  const ids = new Set(cases.map(({ id }) => id));
  return [...own, ...serverMutants.filter((one) => ids.has(`${name}/server/${one.case}`))];
}

/**
 * @param simulator that plays the vendor's world for servers
 * @param cases all of the vendor
 * @param whole whether each is run on all cases
 */
export function proveServers(
  simulator: StartedSimulator,
  vendor: JudgedVendor,
  cases: readonly ServerCase[],
  mutants: readonly ServerMutant[],
  whole = false,
): Promise<Proof<ServerMutant>[]> {
  return prove(
    cases,
    mutants,
    (mutant, asked) => judgeServer(simulator.url, vendor, asked, mutantSend(mutant)),
    whole,
  );
}

/** Asks a server as `check` does, and as fast as it answers. */
export function judgeServer(
  url: string,
  vendor: JudgedVendor,
  cases: readonly ServerCase[],
  send: Send,
): Promise<Verdict[]> {
  const { account } = vendor.serverWorld;
  const reached = { vendor, url, account, until: Date.now(), pace: new Pace(Infinity), send };
  return runCases(cases, {
    ...{ subject: serverSubject({ ...reached, sleep: async () => {} }), workers: 1, tell() {} },
    play: (one, conversation) => playServer(one, conversation, vendor),
  });
}

function mutantSend({ heard = (wanted) => wanted, answers = (got) => got }: ServerMutant): Send {
  return async (base, wanted) => answers(await send(base, heard(wanted)), wanted);
}
