/** Judges a subject by cases. */
import { availableParallelism } from 'node:os';
import { startSimulator } from '../mock-server/startSimulator.js';
import type { AnyVendor } from '../mock-server/Vendor.js';
import type { Case } from './cases/Case.js';
import { chooseCases } from './cases/chooseCases.js';
import { type Role, readCases } from './cases/readCases.js';
import type { JudgedVendor } from './JudgedVendor.js';
import type { Verdict } from './judge/Verdict.js';
import type { JudgedCase, Report } from './report/Report.js';
import { summarize } from './report/summarize.js';
import { playCase } from './runner/playCase.js';
import { runCases } from './runner/runCases.js';
import { shuffled } from './runner/shuffled.js';
import type { Introduction, Subject } from './subjects/Subject.js';

export interface CheckOptions {
  role: Role;
  subject: Subject;
  /** Only cases whose id fits one of these. */
  patterns?: readonly string[];
  /** Only of these vendors. */
  vendors?: readonly string[];
  /** Only up to this level; 3 by default. */
  level?: number;
  /** Whether what should hold must. */
  strict?: boolean;
  /** What generated records are made from, and the order of the cases; by chance where it is left out. */
  seed?: number;
  /** How many cases at once; one less than there are cores by default. */
  workers?: number;
  /** Milliseconds without output and requests after which a subject is given up; 10,000 by default. */
  timeout?: number;
  /** Where the simulator listens; 127.0.0.1 by default. */
  host?: string;
  /** The host by which the subject reaches it. */
  subjectHost?: string;
  /** Is told each verdict as it comes. */
  tell?(verdict: Verdict, done: number, of: number): void;
}

/** What the engines know of vendors. */
export interface Vendors {
  played: readonly AnyVendor[];
  judged: readonly JudgedVendor[];
}

/** @throws NoSuchCase where a pattern fits no case */
export async function check({ played, judged }: Vendors, options: CheckOptions): Promise<Report> {
  const { role, subject, patterns = [], level = 3, strict = false } = options;
  const { seed = Math.floor(Math.random() * 2 ** 31), timeout = 10_000, subjectHost } = options;
  const { workers = Math.max(1, availableParallelism() - 1), host = '127.0.0.1' } = options;
  const of = judged.filter(({ name }) => options.vendors?.includes(name) ?? true);
  const all = of.flatMap(({ name }) => readCases(name, role));
  const chosen = chooseCases(all, patterns).filter((one) => one.level <= level);
  const simulator = await startSimulator(played, {
    host,
    bounds: { journalEntries: 5000, journalBytes: 64 * 1024 * 1024 },
  });
  let introduction: Introduction | undefined;
  let done = 0;
  try {
    const verdicts = await runCases(shuffled(chosen, seed), {
      ...{ subject, workers },
      play(one, conversation) {
        introduction ??= conversation.introduction;
        const vendor = of.find(({ name }) => name === one.vendor) as JudgedVendor;
        return playCase(one, conversation, { simulator, vendor, subjectHost, timeout, seed });
      },
      tell: (verdict) => options.tell?.(verdict, ++done, chosen.length),
    });
    const cases = chosen.map((one) => judgedCase(one, verdicts));
    return { role, subject: introduction?.subject, seed, cases, ...summarize(cases, strict) };
  } finally {
    await simulator.close();
  }
}

function judgedCase(one: Case, verdicts: readonly Verdict[]): JudgedCase {
  const { id, title, rules, level, strength, vendor } = one;
  const verdict = verdicts.find((each) => each.case === id) as Verdict;
  return { title, rules, level, strength, vendor, ...verdict };
}
