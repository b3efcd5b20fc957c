/** Judges a subject by cases. */
import { availableParallelism } from 'node:os';
import { type StartedSimulator, startSimulator } from '../mock-server/startSimulator.js';
import type { AnyVendor } from '../mock-server/Vendor.js';
import type { CheckOptions } from './CheckOptions.js';
import type { Case } from './cases/Case.js';
import { chooseCases, noSuchCase } from './cases/chooseCases.js';
import { fixtureCases } from './cases/fixtureCases.js';
import { readCases } from './cases/readCases.js';
import type { JudgedVendor } from './JudgedVendor.js';
import type { Verdict } from './judge/Verdict.js';
import type { JudgedCase, Report } from './report/Report.js';
import { summarize } from './report/summarize.js';
import { judgeSilences } from './runner/judgeSilences.js';
import { playCase } from './runner/playCase.js';
import { type Run, runCases } from './runner/runCases.js';
import { shuffled } from './runner/shuffled.js';
import type { Introduction } from './subjects/Subject.js';

/** What the engines know of vendors. */
export interface Vendors {
  played: readonly AnyVendor[];
  judged: readonly JudgedVendor[];
}

/** Room for every request of a case. */
const BOUNDS = { journalEntries: 5000, journalBytes: 64 * 1024 * 1024 };

/**
 * @throws FixtureError where a fixture is wrong, a pattern fits no case, or no case is left
 */
export async function check({ played, judged }: Vendors, options: CheckOptions): Promise<Report> {
  const { role, subject, patterns = [], level = 3, strict = false, fixtures = [] } = options;
  const { seed = Math.floor(Math.random() * 2 ** 31), timeout = 10_000, subjectHost } = options;
  const { workers = Math.max(1, availableParallelism() - 1), host = '127.0.0.1' } = options;
  const of = judged.filter(({ name }) => options.vendors?.includes(name) ?? true);
  const simulators = await startAll(played, host, fixtures);
  try {
    const all =
      fixtures.length === 0
        ? of.flatMap(({ name }) => readCases(name, role))
        : fixtures.flatMap((file) =>
            fixtureCases(simulators.get(file) as StartedSimulator, file, of),
          );
    const chosen = chooseCases(all, patterns).filter((one) => one.level <= level);
    if (chosen.length === 0) throw noSuchCase('no case is left to ask; see auditrig list cases');
    let introduction: Introduction | undefined;
    let done = 0;
    const play: Run['play'] = (one, conversation) => {
      introduction ??= conversation.introduction;
      const vendor = of.find(({ name }) => name === one.vendor) as JudgedVendor;
      const simulator = simulators.get(one.of?.file) as StartedSimulator;
      return playCase(one, conversation, { simulator, vendor, subjectHost, timeout, seed });
    };
    const tell = (verdict: Verdict) => options.tell?.(verdict, ++done, chosen.length);
    const run = { subject, workers, play };
    const verdicts = await runCases(shuffled(chosen, seed), { ...run, tell });
    const cases = chosen.map((one) => judgedCase(one, verdicts, strict));
    const silences = options.silences ? await judgeSilences(chosen, { ...run, tell() {} }) : [];
    const summary = summarize(cases);
    return { role, subject: introduction?.subject, seed, cases, silences, ...summary };
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

function judgedCase(one: Case, verdicts: readonly Verdict[], strict: boolean): JudgedCase {
  const { id, title, rules, level, vendor } = one;
  const strength = strict ? 'must' : one.strength;
  const verdict = verdicts.find((each) => each.case === id) as Verdict;
  return { title, rules, level, strength, vendor, ...verdict };
}
