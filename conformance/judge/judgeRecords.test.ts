import { describe, expect, it } from 'vitest';
import type { Outcome } from '../subjects/Subject.js';
import { judge, reference } from '../testing/judging.js';
import { type Asked, judgeThese } from './judgeRecords.js';

const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const strange = { id: 'x' };

/** Why `came` is not what was wanted of a, b and c. */
function reasons(wanted: unknown[], came: Partial<Outcome>, order?: 'asc') {
  const outcome = { kind: 'records', records: [], ...came } as Outcome;
  const flaws = judgeThese({ query: { ...(order && { order }) } } as Asked, outcome, wanted, [
    a,
    b,
    c,
  ]);
  return 'because' in flaws ? flaws.because : flaws.map(({ reason }) => reason);
}

describe('some records', () => {
  it('are those that were wanted, in any order where none was asked for', () => {
    expect(reasons([a, b], { records: [b, a] })).toEqual([]);
    expect(reasons([a, b], { records: [b, a] }, 'asc')).toEqual(['wrong-order']);
    expect(reasons([a, b], { records: [a, b] }, 'asc')).toEqual([]);
  });

  it.each([
    ['missing where one did not come', [a], ['missing-records']],
    ['missing where another of the ticket came in its place', [a, c], ['missing-records']],
    [
      'altered where what came in its place is no record of the ticket',
      [a, strange],
      ['altered-records'],
    ],
    ['repeated where one came twice', [a, b, a], ['repeated-records']],
    ['invented where one came that was not asked for', [a, b, c], ['invented-records']],
  ])('are %s', (_, records, expected) => {
    expect(reasons([a, b], { records })).toEqual(expected);
  });

  it('must each come as often as they are there', () => {
    expect(reasons([a, a], { records: [a] })).toEqual(['missing-records']);
    expect(reasons([a, a], { records: [a, a] })).toEqual([]);
  });

  it('are judged in lines, unless none is like a record and nobody has said how they look', () => {
    expect(reasons([a], { lines: ['{"id":"a"}'] })).toEqual([]);
    expect(reasons([a], { lines: [] })).toEqual(['missing-records']);
    expect(reasons([a], { lines: ['something'] })).toMatch(/say match/);
    const match = { time: 'at', text: 'id' } as NonNullable<Outcome['match']>;
    expect(reasons([a], { lines: ['{"at":1,"id":"z"}'], match })).toEqual(['altered-records']);
  });
});

describe('all records', () => {
  const delivering = async (make: (records: unknown[]) => unknown[], id = 'order/asc-pages') => {
    const report = await judge(
      {
        async fetch(what, sleep) {
          const records: unknown[] = [];
          for await (const one of reference.fetch(what, sleep) as AsyncIterable<unknown>)
            records.push(one);
          return make(records);
        },
      },
      { patterns: [`helpshift/client/${id}`] },
    );
    return report.cases[0]?.flaws?.map(({ reason }) => reason);
  };

  it('may not lack a single one, nor have one twice', async () => {
    expect(await delivering((records) => records.slice(1))).toEqual(['missing-records']);
    expect(await delivering((records) => [records[0], ...records])).toEqual(['repeated-records']);
  });

  it('come in the order that was asked for, and two are an order', async () => {
    expect(await delivering((records) => records.reverse())).toEqual(['wrong-order']);
    expect(await delivering((records) => records.reverse(), 'order/desc-pages')).toEqual([
      'wrong-order',
    ]);
    const two = await delivering((records) => [records[9], records[0]]);
    expect(two).toEqual(['missing-records', 'wrong-order']);
  });

  it('are reported as not had, whatever came before', async () => {
    const report = await judge(
      {
        async *fetch(what, sleep) {
          yield* reference.fetch(what, sleep) as AsyncIterable<unknown>;
          throw Object.assign(new Error('no more'), { code: 'unavailable' });
        },
      },
      { patterns: ['helpshift/client/order/asc', 'helpshift/client/pages/every-page'] },
    );
    expect(report.cases.map(({ flaws }) => flaws?.map(({ reason }) => reason))).toEqual([
      ['gave-up'],
      ['gave-up'],
    ]);
  });
});
