/** Where one broken client after the other is put to a vendor's cases: on one simulator, which plays nobody else. */
import { startSimulator } from '../../mock-server/startSimulator.js';
import type { ClientCase } from '../cases/Case.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import type { Verdict } from '../judge/Verdict.js';
import { playClient } from '../runner/playClient.js';
import { runCases } from '../runner/runCases.js';
import { type ClientFunction, functionSubject } from '../subjects/functionSubject.js';
import type { Vendors } from '../Vendors.js';

export interface ProvingGround {
  vendor: JudgedVendor;
  /** Asks as `check` does: of those that a case needs, those that are among these. */
  run(client: ClientFunction, cases: readonly ClientCase[]): Promise<Verdict[]>;
  close(): Promise<void>;
}

/** @param name of one of the vendors */
export async function openProvingGround(
  { played, judged }: Vendors,
  name: string,
): Promise<ProvingGround> {
  const vendor = judged.find((one) => one.name === name) as JudgedVendor;
  const simulator = await startSimulator(
    played.filter((one) => one.name === name),
    // Room for every request of a case.
    { bounds: { journalEntries: 5000, journalBytes: 64 * 1024 * 1024 } },
  );
  const stage = { simulator, vendor, subjectHost: undefined, timeout: 5000, seed: 1 };
  return {
    vendor,
    run: (client, cases) =>
      runCases(cases, {
        ...{ subject: functionSubject(client), workers: 4, tell() {} },
        play: (one, conversation) => playClient(one, conversation, stage),
      }),
    close: () => simulator.close(),
  };
}
