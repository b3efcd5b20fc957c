/** Holds a run against the entries of a baseline, one by one. */
import type { JudgedCase, Report, Stale } from '../report/Report.js';
import { reasonOf } from '../report/reasonOf.js';
import { blockedBy } from './blockedBy.js';
import type { CaseIds } from './caseIds.js';
import type { Baseline, BaselineEntry } from './readBaseline.js';

/** What has become of an entry; of one whose case was not chosen there is nothing to say. */
export interface Assessed {
  entry: BaselineEntry;
  /** The id that its case has now. */
  id: string;
  /** The failure that it knows of. */
  failure?: JudgedCase;
  stale?: Pick<Stale, 'why' | 'says' | 'advice'>;
}

export function assess({ cases }: Report, { entries }: Baseline, ids: CaseIds): Assessed[] {
  const judged = new Map(cases.map((one) => [one.case, one]));
  const worlds = new Set(cases.map(({ case: id }) => worldOf(id)));
  const before = new Map<string, BaselineEntry>();
  return entries.map((entry) => {
    const named = judged.has(entry.case) ? entry.case : ids.now(entry.case);
    const id = named ?? entry.case;
    const first = before.get(id);
    if (first) return { entry, id, stale: twice(first) };
    before.set(id, entry);
    // Of a fixture that is not played here nobody knows which tickets it has.
    const mayBe = id.startsWith('fixture/') && !worlds.has(worldOf(id));
    if (named === undefined && !mayBe) return { entry, id, stale: unknown(id, ids) };
    const one = judged.get(id);
    if (!one || isUnjudged(one, judged)) return { entry, id };
    return one.verdict === 'fail' && reasonOf(one) === entry.reason
      ? { entry, id, failure: one }
      : { entry, id, stale: changed(entry, one) };
  });
}

/** A run that could not judge it, or what it needs, does not say whether an entry holds. */
function isUnjudged(one: JudgedCase, all: ReadonlyMap<string, JudgedCase>): boolean {
  const need = blockedBy(one);
  return one.verdict === 'error' || (need !== undefined && all.get(need)?.verdict === 'error');
}

/** Of a fixture's case: the fixture. */
function worldOf(id: string): string {
  return id.split('/').slice(0, 2).join('/');
}

function twice({ place }: BaselineEntry): Assessed['stale'] {
  return { why: 'twice', says: `stands twice, first at ${place}`, advice: 'delete one of them' };
}

function unknown(id: string, ids: CaseIds): Assessed['stale'] {
  const meant = ids.nearest(id);
  return {
    why: 'unknown',
    says: `no case is called so${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    advice: 'correct the id, or delete the entry',
  };
}

function changed({ reason }: BaselineEntry, one: JudgedCase): Assessed['stale'] {
  const [because] = (one.because ?? '').split('\n');
  switch (one.verdict) {
    case 'pass':
      return { why: 'passes', says: 'passes', advice: 'delete the entry' };
    case 'skip':
      return {
        why: 'skipped',
        says: `was skipped, as ${because}`,
        advice: 'delete the entry, or let it be asked',
      };
    default:
      return {
        why: 'another-reason',
        says: `fails with ${reasonOf(one)}, and not with ${reason}`,
        advice: `look at it anew; if its issue is the same, say reason: ${reasonOf(one)}`,
      };
  }
}
