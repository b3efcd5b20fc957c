import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Relation } from '../../specs/conformance/types.js';
import { readSpec } from '../../specs/readSpec.js';
import type { Asked } from './Asked.js';
import { Evidence } from './Evidence.js';
import { judgeRelation } from './judgeRelation.js';
import { Trail } from './Trail.js';
import { json, type ToyRecord, toy, toyServer } from './testing/toyServer.js';

/** Of few times and kinds, so that many are equal; all different as texts, unless they are meant not to be. */
const record = fc.record({
  time: fc.integer({ min: 1, max: 6 }),
  kind: fc.constantFrom('a', 'b'),
  text: fc.constantFrom('x', 'y'),
});
const trails = fc.array(record, { minLength: 1, maxLength: 12 }).map(oldestFirst);

function oldestFirst(records: ToyRecord[]): ToyRecord[] {
  return [...records].sort((a, b) => a.time - b.time);
}

function asked(
  records: readonly unknown[] | undefined,
  status = 200,
  endpoint = 'audit-log',
): Asked {
  const listing = records && { records, told: { size: 3 }, more: false };
  const exchange = {
    n: 1,
    endpoint,
    request: 'GET /',
    got: json({ records }, status),
    body: { records },
    listing,
  };
  return { exchanges: [exchange], records };
}

/** Of whom nothing came. */
function unanswered(): Asked {
  const { exchanges } = asked(undefined);
  return {
    exchanges: exchanges.map((one) => ({ ...one, got: undefined, body: undefined })),
    records: undefined,
  };
}

function judge(relation: Relation, whole: readonly ToyRecord[], others: Record<string, Asked>) {
  const all = new Map([['whole', asked(whole)], ...Object.entries(others)]);
  return judgeRelation(relation, new Evidence(all, new Trail(whole, toyServer, 9, 9), toy))?.reason;
}

const shuffled = (records: ToyRecord[]) =>
  fc.shuffledSubarray(records, { minLength: records.length, maxLength: records.length });

