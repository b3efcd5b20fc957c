import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listedOneByOne, START, toyWorld } from '../../mock-server/testing/toyWorlds.js';
import { vendors } from '../../mock-server/vendors/index.js';
import { World } from '../../mock-server/World.js';
import { figuresOf } from '../figuresOf.js';
import { listTickets } from './listTickets.js';

const HUNDRED_MILLION = 100_000_000;

const wishes = fc.record({
  order: fc.constantFrom('asc', 'desc', undefined),
  pageSize: fc.constantFrom(1, 3, 200, undefined),
});

const worlds = fc
  .record({
    now: fc.nat(200_000),
    length: fc.nat(40),
    step: fc.constantFrom(0, 400, 9000, 61_000),
    ties: fc.integer({ min: 1, max: 5 }),
    late: fc.uniqueArray(fc.nat(39), { maxLength: 3 }),
    listed: fc.array(
      fc.record({
        after: fc.nat(200_000),
        late: fc.option(fc.nat(300), { nil: undefined }),
        technician: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    profiles: fc.record({
      helpshift: fc.record({ 'deepest-record': fc.constantFrom(0, 7) }),
      motadata: fc.record({
        'max-entries': fc.constantFrom(0, 5),
        order: fc.constantFrom('newest-first', 'oldest-first'),
      }),
      opsramp: fc.record({ 'same-second': fc.constantFrom('mirrored', 'kept') }),
    }),
  })
  .map(({ length, step, ties, late, ...world }) => ({
    ...world,
    toy: {
      ...{ length, step, ties, block: ['resolve', 'add-tags', 'resolve'] },
      late: late
        .filter((index) => index < length)
        .sort((a, b) => a - b)
        .map((index) => ({ index, visibleFrom: START + Math.floor(index / ties) * step + 1000 })),
    },
  }));

describe('a generated ticket', () => {
  it('is listed as the same records are that are listed one by one', () => {
    fc.assert(
      fc.property(worlds, wishes, (world, wish) => {
        const fixture = toyWorld(world);
        const [generated, listed] = [fixture, listedOneByOne(fixture)].map((one) =>
          listTickets(new World(one, vendors), wish).map(({ trail, ...about }) => ({
            ...about,
            served: trail?.served,
            records: [...(trail?.records ?? [])].map(
              // What is generated or listed out of order has another place in the one list.
              ({ index, generated, marks: { outOfOrder, ...marks }, ...record }) => ({
                ...record,
                marks,
              }),
            ),
          })),
        );
        expect(generated).toEqual(listed);
        expect(figuresOf(fixture)).toEqual(figuresOf(listedOneByOne(fixture)));
      }),
    );
  });

  it('is told of by its index, and what is listed over it by its place in the fixture', () => {
    const world = toyWorld({
      now: 100_000,
      toy: { length: 3, step: 1000, ties: 1, block: ['resolve'] },
      listed: [{ after: 1500, technician: false }],
    });
    const [listing] = listTickets(new World(world, vendors), { order: 'asc' });
    expect([...(listing?.trail?.records ?? [])].map(({ index, generated }) => [index, generated]))
      // biome-ignore format: a line for each
      .toEqual([
      [0, true],
      [1, true],
      [0, undefined],
      [2, true],
    ]);
  });

  it('of a hundred million records is listed without making more than are looked at', () => {
    const world = toyWorld({
      now: HUNDRED_MILLION * 1000,
      toy: { length: HUNDRED_MILLION, step: 700, ties: 2, block: ['resolve', 'add-tags'] },
      listed: [],
    });
    for (const { generated } of world.sections.flatMap(({ tickets }) => tickets))
      if (generated) {
        let made = 0;
        const { record } = generated;
        generated.record = (index) => {
          if (++made > 1000) throw new Error('expected no more records to be made');
          return record(index);
        };
      }
    for (const { written, trail } of listTickets(new World(world, vendors))) {
      expect([written, trail?.served]).toEqual([HUNDRED_MILLION, HUNDRED_MILLION]);
      const [first] = trail?.records ?? [];
      expect(first?.index).toBeGreaterThan(HUNDRED_MILLION - 200);
    }
  });
});
