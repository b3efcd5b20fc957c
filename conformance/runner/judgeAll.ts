/** Runs those cases of a role that were chosen, and says what came of it. */
import { availableParallelism } from 'node:os';
import type { AnyOptions } from '../CheckOptions.js';
import type { Case, Role } from '../cases/Case.js';
import { chooseCases, noSuchCase, type Renamed } from '../cases/chooseCases.js';
import { strengthOf } from '../cases/strengthOf.js';
import { suiteVersion } from '../cases/suiteVersion.js';
import type { Verdict } from '../judge/Verdict.js';
import type { JudgedCase, Report } from '../report/Report.js';
import { summarize } from '../report/summarize.js';
import type { Conversation, Introduction, Subject } from '../subjects/Subject.js';
import { type Run, runCases } from './runCases.js';
import { shuffled } from './shuffled.js';

/** How a case is asked. */
export interface How {
  /** Milliseconds without a sign of life. */
  timeout: number;
  /** What generated records are made from, where a case leaves it open. */
  seed: number;
}

/** What is asked, and how. */
export interface Choice<One extends Case> extends How {
  chosen: readonly One[];
  /** Those that were chosen by a name that they had before. */
  renamed: readonly Renamed[];
}

/** @throws FixtureError where a pattern fits no case, or no case is left */
export function choose<One extends Case>(options: AnyOptions, cases: readonly One[]): Choice<One> {
  const { patterns = [], level = 3, timeout = 10_000 } = options;
  const { seed = Math.floor(Math.random() * 2 ** 31) } = options;
  const { chosen: fitting, renamed } = chooseCases(cases, patterns);
  const chosen = fitting.filter((one) => one.level <= level);
  if (chosen.length === 0) throw noSuchCase('no case is left to ask; see auditrig list cases');
  return { chosen, renamed, seed, timeout };
}

interface Judged<One extends Case, Talking extends Conversation> {
  report: Report;
  /** To ask more with, of which nothing is told. */
  run: Run<One, Talking>;
}

/**
 * @param zones the time zones of the subject's machine under which all cases are asked, one after the other
 */
export async function judgeAll<One extends Case, Talking extends Conversation>(
  options: AnyOptions & { role: Role; subject: Subject<Talking> },
  { chosen, renamed, seed, timeout }: Choice<One>,
  zones: readonly (string | undefined)[],
  ask: (one: One, talking: Talking, how: How) => Promise<Verdict>,
): Promise<Judged<One, Talking>> {
  const { role, subject, strict = false } = options;
  const { workers = Math.max(1, availableParallelism() - 1) } = options;
  let introduction: Introduction | undefined;
  let done = 0;
  const run: Run<One, Talking> = {
    ...{ subject, workers },
    play(one, talking) {
      introduction ??= talking.introduction;
      return ask(one, talking, { timeout, seed });
    },
    tell() {},
  };
  const tell = (verdict: Verdict) => options.tell?.(verdict, ++done, chosen.length * zones.length);
  const verdicts = new Map(chosen.map(({ id }) => [id, [] as Zoned[]]));
  for (const zone of zones)
    for (const verdict of await runCases(shuffled(chosen, seed), { ...run, tell, zone }))
      verdicts.get(verdict.case)?.push({ ...verdict, zone });
  const judged = chosen.map((one) => judgedCase(one, worst(verdicts.get(one.id) ?? []), strict));
  const summary = summarize(judged);
  const report: Report = {
    ...{ role, suite: suiteVersion(), subject: introduction?.subject, seed, renamed },
    ...{ cases: judged, silences: [], ...summary },
  };
  return { report, run };
}

const GRAVITY: readonly Verdict['verdict'][] = ['pass', 'skip', 'error', 'fail'];

/** What a case came to under a time zone. */
type Zoned = Verdict & { zone: string | undefined };

/** What one case came to under all zones, which is told of one where the others were passed. */
function worst(each: readonly Zoned[]): Verdict {
  const gravity = ({ verdict }: Verdict) => GRAVITY.indexOf(verdict);
  const { zone, ...told } = each.reduce((one, other) =>
    gravity(other) > gravity(one) ? other : one,
  );
  const isOnly = each.length > 1 && each.filter(({ verdict }) => verdict !== 'pass').length === 1;
  const flaws = told.flaws?.map((one) => ({ ...one, says: `only with TZ=${zone}, ${one.says}` }));
  return {
    ...told,
    ...(isOnly && flaws && { flaws }),
    ...(each.some(({ slow }) => slow) && { slow: true }),
    milliseconds: each.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  };
}

function judgedCase(one: Case, verdict: Verdict, strict: boolean): JudgedCase {
  const { title, rules, level, vendor } = one;
  return { title, rules, level, ...strengthOf(one, strict), vendor, ...verdict };
}
