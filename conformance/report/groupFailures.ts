/** Puts failures together that may have one cause, so that forty do not hide one. */
import type { Flaw } from '../judge/Verdict.js';
import type { JudgedCase } from './Report.js';

export interface Group {
  /** What is shown of them: the most basic one. */
  first: JudgedCase;
  flaw: Flaw;
  others: readonly JudgedCase[];
}

/** Those that no baseline knows of, by the vendor and what is wrong first; the most basic, and those that must hold, first. */
export function groupFailures(cases: readonly JudgedCase[]): Group[] {
  const groups = new Map<string, JudgedCase[]>();
  const failed = cases.filter(({ verdict, known }) => verdict === 'fail' && known === undefined);
  for (const one of failed.sort(basicFirst)) {
    const { reason, cause } = flawOf(one);
    const key = [one.vendor, reason, cause].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map(([first, ...others]) => ({
    first: first as JudgedCase,
    flaw: flawOf(first as JudgedCase),
    others,
  }));
}

function basicFirst(a: JudgedCase, b: JudgedCase): number {
  return a.level - b.level || Number(b.strength === 'must') - Number(a.strength === 'must');
}

function flawOf({ flaws }: JudgedCase): Flaw {
  return (flaws as readonly Flaw[])[0] as Flaw;
}
