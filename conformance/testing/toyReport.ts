/** Reports of runs of a vendor that there is not, for tests. */
import type { Flaw } from '../judge/Verdict.js';
import type { JudgedCase, Report } from '../report/Report.js';
import { sampleCase, sampleFlaw, sampleReport } from './sampleReport.js';

export function flaw(says: string, more: Partial<Flaw> = {}): Flaw {
  return { ...sampleFlaw(says), expected: '2', actual: '1', ...more };
}

export function fails(...flaws: Flaw[]) {
  return { verdict: 'fail', flaws } as const;
}

/** @param id within its cases for clients */
export function judged(id: string, more: Partial<JudgedCase> = {}): JudgedCase {
  return sampleCase(`toy/client/${id}`, {
    ...{ title: `Does ${id}`, milliseconds: 500, ...more },
  });
}

export function toyReport(...cases: JudgedCase[]): Report {
  return sampleReport(cases);
}
