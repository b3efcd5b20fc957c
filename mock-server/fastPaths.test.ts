import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { GivenFault } from './Simulator.js';
import { startSimulator } from './startSimulator.js';
import { runs } from './testing/paths/drawnRuns.js';
import {
  type Holding,
  holdings,
  type PathWorld,
  type PlayedWay,
  playedWay,
  possibleFaults,
} from './testing/paths/playedWay.js';
import { type Manner, type RawRequest, rawAnswers } from './testing/paths/rawAnswers.js';
import type { Wanted } from './testing/paths/wanted.js';
import { vendors } from './vendors/index.js';

/** As many as a suite has time for; PATHS_RUNS asks for more. */
const RUNS = Number(process.env.PATHS_RUNS ?? 200);

/** How each is asked; what is added, and asked alone, is the plain way. */
const manners: Record<Holding, Manner> = {
  added: 'alone',
  listed: 'at once',
  'in a file': 'pipelined',
  'listed and added': 'kept alive',
};

/** What is sent to a session; only secrets tell sessions apart. */
function sent(one: Wanted, { credentials }: PlayedWay): RawRequest {
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
          const possible = possibleFaults(ways[0]?.[1] as PlayedWay, armed);
          for (const [, { session }] of ways) session.setFaults(possible);
          const ordered = isOrdered(world, possible);
          for (const { wait, asked } of rounds) {
            const fair = asked.filter(({ target }) => isFair(target, world));
            const seen = new Map<Holding, string[]>();
            for (const [holding, way] of ways) {
              way.session.clock.advance(`PT${wait}S`);
              const requests = fair.map((one) => sent(one, way));
              const manner = ordered ? 'alone' : manners[holding];
              seen.set(holding, await rawAnswers(way.url, requests, manner));
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
