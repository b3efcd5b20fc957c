/** Reports of runs that never were, for tests. */
import type { Flaw } from '../judge/Verdict.js';
import type { JudgedCase, Report } from '../report/Report.js';
import { summarize } from '../report/summarize.js';

export function flaw(says: string, more: Partial<Flaw> = {}): Flaw {
  return { reason: 'missing-records', says, expected: '2', actual: '1', ...more };
}

export function fails(...flaws: Flaw[]) {
  return { verdict: 'fail', flaws } as const;
}

/** @param id within the cases for clients of a vendor that there is not */
export function judged(id: string, more: Partial<JudgedCase> = {}): JudgedCase {
  return {
    ...{ case: `toy/client/${id}`, vendor: 'toy', title: `Does ${id}`, rules: [], level: 1 },
    ...{ strength: 'must', verdict: 'pass', milliseconds: 500, ...more },
  };
}

export function toyReport(...cases: JudgedCase[]): Report {
  return {
    ...{ role: 'client', suite: '1.0', subject: { name: 'reader' }, seed: 1, silences: [] },
    ...{ renamed: [], cases, ...summarize(cases) },
  };
}
