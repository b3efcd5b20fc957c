/** Asks worlds that should be the same all that can be asked of them. */
import fc from 'fast-check';
import type { Response } from 'supertest';
import { expect } from 'vitest';
import type { Fixture } from '../../fixtures/language/Fixture.js';
import { playedFixture } from './playedFixture.js';
import { START, type ToyWorld } from './toyWorlds.js';

type Ask = Awaited<ReturnType<typeof playedFixture>>['ask'];

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.option(arbitrary, { nil: undefined });

/** The first few minutes of a world, in milliseconds. */
const moment = fc.oneof(fc.nat(200_000), fc.nat(3000));

export const toyWorlds: fc.Arbitrary<ToyWorld> = fc.record({
  now: moment,
  toy: fc
    .record({
      // More than are made at once, too.
      length: fc.oneof({ weight: 3, arbitrary: fc.nat(60) }, fc.integer({ min: 390, max: 650 })),
      step: fc.constantFrom(0, 1, 400, 1000, 9000, 61_000),
      ties: fc.integer({ min: 1, max: 7 }),
      block: fc.array(fc.constantFrom('create-issue', 'add-tags', 'reopen'), {
        minLength: 1,
        maxLength: 8,
      }),
      late: fc.uniqueArray(
        fc.record({ fromEnd: fc.oneof(fc.nat(3), fc.nat(60), fc.nat(600)), seconds: fc.nat(300) }),
        {
          selector: ({ fromEnd }) => fromEnd,
          maxLength: 6,
        },
      ),
    })
    .map(({ late, ...toy }) => ({
      ...toy,
      late: late
        .map(({ fromEnd, seconds }) => ({ index: toy.length - 1 - fromEnd, seconds }))
        .filter(({ index }) => index >= 0)
        .map(({ index, seconds }) => ({
          index,
          visibleFrom: START + Math.floor(index / toy.ties) * toy.step + seconds * 1000,
        }))
        .sort((a, b) => a.index - b.index),
    })),
  listed: fc.array(
    fc.record({ after: moment, late: optional(fc.nat(300)), technician: fc.boolean() }),
    { maxLength: 8 },
  ),
  profiles: fc.record({
    helpshift: fc.record({
      'unknown-action': fc.constantFrom('empty', 'refused'),
      'retention-days': fc.constantFrom(0, 1),
      'time-form': fc.constantFrom('milliseconds', 'iso'),
      totals: fc.constantFrom('overall', 'page'),
    }),
    motadata: fc.record({
      paging: fc.constantFrom('ignored', 'honoured'),
      envelope: fc.constantFrom('bare', 'object-list'),
      'max-entries': fc.constantFrom(0, 3),
      'technician-entries': fc.constantFrom('hidden', 'shown'),
      'audit-trail': fc.constantFrom('on', 'on', 'on', 'off'),
      'audit-trail-off': fc.constant('empty'),
      order: fc.constantFrom('newest-first', 'oldest-first'),
      'same-minute': fc.constantFrom('newest-first', 'oldest-first'),
      'html-entities': fc.constantFrom('raw', 'escaped'),
      'qual-details': fc.constant('honoured'),
    }),
    opsramp: fc.record({
      paging: fc.constantFrom('none', 'numbered'),
      'largest-page': fc.constantFrom(2, 9, 100),
      'same-second': fc.constantFrom('mirrored', 'kept'),
      quotes: fc.constantFrom('escaped', 'single'),
    }),
  }),
});

const questions = fc.record({
  page: fc.integer({ min: 1, max: 9 }),
  size: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 150, max: 500 })),
  order: fc.constantFrom('asc', 'desc'),
  since: optional(moment),
  until: optional(moment),
  actions: optional(fc.array(fc.constantFrom('reopen', 'add-tags', 'noted', 'unheard-of'))),
  contains: optional(fc.constantFrom('listed', 'generated 1', '"', '&quot;')),
  token: fc.constantFrom('m', 'elsewhere'),
});

type Question = typeof questions extends fc.Arbitrary<infer Value> ? Value : never;

/** What all vendors answer: their records, and what they tell of their tickets. */
const asking: ((ask: Ask, question: Question) => PromiseLike<Response>)[] = [
  (ask, { page, size, order, since, until, actions }) =>
    ask
      .get('/v2/shop/issues/1/_audit_logs')
      .auth('k', '')
      .query({ page, page_size: size, sort_order: order })
      .query({ ...(actions && { actions: JSON.stringify(actions) }) })
      .query({
        ...(since !== undefined && { since: START + since }),
        ...(until !== undefined && { until: START + until }),
      }),
  (ask) => ask.get('/v1/shop/issues').auth('k', ''),
  (ask, { page, size, contains, token }) =>
    ask
      .post('/api/v1/request/1/audit/search/byqual')
      .query({ offset: (page - 1) * size, size })
      .auth(token, { type: 'bearer' })
      .send(contains === undefined ? {} : { qualDetails: containing(contains) }),
  (ask) => ask.post('/api/v1/request/search/byqual').auth('m', { type: 'bearer' }).send({}),
  (ask, { page, size, order, since, until }) =>
    ask
      .get('/api/v2/tenants/red/incidents/INC1/activitylog')
      .auth('o', { type: 'bearer' })
      .query({ pageNo: page, pageSize: size, isDescendingOrder: order === 'desc' })
      .query({
        ...(since !== undefined && { startTs: second(since) }),
        ...(until !== undefined && { endTs: second(until) }),
      }),
  (ask) => ask.get('/api/v2/tenants/red/incidents/INC1').auth('o', { type: 'bearer' }),
];

function containing(value: string): object {
  const qual = {
    type: 'RelationalQualificationRest',
    leftOperand: { type: 'PropertyOperandRest', key: 'auditString' },
    operator: 'Contains',
    rightOperand: { type: 'ValueOperandRest', value: { type: 'StringValueRest', value } },
  };
  return { type: 'FlatQualificationRest', quals: [qual] };
}

function second(after: number): string {
  return `${new Date(START + after).toISOString().slice(0, -5)}+0000`;
}

/** Asks two worlds the same, before and after some waits of so many seconds. */
export async function compare(
  fixtures: [Fixture, Fixture],
  asked: readonly Question[],
  waits: readonly number[] = [],
): Promise<void> {
  const worlds = await Promise.all(fixtures.map(playedFixture));
  try {
    for (const wait of [0, ...waits]) {
      for (const { clock } of worlds) clock.advance(`PT${wait}S`);
      for (const question of asked)
        for (const get of asking) {
          const [got, expected] = await Promise.all(worlds.map(({ ask }) => get(ask, question)));
          expect(got?.text).toBe(expected?.text);
          expect(got?.headers).toEqual(expected?.headers);
        }
    }
  } finally {
    await Promise.all(worlds.map(({ close }) => close()));
  }
}

/** Some questions. */
export const several = fc.array(questions, { minLength: 1, maxLength: 4 });
