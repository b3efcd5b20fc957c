import { describe, expect, it } from 'vitest';
import type { ExpectedRecord } from '../cases/asksOf.js';
import type { NormalizerCase } from '../cases/Case.js';
import type { Normalized } from '../subjects/Subject.js';
import { madeTrail } from '../testing/madeTrail.js';
import { judgedVendors } from '../vendors/index.js';
import { judgeNormalizer } from './judgeNormalizer.js';

const [vendor] = judgedVendors as [(typeof judgedVendors)[0]];
const { context } = vendor.caseTrail;
const { events, records } = madeTrail(vendor, 1, 2);

function reasons(
  gives: NormalizerCase['gives'],
  outcome: Partial<Normalized>,
  known: readonly ExpectedRecord[] = records,
  map?: { target: string },
) {
  const ask = { varied: undefined, context, bodies: [], records: known };
  const whole = { kind: 'complete', events: [], ...outcome } as Normalized;
  return judgeNormalizer({ gives } as NormalizerCase, ask, whole, vendor, map).map(
    ({ reason }) => reason,
  );
}

const refused = { kind: 'error', code: 'malformed_response', message: 'no' } as const;
const either = { allOr: ['malformed_response'] } as NormalizerCase['gives'];
const error = { error: ['malformed_response'] } as NormalizerCase['gives'];

describe('what becomes of a trail', () => {
  it('may be an error where one is right, and only one that is', () => {
    expect(reasons(error, refused)).toEqual([]);
    expect(reasons(either, refused)).toEqual([]);
    expect(reasons(error, { ...refused, code: 'other' })).toEqual(['wrong-error']);
    expect(reasons('constructed', refused)).toEqual(['gave-up']);
  });

  it('must be an error where nothing can be read, and no events are none', () => {
    expect(reasons(error, { events })).toEqual(['no-error']);
    expect(reasons(error, { events: [] })).toEqual(['no-error']);
  });

  it('must be all events where there are some', () => {
    expect(reasons('constructed', { events })).toEqual([]);
    expect(reasons(either, { events })).toEqual([]);
    expect(reasons(either, { events: events.slice(1) })).toEqual(['lost-events']);
  });

  it('must be events, whichever, where it is not known what is right', () => {
    expect(reasons(either, { events }, [])).toEqual([]);
    expect(reasons(either, { events: [{ a: 1 }] }, [])).toEqual(['no-event']);
    expect(reasons(either, { events: [{ a: 1 }] }, [], { target: 'a' })).toEqual([]);
  });

  it('is judged through a map where there is one', () => {
    const own = events.map(({ target }) => ({ at: target.id }));
    expect(reasons('constructed', { events: own }, records, { target: 'at' })).toEqual([]);
    expect(reasons('constructed', { events: own }, records, { target: 'on' })).toEqual([
      'wrong-target',
    ]);
  });

  it('is wrong where nothing was answered', () => {
    const broken = { kind: 'broken', reason: 'crashed', says: 'it fell' } as const;
    const skip = { kind: 'skip', capability: 'normalize', reason: 'no' } as const;
    for (const gives of ['constructed', either, error] as const) {
      expect(reasons(gives, broken)).toEqual(['crashed']);
      expect(reasons(gives, skip)).toEqual(['skipped']);
    }
  });
});
