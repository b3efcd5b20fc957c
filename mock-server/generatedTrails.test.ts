import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fixture } from '../fixtures/language/Fixture.js';
import { rebase } from '../fixtures/language/rebase.js';
import { playedFixture } from './testing/playedFixture.js';
import { compare, several, toyWorlds } from './testing/toyQuestions.js';
import { listedOneByOne, toyWorld } from './testing/toyWorlds.js';
import { vendors } from './vendors/index.js';

const languages = vendors.map(({ language }) => language);

describe('a generated trail', () => {
  it('answers as the same records do that are listed one by one', async () => {
    await fc.assert(
      fc.asyncProperty(
        toyWorlds,
        several,
        fc.array(fc.nat(200), { maxLength: 2 }),
        async (world, asked, waits) => {
          const fixture = toyWorld(world);
          await compare([fixture, listedOneByOne(fixture)], asked, waits);
        },
      ),
      { numRuns: 50 },
    );
  }, 120_000);

  it('moves with its world as the same records do that are listed', async () => {
    await fc.assert(
      fc.asyncProperty(toyWorlds, several, async (world, asked) => {
        const fixture = toyWorld(world);
        const moved = (one: Fixture) => ({
          ...rebase(one, languages, Date.UTC(2030, 6, 1)),
          now: Date.UTC(2030, 6, 1),
        });
        await compare([moved(fixture), moved(listedOneByOne(fixture))], asked);
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it('leaves out what is listed over it with another action than is asked for', async () => {
    const { ask } = await playedFixture(
      toyWorld({
        now: 60_000,
        toy: { length: 8, step: 1000, ties: 1, block: ['resolve', 'add-tags'] },
        // Every other one is resolved; the last ones stand behind all that is generated.
        listed: [500, 1500, 2500, 9500, 10_500].map((after) => ({ after, technician: false })),
      }),
    );
    const { body } = await ask
      .get('/v2/shop/issues/1/_audit_logs')
      .auth('k', '')
      .query({ actions: 'resolve', sort_order: 'asc' });
    const records = Object.values(body).find(Array.isArray) as { actor: { name: string } }[];
    expect(records.map(({ actor }) => actor.name)).toEqual([
      ...['generated 0', 'listed 0', 'listed 2', 'generated 3', 'generated 5', 'generated 6'],
      'listed 4',
    ]);
  });

  it('has only those actions that occur', async () => {
    const { ask } = await playedFixture(
      toyWorld({
        now: 0,
        toy: { length: 1, step: 1, ties: 1, block: ['assign', 'reopen'] },
        listed: [],
        profiles: { helpshift: { 'unknown-action': 'refused' } },
      }),
    );
    const get = (actions: string) =>
      ask.get('/v2/shop/issues/1/_audit_logs').auth('k', '').query({ actions });
    await get('assign').expect(200);
    await get('reopen').expect(400);
  });
});
