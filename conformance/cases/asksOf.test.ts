import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgedVendors } from '../vendors/index.js';
import { asksOf } from './asksOf.js';
import type { NormalizerCase } from './Case.js';

type Json = Record<string, unknown>;

const [vendor] = judgedVendors as [(typeof judgedVendors)[0]];
const { caseTrail } = vendor;
const EVERY: NormalizerCase['vary'] = ['order', 'pages', 'subset', 'repeat', 'keys'];

function made(part: Partial<NormalizerCase>): NormalizerCase {
  return {
    ...{ id: 'acme/normalizer/file/case', role: 'normalizer', vendor: 'acme', title: 'Is a case' },
    ...{ rules: [], level: 0, strength: 'must', needs: [], gives: { every: { loss: [] } } },
    ...part,
  };
}

/** So many records, and what their events have. */
function trailOf(count: number): Pick<NormalizerCase, 'records' | 'gives'> {
  const all = Array.from({ length: count }, (_, at) => at);
  return {
    records: all.map((at) => ({ at, and: { b: 1, a: [{ d: 1, c: 2 }] } })),
    gives: {
      events: all.map((at) => ({
        loss: [],
        message: `${at}`,
        source: { ordinal: 0, tenant: 't' },
      })),
    },
  };
}

function asksBy(part: Partial<NormalizerCase>, seed = 1) {
  const asks = asksOf(made(part), caseTrail, seed);
  return Object.fromEntries(asks.map((ask) => [ask.varied ?? 'first', ask]));
}

const listed = (bodies: readonly string[] = []) =>
  bodies.map((body) => (JSON.parse(body) as { audit_logs: Json[] }).audit_logs);
const places = (bodies: readonly string[] = []) =>
  listed(bodies)
    .flat()
    .map(({ at }) => at);

describe('the trail of a case', () => {
  it('is given as it is written, in the usual context', () => {
    const { first } = asksBy(trailOf(3));
    expect(places(first?.bodies)).toEqual([0, 1, 2]);
    expect(first?.context).toEqual(caseTrail.context);
    expect(first?.records.map(({ event }) => event?.message)).toEqual(['0', '1', '2']);
  });

  it('has pages of five hundred, and one where there are no records', () => {
    const lengths = (count: number) =>
      listed(asksBy(trailOf(count)).first?.bodies).map(({ length }) => length);
    expect(lengths(1001)).toEqual([500, 500, 1]);
    expect(lengths(500)).toEqual([500]);
    expect(lengths(0)).toEqual([0]);
  });

  it('says on each page how many records all have', () => {
    const { pages } = asksBy({ ...trailOf(7), vary: ['pages'] });
    const totals = pages?.bodies.map((body) => (JSON.parse(body) as Json)['total-hits']);
    expect(new Set(totals)).toEqual(new Set([7]));
  });

  it('has the context that the case says, without what is null', () => {
    const context = { tenant: 'other', time_zone: null, date_format: 'yyyy' };
    const { tenant: _, time_zone: __, ...usual } = caseTrail.context;
    expect(asksBy({ ...trailOf(1), context }).first?.context).toEqual({
      ...{ ...usual, tenant: 'other', date_format: 'yyyy' },
    });
  });

  it('has bodies as they are written, with pieces repeated', () => {
    const piece = { before: 'a', open: '[', times: 3, close: '])', after: 'z' };
    const { first } = asksBy({ bodies: ['x', piece], gives: { error: ['other'] } });
    expect(first?.bodies).toEqual(['x', 'a[[[])])])z']);
  });

  it('has the same constructed records for the same seed, and others for another', () => {
    const of = (seed: number, id = 'a') =>
      asksBy({ constructed: 5, gives: 'constructed', id }, seed).first?.bodies;
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
    expect(of(1)).not.toEqual(of(1, 'b'));
  });
});

describe('a trail that is given once more', () => {
  it('always differs as it says, and keeps each record with what is expected of it', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.integer({ min: 2, max: 8 }), (seed, count) => {
        const asks = asksBy({ ...trailOf(count), vary: EVERY }, seed);
        for (const { records, bodies } of Object.values(asks)) {
          const expected = records.map(({ record, event }) => [
            (record as Json).at,
            event?.message,
          ]);
          expect(expected.every(([at, message]) => `${at}` === message)).toBe(true);
          expect(places(bodies)).toEqual(expected.map(([at]) => at));
        }
        const all = places(asks.first?.bodies);
        const shuffled = places(asks.order?.bodies);
        expect(shuffled).not.toEqual(all);
        expect([...shuffled].sort()).toEqual(all);
        expect(places(asks.pages?.bodies)).toEqual(all);
        expect(asks.pages?.bodies.length).toBeGreaterThan(2);
        const some = places(asks.subset?.bodies);
        expect(some[0]).toBe(0);
        expect(some.length).toBeLessThan(count);
        expect([...some].sort()).toEqual(some);
        expect(asks.repeat?.bodies).toEqual(asks.first?.bodies);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the only record', () => {
    const { subset, order } = asksBy({ ...trailOf(1), vary: EVERY });
    expect([places(subset?.bodies), places(order?.bodies)]).toEqual([[0], [0]]);
  });

  it('has the keys of all objects turned round, however deep', () => {
    const { keys } = asksBy({ ...trailOf(1), vary: ['keys'] });
    expect(keys?.bodies[0]).toContain('{"and":{"a":[{"c":2,"d":1}],"b":1},"at":0}');
  });

  it('expects no ordinal and no id, which other records may change, but where it is as before', () => {
    const { first, order, repeat } = asksBy({ ...trailOf(2), vary: EVERY });
    expect(first?.records[0]?.event?.source).toEqual({ ordinal: 0, tenant: 't' });
    expect(repeat?.records).toEqual(first?.records);
    expect(order?.records[0]?.event?.source).toEqual({ tenant: 't' });
  });
});

describe('a plain trail', () => {
  it.each<[string, Partial<NormalizerCase>, boolean]>([
    ['where an error is right', { bodies: ['{'], gives: { error: ['malformed_response'] } }, true],
    ['where one may be', { ...trailOf(1), gives: { allOr: ['malformed_response'] } }, true],
    ['where there are no records', trailOf(0), true],
    ['of the usual context', { ...trailOf(0), context: { tenant: 'other' } }, true],
    ['only there', trailOf(1), false],
  ])('is given, too, %s', (_, part, isGiven) => {
    const { control } = asksBy(part);
    expect(control?.records.map(({ record }) => record)).toEqual(
      isGiven ? [caseTrail.plain] : undefined,
    );
    if (isGiven) expect(control?.context).toEqual(caseTrail.context);
  });
});
