import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Credential, FixtureTicket } from '../fixtures/language/Fixture.js';
import type { AnyEndpoint } from './Endpoint.js';
import type { LaidOutTicket } from './LaidOutTicket.js';
import { START, toyWorld } from './testing/toyWorlds.js';
import { vendors } from './vendors/index.js';
import { keyOf, World } from './World.js';

const HUNDRED_MILLION = 100_000_000;

/** Ten records a millisecond where there are ties; late ones and listed ones among them. */
const world = new World(
  toyWorld({
    now: HUNDRED_MILLION * 60,
    toy: {
      length: HUNDRED_MILLION,
      step: 500,
      ties: 10,
      block: ['create-issue', 'add-tags', 'resolve', 'add-tags', 'resolve'],
      late: Array.from({ length: 1000 }, (_, i) => ({
        index: i * 90_001,
        visibleFrom: START + HUNDRED_MILLION * (i % 2 === 0 ? 50 : 70),
      })),
    },
    listed: Array.from({ length: 100 }, (_, i) => ({ after: i * 49_999_123, technician: true })),
    profiles: {
      motadata: { paging: 'honoured', order: 'oldest-first' },
      opsramp: { paging: 'numbered', 'same-second': 'kept' },
    },
  }),
  vendors,
);

/** Makes an answer to a question, whole. */
function answering(vendor: string, question: object): () => string {
  const part = world.parts.find((one) => one.vendor.name === vendor) as World['parts'][0];
  const { entry } = part.section.credentials[0] as Credential;
  const view = part.view(entry);
  const { address } = part.section.tickets[0] as FixtureTicket;
  const ticket = part.seenIn(view).tickets.get(keyOf(address)) as LaidOutTicket;
  const endpoint = part.vendor.endpoints.find(({ shape }) => shape === 'answer') as AnyEndpoint;
  const now = world.now as number;
  return () => {
    const seen = ticket.at(now, now);
    const scene = { view, ticket: seen, tickets: [seen], now };
    return [...endpoint.respond(question, scene, part.profile)].join('');
  };
}

const pages: [string, string, (page: number) => object][] = [
  ['helpshift', 'without a filter', (page) => ({ window: {}, order: 'desc', page, pageSize: 200 })],
  [
    'helpshift',
    'with actions',
    (page) => ({
      window: { actions: ['resolve', 'create-issue'] },
      order: 'asc',
      page,
      pageSize: 200,
    }),
  ],
  [
    'helpshift',
    'with actions in a window',
    (page) => ({
      window: { actions: ['add-tags'], since: START + 5, until: START + HUNDRED_MILLION * 40 },
      order: 'desc',
      page,
      pageSize: 200,
    }),
  ],
  ['motadata', 'with ties turned round', (page) => ({ offset: page * 200, size: 200, quals: [] })],
  [
    'opsramp',
    'with ties turned round',
    (number) => ({ start: undefined, end: undefined, order: 'desc', page: { number, size: 200 } }),
  ],
];

describe('page 40,000 of a hundred million generated records', () => {
  for (const [vendor, how, page] of pages)
    it(`takes what page 1 takes, of ${vendor}, ${how}`, () => {
      const [first, deep] = [answering(vendor, page(1)), answering(vendor, page(40_000))];
      expect(deep().length / first().length).toBeCloseTo(1, 0);
      const [shallow, far] = leastSideBySide(first, deep);
      expect(far / shallow).toBeLessThan(5);
    });

  it('is read in no more memory than page 1, and leaves none behind', () => {
    const read = (page: number) =>
      answering('helpshift', { window: {}, order: 'asc', page, pageSize: 200 })();
    for (let page = 1; page <= 50; page++) read(page);
    const before = heap();
    // All over the trail, each time elsewhere.
    for (let i = 1; i <= 1000; i++) read(1 + ((i * 48_271) % 490_000));
    expect(heap() - before).toBeLessThan(4 * MIB);
    // All that there is, the simulator's code included.
    expect(before).toBeLessThan(150 * MIB);
  });
});

const MIB = 1024 * 1024;

/** What is in use once all else has been thrown away; bytes. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

/** The least milliseconds of two tasks that take turns, as noise only ever adds. */
function leastSideBySide(a: () => unknown, b: () => unknown): [number, number] {
  const least: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 60; round++)
    for (const [i, task] of [a, b].entries()) {
      const start = performance.now();
      task();
      least[i as 0 | 1] = Math.min(least[i as 0 | 1], performance.now() - start);
    }
  return least;
}
