import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../specs/audit-event/types.js';
import type { EventMap } from '../../specs/conformance/types.js';
import { leafPaths, withOther } from '../testing/leaves.js';
import { madeTrail } from '../testing/madeTrail.js';
import { judgedVendors } from '../vendors/index.js';
import { judgeMapped } from './judgeMapped.js';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const map: EventMap = {
  ...{ time: '@at', actor: 'user.who', action: 'did', target: 'ticket.id', id: 'id', loss: 'lost' },
  changes: { list: 'diff', field: 'key', from: 'old', to: 'new' },
};

/** The same in a team's own shape; of what may be said in several ways, one by chance. */
function own({ time, actor, action, target, changes, id, loss }: AuditEvent, draw = 0) {
  const some = <One>(values: readonly (One | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known[draw % known.length] ?? null;
  };
  return {
    '@at': time.instant,
    user: { who: some([actor.id, actor.name, actor.email]) },
    did: some([action.verb, action.name, action.original]),
    ticket: { id: target.id },
    diff: changes.map(({ field, from, to }) => ({ key: field, old: from, new: to })),
    ...{ id, lost: loss },
  };
}

const trail = { vendor: 'acme', tenant: 'acme', target: '7' };

/** Why events are wrong, of records of which something is expected. */
function reasons(events: readonly unknown[], expected: readonly object[], of: EventMap) {
  const records = expected.map((event, at) => ({
    record: { at },
    event: { loss: [], ...event },
  }));
  return judgeMapped(events, records, trail, of).map(({ reason }) => reason);
}

describe('events of another shape', () => {
  it.each(judgedVendors.map((one) => [one.name, one] as const))(
    'are right in any order, whichever way they say it (%s)',
    (_, one) => {
      fc.assert(
        fc.property(seeds, fc.infiniteStream(fc.nat()), (seed, chance) => {
          const { events, records, trail } = madeTrail(one, seed, 6);
          const next = () => chance.next().value as number;
          const made = events
            .map((event) => ({ rank: next(), event: own(event, next()) }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ event }) => event);
          const { id: _, ...others } = map;
          expect(judgeMapped(made, records, trail, map)).toEqual([]);
          expect(judgeMapped(made, records, trail, others)).toEqual([]);
        }),
        { numRuns: 30 },
      );
    },
  );

  it.each(judgedVendors.map((one) => [one.name, one] as const))(
    'are wrong with any one part changed (%s)',
    (_, one) => {
      fc.assert(
        fc.property(seeds, fc.nat(), fc.nat(), (seed, nth, part) => {
          const { events, records, trail } = madeTrail(one, seed, 4);
          const made = JSON.parse(JSON.stringify(events.map((event) => own(event)))) as unknown[];
          const at = nth % made.length;
          const paths = leafPaths(made[at]);
          const path = paths[part % paths.length] ?? [];
          const changed = made.map((event, i) => (i === at ? withOther(event, path) : event));
          expect(judgeMapped(changed, records, trail, map), JSON.stringify(path)).not.toEqual([]);
        }),
        { numRuns: 100 },
      );
    },
  );

  it('are each given to the record that it fits, even where another one would take it', () => {
    const ann = { id: '1', name: 'Ann', email: null };
    const other = { id: null, name: 'Ann', email: null };
    const events = [{ who: 'Ann' }, { who: '1' }];
    expect(reasons(events, [{ actor: ann }, { actor: other }], { actor: 'who' })).toEqual([]);
    expect(reasons([{}, { who: 'Ann' }], [{}, { actor: other }], { actor: 'who' })).toEqual([]);
    expect(reasons([{ who: 'Ann' }, {}], [{}, { actor: other }], { actor: 'who' })).toEqual([]);
  });

  it('are told beside the record at whose place they stand', () => {
    const expected = ['Ada', 'Bo', 'Cy'].map((name) => ({
      actor: { id: null, name, email: null },
    }));
    const records = expected.map((event, at) => ({
      record: { at },
      event: { ...event, loss: [] },
    }));
    const told = (events: readonly object[]) =>
      judgeMapped(events, records, trail, { actor: 'who' }).map(({ says }) => says);
    expect(told([{ who: 'Ada' }, { who: 'Bob' }, { who: 'Cy' }])).toEqual([
      'who (actor) of record 1 ({"at":1}): expected ["Bo"], found Bob',
    ]);
    // Where another has taken the one at its place, one that is left.
    expect(told([{ who: 'Cy' }, { who: 'Bob' }, { who: 'Ad' }])).toEqual([
      'who (actor) of record 0 ({"at":0}): expected ["Ada"], found Ad; and 1 more',
    ]);
  });

  it.each([
    ['lost', [{ id: '7' }], [{}, {}], ['lost-events']],
    ['repeated', [{ id: '7' }, { id: '7' }], [{}], ['repeated-events']],
    ['repeated where there is no record', [{ id: '7' }], [], ['repeated-events']],
    ['of another target', [{ id: '8' }], [{}], ['wrong-target']],
    ['no events where they are no objects', [null, null], [{}], ['no-event', 'lost-events']],
    ['no events where they are lists', [['7']], [{}], ['no-event', 'lost-events']],
  ])('are %s', (_, events, expected, wrong) => {
    expect(reasons(events, expected, { target: 'id' })).toEqual(wrong);
  });

  it.each([
    ['a key with points', 'a.b', { 'a.b': '7' }],
    ['keys', 'a.b', { a: { b: '7' } }],
    ['a key with points before another', 'a.b.c', { 'a.b': { c: '7' } }],
    ['a key with points behind another', 'a.b.c', { a: { 'b.c': '7' } }],
    ['an item of a list', 'a.1', { a: ['6', '7'] }],
    ['a number for an id', 'a', { a: 7 }],
  ])('have what is judged at %s', (_, place, event) => {
    expect(reasons([event], [{}], { target: place })).toEqual([]);
  });

  it.each([
    ['nothing there', 'a.b', {}],
    ['null on the way', 'a.b', { a: null }],
    ['a text on the way', 'a.length', { a: '1234567' }],
    ['what every object inherits', 'constructor.name', {}],
  ])('are wrong with %s', (_, place, event) => {
    expect(reasons([event], [{}], { target: place })).toEqual(['wrong-target']);
  });

  it.each([
    ['Z', '2025-10-08T13:07:00Z'],
    ['an offset', '2025-10-08T18:37:00.000+05:30'],
    ['milliseconds', Date.UTC(2025, 9, 8, 13, 7)],
  ])('say the time with %s', (_, at) => {
    const time = { instant: '2025-10-08T13:07:00Z' };
    expect(reasons([{ at }], [{ time }], { time: 'at' })).toEqual([]);
  });

  it.each([
    ['a text that says no zone', '2025-10-08T13:07:00'],
    ['seconds', Date.UTC(2025, 9, 8, 13, 7) / 1000],
    ['nothing', undefined],
    ['a text of milliseconds', `${Date.UTC(2025, 9, 8, 13, 7)}`],
  ])('are wrong with %s for a time', (_, at) => {
    const time = { instant: '2025-10-08T13:07:00Z' };
    expect(reasons([{ at }], [{ time }], { time: 'at' })).toEqual(['wrong-time']);
  });

  it('have no time where none is known', () => {
    const time = { instant: null };
    expect(reasons([{ at: null }, {}], [{ time }, { time }], { time: 'at' })).toEqual([]);
    expect(reasons([{ at: 0 }], [{ time }], { time: 'at' })).toEqual(['wrong-time']);
  });

  it('may say nothing of an action that has no token, and of an actor that nobody is', () => {
    const action = { verb: 'other', name: null, original: null };
    const actor = { id: null, name: null, email: null };
    const of = { action: 'did', actor: 'who' };
    for (const nothing of [{}, { did: null, who: null }, { did: '', who: '' }])
      expect(reasons([nothing], [{ action, actor }], of)).toEqual([]);
    expect(reasons([{ who: 'Ada' }], [{ action, actor }], of)).toEqual(['wrong-actor']);
    expect(reasons([{ did: 'update' }], [{ action, actor }], of)).toEqual(['wrong-action']);
    const known = { ...action, original: 'x' };
    expect(reasons([{}], [{ action: known }], of)).toEqual(['wrong-action']);
  });

  it('may say what they like of what a case leaves open', () => {
    const of = { action: 'did', actor: 'who', time: 'at' };
    const expected = { action: { verb: 'update' }, actor: { id: '1', name: 'Ada' }, time: {} };
    expect(reasons([{ did: 'x', who: 'y', at: 'z' }], [expected], of)).toEqual([]);
  });

  it('have each loss once, in any order, and bear a list of whatever', () => {
    const loss = ['actor.partial', 'actor.parsed'];
    const of = (lost: unknown) => reasons([{ lost }], [{ loss }], { loss: 'lost' });
    expect(of([...loss].reverse())).toEqual([]);
    for (const wrong of [loss.slice(1), [...loss, loss[0]], [loss[0], loss[0]], loss.join(), {}])
      expect(of(wrong)).toEqual(['hidden-loss']);
    expect(of([{ toString: 1 }, { toString: 2 }])).toEqual(['hidden-loss']);
  });

  it('may have -0 for 0 in changes', () => {
    const changes = [{ field: 'n', op: 'set', to: 0, basis: 'structured' }];
    const of = { changes: { list: 'diff', field: 'key', to: 'new' } };
    expect(reasons([{ diff: [{ key: 'n', new: -0 }] }], [{ changes }], of)).toEqual([]);
    expect(reasons([{ diff: [] }], [{ changes }], of)).toEqual(['wrong-changes']);
    expect(reasons([{}], [{ changes: [] }], of)).toEqual([]);
  });
});
