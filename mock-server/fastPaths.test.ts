import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSwitches } from '../specs/switches.js';
import type { GivenFault, SessionVendor } from './Simulator.js';
import { startSimulator } from './startSimulator.js';
import type { VendorName } from './testing/model/PlainFault.js';
import { anyVendor, faults } from './testing/model/steps.js';
import {
  type Holding,
  holdings,
  type PathWorld,
  type PlayedWay,
  playedWay,
  possibleFaults,
} from './testing/paths/manyWays.js';
import { type Manner, type RawRequest, rawAnswers } from './testing/paths/rawAnswers.js';
import { type Wanted, wanted } from './testing/paths/wanted.js';
import { actions, times, type Written } from './testing/paths/writing.js';
import { vendors } from './vendors/index.js';

/** As many as a suite has time for; PATHS_RUNS asks for more. */
const RUNS = Number(process.env.PATHS_RUNS ?? 80);

/** Some ways of the same: which are the plain ones, and how each is asked. */
const manners: Record<Holding, Manner> = {
  added: 'alone',
  listed: 'at once',
  'in a file': 'pipelined',
  'listed and added': 'kept alive',
};

const written: fc.Arbitrary<Written> = fc.record({
  time: times,
  late: fc.option(fc.nat(120), { freq: 3, nil: undefined }),
  hidden: fc.nat(3).map((n) => n === 0),
  action: fc.constantFrom(...actions),
  text: fc.oneof(
    fc.constantFrom('tie', '"a" <b>&amp;', 'ä', '\u2028', '😀', 'line\nend\\'),
    fc.string({ unit: 'binary', maxLength: 9 }),
  ),
  parts: fc.nat(15),
});

/**
 * Some switches with other values. A vocabulary says only what a fixture may have. Nothing else
 * is left out: limits of rate count alike, where requests come in one order.
 */
const profileOf = (vendor: VendorName) => {
  const switches = readSwitches(vendor).filter(({ name }) => name !== 'vocabulary');
  const one = fc
    .constantFrom(...switches)
    .chain(({ name, values, default: usual }) =>
      fc
        .constantFrom(...(values ?? [usual, 1, 2, 5, 20]))
        .map((value): [string, unknown] => [name, value]),
    );
  return fc.array(one, { maxLength: 6 }).map((all) => Object.fromEntries(all));
};

/** What comes into being by itself is drawn from what the fixture lists, which is not the same. */
const comparable = faults.map((all) =>
  all.filter(({ do: deed }) => typeof deed === 'string' || !('append' in deed)),
);

const worldOf = (vendor: VendorName): fc.Arbitrary<PathWorld> =>
  fc.record({
    vendor: fc.constant(vendor),
    profile: profileOf(vendor),
    owner: fc.constantFrom(undefined, undefined, 'ana', 'bo'),
    records: fc.oneof(
      { weight: 1, arbitrary: fc.array(written, { maxLength: 3 }) },
      { weight: 5, arbitrary: fc.array(written, { minLength: 8, maxLength: 24, size: 'max' }) },
    ),
    split: fc.nat(24),
    floor: fc.option(times, { freq: 2, nil: undefined }),
  });

const runs = anyVendor.chain((vendor) =>
  fc.record({
    world: worldOf(vendor),
    armed: comparable,
    rounds: fc.array(
      fc.record({
        wait: fc.nat(100),
        asked: fc.array(wanted[vendor], { minLength: 1, maxLength: 8, size: 'max' }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

/** What is sent to a session; only secrets tell sessions apart. */
function sent(one: Wanted, { credentials }: Pick<SessionVendor, 'credentials'>): RawRequest {
  const { method, target, holder, authorization, type, body } = one;
  return {
    ...{ method, target },
    headers: {
      ...(holder >= 0 && { Authorization: authorization(credentials[holder] ?? {}) }),
      ...(type !== undefined && { 'Content-Type': type }),
    },
    body: method === 'POST' ? body : undefined,
  };
}

/** Of records that were let go, lists of tickets still tell when the last was made. */
function isFair(target: string, { floor }: PathWorld): boolean {
  return floor === undefined || /audit|activitylog/.test(target);
}

/** Whether it matters which request comes first. */
function isOrdered({ profile }: PathWorld, armed: readonly GivenFault[]): boolean {
  return armed.length > 0 || Object.keys(profile).some((name) => name.startsWith('rate-limit'));
}

describe('what is laid out and what is computed', () => {
  it('is answered alike to the byte, however it is held and asked', async () => {
    const simulator = await startSimulator(vendors, {});
    onTestFinished(() => simulator.close());
    let full = 0;
    await fc.assert(
      fc.asyncProperty(runs, async ({ world, armed, rounds }) => {
        const ways: [Holding, PlayedWay][] = [];
        try {
          for (const holding of holdings)
            ways.push([holding, await playedWay(simulator, world, holding, armed.length > 0)]);
          const [, first] = ways[0] as (typeof ways)[0];
          const possible = possibleFaults(first, armed);
          // Revoked ones are listed no more.
          const secrets = new Map(
            ways.map(([holding, { session }]) => [
              holding,
              session.vendors[world.vendor] as SessionVendor,
            ]),
          );
          for (const [, { session }] of ways) session.setFaults(possible);
          for (const { wait, asked } of rounds) {
            const fair = asked.filter(({ target }) => isFair(target, world));
            const seen = new Map<Holding, string[]>();
            for (const [holding, { session, url }] of ways) {
              session.clock.advance(`PT${wait}S`);
              const requests = fair.map((one) => sent(one, secrets.get(holding) as SessionVendor));
              const manner = isOrdered(world, possible) ? 'alone' : manners[holding];
              seen.set(holding, await rawAnswers(url, requests, manner));
            }
            const plain = seen.get('added') ?? [];
            for (const holding of holdings)
              expect([holding, ...(seen.get(holding) ?? [])]).toEqual([holding, ...plain]);
            full += plain.filter((text) => /^HTTP\/1.1 200 .*\[\{"/s.test(text)).length;
          }
        } finally {
          await Promise.all(ways.map(([, { close }]) => close()));
        }
      }),
      { numRuns: RUNS },
    );
    // Else it would be refusals that are alike.
    expect(full).toBeGreaterThan(RUNS);
  }, 1_200_000);
});
