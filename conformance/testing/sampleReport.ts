/** Reports with whatever is to be seen in them, for the tests of what shows them. */

import type { Timeline } from '../judge/timeline/Timeline.js';
import type { Flaw } from '../judge/Verdict.js';
import type { Drift, JudgedCase, Report, Stale } from '../report/Report.js';
import { summarize } from '../report/summarize.js';

export function sampleCase(id: string, more: Partial<JudgedCase> = {}): JudgedCase {
  const [vendor = ''] = id.split('/');
  return {
    ...{ case: id, vendor, title: `Does ${id}`, rules: [], level: 1, strength: 'must' },
    ...{ verdict: 'pass', milliseconds: 5, ...more },
  };
}

export function sampleReport(cases: readonly JudgedCase[], more: Partial<Report> = {}): Report {
  const head = { role: 'client', suite: '1.0', seed: 1, silences: [], renamed: [] } as const;
  return { ...head, subject: { name: 'reader' }, cases, ...summarize(cases), ...more };
}

export function sampleFlaw(says: string): Flaw {
  return { reason: 'missing-records', says, expected: 'two records', actual: 'one record' };
}

/** An entry of a baseline; every text in it is this one. */
export function sampleStale(text: string): Stale {
  const entry = { case: text, reason: text, issue: `https://example.com/${text}`, place: text };
  return { ...entry, why: 'passes', says: text, advice: text };
}

/** Every text in it is this one. */
export function sampleTimeline(text: string): Timeline {
  const record = { from: 1, to: 2, first: text, last: text, gist: text, says: text, lastAt: [] };
  return {
    ...{ records: 4, returned: 3, wrong: { lost: 2 }, answersLeft: 0, left: 0 },
    answers: [{ n: 1, time: text, from: 1, to: 4, total: 4, order: 'asc', arrived: 'whole' }],
    stretches: [
      { ...record, fate: 'lost', served: [1], firstAt: [] },
      { ...record, fate: 'repeated', from: 3, to: 3, served: [1], firstAt: [1, 2], lastAt: [1, 2] },
      { ...record, fate: 'returned', from: 4, to: 4, visible: text, served: [1], firstAt: [3] },
    ],
    invented: { count: 1, first: [{ at: 3, excerpt: text }] },
  };
}

/** A case that failed, in which every text is this one. */
export function sampleFailure(id: string, text: string): JudgedCase {
  const rule = { id: text, says: text, at: text, basis: 'page', level: 'must' } as const;
  return sampleCase(id, {
    ...{ verdict: 'fail', title: text, rules: [rule], exchange: [text] },
    flaws: [{ ...sampleFlaw(text), expected: text, actual: text }],
    timeline: sampleTimeline(text),
  });
}

/** Every text in it is this one. */
export function sampleDrift(text: string): Drift {
  const told = { switch: text, case: text, exchange: [text] };
  return {
    page: [{ case: text, rules: [text], says: text, exchange: [text] }],
    answers: [{ ...told, value: text, usual: text }],
    usual: [text],
    open: [{ switch: text, because: text }],
  };
}
