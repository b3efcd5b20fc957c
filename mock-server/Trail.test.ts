import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutWritten } from './layOutWritten.js';
import type { Order } from './Selection.js';
import { Trail } from './Trail.js';
import type { WrittenRecord } from './writeRecords.js';

/** What a trail promises, said the slow way. */
function plainly(
  records: WrittenRecord[],
  window: {
    since?: number | undefined;
    until?: number | undefined;
    actions?: string[] | undefined;
  },
  order: Order,
  now = 0,
): unknown[] {
  const kept = records
    .toSorted((a, b) => a.time - b.time)
    .filter(({ time }) => window.since === undefined || time >= window.since)
    .filter(({ time }) => window.until === undefined || time <= window.until)
    .filter(({ entry: { action = '' } }) => window.actions?.includes(action) ?? true)
    .filter(({ entry: { visibleFrom = now } }) => visibleFrom <= now)
    .map(({ json }) => JSON.parse(json));
  return order === 'asc' ? kept : kept.reverse();
}

function laidOut(json: string, entry: Omit<WrittenRecord['entry'], 'record'>): WrittenRecord {
  return { time: entry.time, json, entry: { ...entry, record: {} } };
}

const actions = ['open', 'tag', 'close'];
const time = fc.integer({ min: 0, max: 12 });
const records = fc
  .array(
    fc.record({
      time,
      action: fc.constantFrom(...actions),
      visibleFrom: fc.option(time, { nil: undefined }),
      text: fc.string({ unit: 'binary' }),
    }),
  )
  .map((all) => all.map(({ text, ...entry }, i) => laidOut(JSON.stringify([i, text]), entry)));
const now = fc.integer({ min: -1, max: 13 });
const window = fc.record({
  since: fc.option(time, { nil: undefined }),
  until: fc.option(time, { nil: undefined }),
  actions: fc.option(fc.array(fc.constantFrom(...actions, 'unheard-of')), { nil: undefined }),
});
const order = fc.constantFrom<Order>('asc', 'desc');
const page = fc.record({ offset: fc.nat(40), limit: fc.nat(20) });

describe('a trail', () => {
  it('serves any page of any selection as a sorted and filtered list would', () => {
    fc.assert(
      fc.property(records, window, order, page, now, (records, window, order, page, now) => {
        const { offset, limit } = page;
        const selection = new Trail(layOutWritten(records)).at(now).select(window);
        const expected = plainly(records, window, order, now);
        expect(selection.total).toBe(expected.length);
        const body = selection.json('{"list":[', { order, offset, limit }, ']}').toString();
        expect(JSON.parse(body).list).toEqual(expected.slice(offset, offset + limit));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the order of equal times ascending, and mirrors it descending', () => {
    const records = ['"a"', '"b"', '"c"'].map((json) => laidOut(json, { time: 1 }));
    const trail = new Trail(layOutWritten(records)).at(0);
    expect(trail.select({}).json('[', { order: 'asc' }, ']').toString()).toBe('["a","b","c"]');
    expect(trail.select({}).json('[', { order: 'desc' }, ']').toString()).toBe('["c","b","a"]');
  });

  it('serves any page of the records that pass a test', () => {
    fc.assert(
      fc.property(records, order, page, now, (records, order, { offset, limit }, now) => {
        const isEven = (record: unknown) => (record as [number])[0] % 2 === 0;
        const selection = new Trail(layOutWritten(records)).at(now).matching(isEven);
        const expected = plainly(records, {}, order, now).filter(isEven);
        expect(selection.total).toBe(expected.length);
        const body = selection.json('[', { order, offset, limit }, ']').toString();
        expect(JSON.parse(body)).toEqual(expected.slice(offset, offset + limit));
      }),
    );
  });

  it('tells when its newest record was made that is visible, up to a time', () => {
    fc.assert(
      fc.property(records, now, fc.option(time, { nil: undefined }), (records, now, until) => {
        const times = records
          .filter(({ entry: { visibleFrom = now } }) => visibleFrom <= now)
          .map(({ time }) => time)
          .filter((time) => time <= (until ?? time));
        const newest = times.length === 0 ? undefined : Math.max(...times);
        expect(new Trail(layOutWritten(records)).at(now).newest(until)).toBe(newest);
      }),
    );
  });

  it('takes as long for page 400 as for page 1, with and without a filter and hidden records', () => {
    const records = Array.from({ length: 100_000 }, (_, i) =>
      laidOut(`{"i":${i},"text":"${'x'.repeat(300)}"}`, {
        time: i,
        action: actions[i % 3],
        visibleFrom: i % 1000 === 500 ? 1 : undefined,
      }),
    );
    const trail = new Trail(layOutWritten(records));
    for (const now of [0, 1])
      for (const wanted of [undefined, ['open', 'tag']]) {
        const cost = (page: number) => () =>
          trail
            .at(now)
            .select({ actions: wanted })
            .json('[', { order: 'asc', offset: (page - 1) * 200, limit: 200 }, ']');
        const [first, deep] = mediansSideBySide(cost(1), cost(wanted ? 300 : 400));
        expect(deep / first).toBeLessThan(5);
      }
  });
});

/** Median milliseconds of two tasks that take turns, so that noise meets both. */
function mediansSideBySide(a: () => void, b: () => void): [number, number] {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < 301; round++)
    for (const [i, task] of [a, b].entries()) {
      const start = performance.now();
      for (let again = 0; again < 5; again++) task();
      times[i as 0 | 1].push(performance.now() - start);
    }
  return times.map((all) => all.sort((x, y) => x - y)[150]) as [number, number];
}
