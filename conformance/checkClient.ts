/** Judges a client, each case in a world of its own. */
import { type StartedSimulator, startSimulator } from '../mock-server/startSimulator.js';
import type { AnyVendor } from '../mock-server/Vendor.js';
import type { ClientOptions } from './CheckOptions.js';
import { fixtureCases } from './cases/fixtureCases.js';
import { readCases } from './cases/readCases.js';
import type { JudgedVendor } from './JudgedVendor.js';
import type { Report } from './report/Report.js';
import { choose, judgeAll } from './runner/judgeAll.js';
import { judgeSilences } from './runner/judgeSilences.js';
import { playClient } from './runner/playClient.js';
import type { Vendors } from './Vendors.js';

/** Room for every request of a case. */
const BOUNDS = { journalEntries: 5000, journalBytes: 64 * 1024 * 1024 };

export async function checkClient(
  { played, judged }: Vendors,
  options: ClientOptions,
): Promise<Report> {
  const { fixtures = [], host = '127.0.0.1', silences = false, subjectHost } = options;
  const of = judged.filter(({ name }) => options.vendors?.includes(name) ?? true);
  const simulators = await startAll(played, host, fixtures);
  try {
    const cases =
      fixtures.length === 0
        ? of.flatMap(({ name }) => readCases(name, 'client'))
        : fixtures.flatMap((file) =>
            fixtureCases(simulators.get(file) as StartedSimulator, file, of),
          );
    const choice = choose(options, cases);
    const { report, run } = await judgeAll(options, choice, [undefined], (one, talking, how) => {
      const vendor = of.find(({ name }) => name === one.vendor) as JudgedVendor;
      const simulator = simulators.get(one.of?.file) as StartedSimulator;
      return playClient(one, talking, { simulator, vendor, subjectHost, ...how });
    });
    return silences ? { ...report, silences: await judgeSilences(choice.chosen, run) } : report;
  } finally {
    await Promise.all([...simulators.values()].map((simulator) => simulator.close()));
  }
}

/** A simulator for each fixture, or one for the worlds of the vendors' own cases. */
async function startAll(
  played: readonly AnyVendor[],
  host: string,
  fixtures: readonly string[],
): Promise<Map<string | undefined, StartedSimulator>> {
  const started = new Map<string | undefined, StartedSimulator>();
  try {
    for (const fixture of fixtures.length === 0 ? [undefined] : fixtures)
      started.set(fixture, await startSimulator(played, { host, bounds: BOUNDS, fixture }));
  } catch (error) {
    for (const simulator of started.values()) await simulator.close();
    throw error;
  }
  return started;
}