describe('a relation', () => {
  it('is judged, whichever the schema has', () => {
    const { $defs } = readSpec('conformance/serverCases.schema.json') as {
      $defs: Record<
        string,
        { required?: string[]; properties: object; anyOf?: { $ref: string }[] }
      >;
    };
    const names = $defs.Relation?.anyOf?.map(({ $ref }) => $ref.split('/').at(-1) as string) ?? [];
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const [key = ''] = $defs[name]?.required ?? [];
      const other = { answered: 'whole' };
      const value =
        { parts: ['whole'], either: [other, other], not: other }[key] ??
        (isPair(key) ? ['whole', 'whole'] : 'whole');
      const relation = {
        [key]: value,
        of: 'whole',
        is: {},
        name: 'size',
        matches: '',
        order: 'asc',
      };
      expect(() => judge(relation as unknown as Relation, [], {})).not.toThrow();
    }
  });

  it('of a cut holds for what a filter leaves, and for nothing else', () => {
    fc.assert(
      fc.property(trails, (whole) => {
        const middle = new Trail(whole, toyServer, 9, 9).time('middle') as number;
        const since = { cut: 'late', of: 'whole', since: 'middle' } as const;
        const inclusive = whole.filter(({ time }) => time >= middle);
        const exclusive = whole.filter(({ time }) => time > middle);
        const late = (records: ToyRecord[]) => ({ late: asked(records) });
        expect(judge(since, whole, late(inclusive))).toBeUndefined();
        expect(judge(since, whole, late(exclusive))).toBeUndefined();
        expect(judge({ ...since, bounds: 'inclusive' }, whole, late(exclusive))).toBe(
          'missing-records',
        );
        expect(judge({ ...since, bounds: 'exclusive' }, whole, late(inclusive))).toBe(
          'invented-records',
        );
        const early = whole.filter(({ time }) => time < middle);
        if (early.length > 0) expect(judge(since, whole, late(whole))).toBe('invented-records');
        if (exclusive.length > 0) expect(judge(since, whole, late([]))).toBe('missing-records');
      }),
    );
  });

  it('of a cut up to a time holds for what is before it, and its own records at most', () => {
    fc.assert(
      fc.property(trails, (whole) => {
        const middle = new Trail(whole, toyServer, 9, 9).time('middle') as number;
        const until = { cut: 'early', of: 'whole', until: 'middle' } as const;
        const before = whole.filter(({ time }) => time < middle);
        const early = (...more: ToyRecord[]) => ({ early: asked([...before, ...more]) });
        const own = whole.filter(({ time }) => time === middle);
        expect(judge(until, whole, early())).toBeUndefined();
        expect(judge(until, whole, early(...own))).toBeUndefined();
        expect(judge({ ...until, bounds: 'inclusive' }, whole, early())).toBe('missing-records');
        const late = whole.find(({ time }) => time > middle);
        if (late) expect(judge(until, whole, early(late))).toBe('invented-records');
        const twice = [...own, own[0] as ToyRecord];
        expect(judge(until, whole, early(...twice))).toBe('repeated-records');
      }),
    );
  });

  it('of kinds holds for those that have them', () => {
    fc.assert(
      fc.property(trails, fc.constantFrom('a', 'b'), (whole, kind) => {
        const some = whole.filter((one) => one.kind === kind);
        const relation = { cut: 'some', of: 'whole', kinds: [kind] } as unknown as Relation;
        expect(judge(relation, whole, { some: asked(some) })).toBeUndefined();
        if (some.length < whole.length)
          expect(judge(relation, whole, { some: asked(whole) })).toBe('invented-records');
      }),
    );
  });

  it('of parts holds for every way to part a whole, and for none that loses or doubles one', () => {
    fc.assert(
      fc.property(trails, fc.nat(), (whole, at) => {
        const border = at % (whole.length + 1);
        const [a, b] = [whole.slice(0, border), whole.slice(border)];
        const relation: Relation = { parts: ['a', 'b'], of: 'whole' };
        const said = (more: ToyRecord[]) =>
          judge(relation, whole, { a: asked(a), b: asked([...b, ...more]) });
        expect(said([])).toBeUndefined();
        expect(said([whole[0] as ToyRecord])).toBe('repeated-records');
        expect(
          judge(relation, whole, { a: asked(a.slice(1)), b: asked(b.slice(a.length > 0 ? 0 : 1)) }),
        ).toBe('missing-records');
      }),
    );
  });

  it('of order forgives records of one time, where it says so', () => {
    fc.assert(
      fc.property(
        trails.chain((whole) => fc.tuple(fc.constant(whole), shuffled(whole))),
        ([whole, other]) => {
          const turned = [...other].reverse();
          const inOrder = oldestFirst(other).reverse();
          expect(
            judge({ reversed: ['turned', 'whole'] }, whole, { turned: asked(inOrder) }),
          ).toBeUndefined();
          expect(
            judge({ reversed: ['turned', 'whole'] }, whole, { turned: asked(inOrder.slice(1)) }),
          ).toBe('missing-records');
          expect(judge({ sorted: 'whole', order: 'asc' }, whole, {})).toBeUndefined();
          const isSorted = turned.every(
            ({ time }, i) => i === 0 || time <= (turned[i - 1] as ToyRecord).time,
          );
          expect(judge({ sorted: 'turned', order: 'desc' }, whole, { turned: asked(turned) })).toBe(
            isSorted ? undefined : 'wrong-order',
          );
          expect(
            judge({ alike: ['turned', 'whole'] }, whole, { turned: asked(turned) }),
          ).toBeUndefined();
          const isEqual = JSON.stringify(turned) === JSON.stringify(whole);
          expect(judge({ equal: ['turned', 'whole'] }, whole, { turned: asked(turned) })).toBe(
            isEqual ? undefined : 'wrong-order',
          );
          const isMirror = JSON.stringify(other) === JSON.stringify(whole);
          expect(judge({ mirrored: ['turned', 'whole'] }, whole, { turned: asked(turned) })).toBe(
            isMirror ? undefined : 'wrong-order',
          );
        },
      ),
    );
  });

  it('between records is refused, and not passed, where there are none to compare', () => {
    const refused = { other: asked(undefined, 400) };
    for (const relation of [
      { equal: ['other', 'whole'] },
      { within: ['whole', 'other'] },
      { parts: ['other'], of: 'whole' },
      { cut: 'other', of: 'whole' },
      { sorted: 'other', order: 'asc' },
      { count: 'other', is: 0 },
      { each: 'other', is: {} },
    ] as Relation[])
      expect(judge(relation, [], refused)).toBe('refused');
  });

  it('of a refusal tells one that is none from one with another status', () => {
    const judged = (status: number, relation: Relation) =>
      judge(relation, [], { no: asked(undefined, status) });
    expect(judged(401, { refused: 'no' })).toBeUndefined();
    expect(judged(401, { refused: 'no', with: [401, 403] })).toBeUndefined();
    expect(judged(404, { refused: 'no', with: [401, 403] })).toBe('wrong-status');
    expect(judged(500, { refused: 'no' })).toBe('wrong-status');
    expect(judged(200, { refused: 'no' })).toBe('not-refused');
  });

  it('that is an alternative holds where one of its relations does', () => {
    const count = (is: number) => ({ count: 'whole', is });
    const either = (a: number, b: number) => judge({ either: [count(a), count(b)] }, [], {});
    expect(either(0, 1)).toBeUndefined();
    expect(either(1, 0)).toBeUndefined();
    expect(either(1, 2)).toBe('wrong-count');
  });

  it('that may not hold is wrong where it does', () => {
    expect(judge({ not: { count: 'whole', is: 1 } }, [], {})).toBeUndefined();
    expect(judge({ not: { count: 'whole', is: 0 } }, [], {})).toBe('unforeseen');
  });

  it('that may not hold is no more told of what was not answered than that it holds', () => {
    const relation: Relation = { not: { count: 'never', is: 0 } };
    expect(judge(relation, [], { never: unanswered() })).toBe('no-answer');
    expect(judge(relation, [], { never: asked(undefined, 400) })).toBeUndefined();
  });

  it('between two answers needs both', () => {
    const others = { never: unanswered(), log: asked([]) };
    for (const names of [
      ['never', 'log'],
      ['log', 'never'],
    ] as [string, string][]) {
      expect(judge({ sameHeader: names, name: 'limit' }, [], others)).toBe('no-answer');
      expect(judge({ statuses: names, are: 'different' }, [], others)).toBe('no-answer');
    }
  });

  it('of a count has its bounds in it', () => {
    const judged = (bounds: object) =>
      judge({ count: 'two', ...bounds }, [], { two: asked([1, 2], 200, 'tickets') });
    expect([judged({ atLeast: 2 }), judged({ atMost: 2 })]).toEqual([undefined, undefined]);
    expect([judged({ atLeast: 3 }), judged({ atMost: 1 })]).toEqual(['wrong-count', 'wrong-count']);
  });

  it('of what is told beside records asks for a value, or for any', () => {
    const judged = (name: string, is?: number) =>
      judge({ told: 'log', name, ...(is !== undefined && { is }) }, [], { log: asked([]) });
    expect([judged('size', 3), judged('size')]).toEqual([undefined, undefined]);
    expect([judged('size', 4), judged('page')]).toEqual(['wrong-told', 'wrong-told']);
  });

  it('of a header asks for one like a pattern, or for none', () => {
    const judged = (name: string, matches?: string) =>
      judge({ header: 'log', name, ...(matches !== undefined && { matches }) }, [], {
        log: asked([]),
      });
    expect([judged('content-type', 'json'), judged('limit')]).toEqual([undefined, undefined]);
    expect([judged('content-type'), judged('content-type', 'xml'), judged('limit', '')]).toEqual(
      Array(3).fill('wrong-header'),
    );
  });

  it('between statuses looks at nothing else', () => {
    const all = { yes: asked([]), no: asked(undefined, 401), never: asked(undefined, 401) };
    const judged = (a: string, b: string, are: 'equal' | 'different') =>
      judge({ statuses: [a, b], are }, [], all);
    expect(judged('no', 'never', 'equal')).toBeUndefined();
    expect(judged('no', 'never', 'different')).toBe('wrong-status');
    expect(judged('yes', 'no', 'different')).toBeUndefined();
    expect(judged('yes', 'no', 'equal')).toBe('wrong-status');
  });

  it('of another endpoint takes all its records, however late they are', () => {
    const rows = [{ time: 9, kind: 'a' }];
    const all = { list: asked(rows, 200, 'tickets'), log: asked(rows) };
    expect(judge({ count: 'list', is: 1 }, [{ time: 1, kind: 'a' }], all)).toBeUndefined();
    expect(judge({ count: 'log', is: 0 }, [{ time: 1, kind: 'a' }], all)).toBeUndefined();
  });

  it('of a header that two have is wrong where it differs, or only one has it', () => {
    const limited = (limit: string | undefined): Asked => {
      const { exchanges, records } = asked([]);
      const headers: Record<string, string> = limit === undefined ? {} : { limit };
      const got = { status: 200, headers, body: '' };
      return { exchanges: exchanges.map((one) => ({ ...one, got })), records };
    };
    const same = (a: string | undefined, b: string | undefined) =>
      judge({ sameHeader: ['a', 'b'], name: 'limit' }, [], { a: limited(a), b: limited(b) });
    expect([same('5', '5'), same(undefined, undefined)]).toEqual([undefined, undefined]);
    expect([same('5', '6'), same('5', undefined)]).toEqual(['wrong-header', 'wrong-header']);
  });

  it('of a record names its place and its time, and nothing that is in it', () => {
    const whole = [{ time: 1, kind: 'a', text: 'private' }];
    const flaw = judgeRelation(
      { each: 'whole', is: { required: ['name'] } },
      new Evidence(new Map([['whole', asked(whole)]]), new Trail(whole, toyServer, 9, 9), toy),
    );
    expect(flaw?.says).toBe("record 1 of whole: it must have required property 'name'");
    const lost = judgeRelation(
      { alike: ['none', 'whole'] },
      new Evidence(
        new Map([
          ['whole', asked(whole)],
          ['none', asked([])],
        ]),
        new Trail(whole, toyServer, 9, 9),
        toy,
      ),
    );
    expect(lost?.says).toContain('record 1 (1970-01-01T00:00:00.001Z) is missing');
    expect(JSON.stringify(lost)).not.toContain('private');
  });
});

function isPair(key: string): boolean {
  return ['equal', 'alike', 'reversed', 'mirrored', 'within', 'statuses', 'sameHeader'].includes(
    key,
  );
}
