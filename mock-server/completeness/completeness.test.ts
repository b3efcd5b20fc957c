import supertest from 'supertest';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Completeness, SimulatorSession } from '../Simulator.js';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';

const START = Date.UTC(2025, 10, 3, 9);

/** Two records a minute apart each, of which some are told otherwise. */
function fixtureOf(count: number, at: (i: number) => object = () => ({})) {
  return {
    name: 'walked',
    now: new Date(START + 86_400_000).toISOString(),
    helpshift: {
      credentials: [{ name: 'walker', api_key: 'k' }],
      domains: {
        d: {
          issues: {
            '1': {
              records: Array.from({ length: count }, (_, i) => {
                const { time = START + i * 60_000, ...frame } = at(i) as { time?: number };
                return {
                  ...frame,
                  record: { action_taken_at: time, action: i % 3 ? 'a' : 'b', to_data: { i } },
                };
              }),
            },
          },
        },
      },
    },
  };
}

const target = { domain: 'd', issue_id: '1' };
const question = { vendor: 'helpshift', target };

interface Walker {
  session: SimulatorSession;
  /** Asks for a page of two, or for what is told. */
  ask(query: Record<string, string | number>): Promise<{ i: number; time: number }[]>;
  verdict(): Completeness;
  /** The records that were missed, with their causes. */
  missed(): [i: string | undefined, cause: string, between: readonly number[]][];
}

async function walker(fixture: object): Promise<Walker> {
  const simulator = await startSimulator(vendors, { fixture });
  onTestFinished(() => simulator.close());
  const session = await simulator.sessions.open();
  const { api_key = '' } = session.vendors.helpshift?.credentials[0] ?? {};
  return {
    session,
    async ask(query) {
      const { body } = await supertest(simulator.url)
        .get('/v2/d/issues/1/_audit_logs')
        .auth(api_key, '')
        .query({ page_size: 2, ...query })
        .expect(200);
      return body.audit_logs.map((record: { action_taken_at: number; to_data: { i: number } }) => ({
        i: record.to_data.i,
        time: record.action_taken_at,
      }));
    },
    verdict: () => session.completeness(question),
    missed: () =>
      session
        .completeness(question)
        .missedEvents.map(({ gist, cause, between }) => [
          /i (\d+)/.exec(gist)?.[1],
          cause,
          between,
        ]),
  };
}

/** Asks for one page after the other until one is empty. */
async function readAll({ ask }: Walker, query: Record<string, string | number> = {}) {
  for (let page = 1; (await ask({ ...query, page })).length > 0; page++);
}

const more = (i: number, time: number) => ({ action_taken_at: time, action: 'a', to_data: { i } });

describe('the completeness of a client that reads it all', () => {
  for (const sort_order of ['asc', 'desc'])
    it(`is whole, ${sort_order}`, async () => {
      const client = await walker(fixtureOf(7));
      await readAll(client, { sort_order });
      expect(client.verdict()).toMatchObject({
        ...{ judged: true, complete: true, answers: 5, events: 7, served: 7 },
        ...{ missed: 0, repeated: 0, missedEvents: [], credential: 'walker' },
        delay: { median: 'PT0S', longest: 'PT0S' },
      });
    });

  it('says how long after they could be read events were served', async () => {
    const client = await walker(fixtureOf(4, (i) => (i === 3 ? { visibleAfter: 'P1D' } : {})));
    await client.ask({ page_size: 9 });
    client.session.clock.advance('PT1H');
    client.session.append('helpshift', target, [more(9, START + 86_400_000 + 1_800_000)]);
    await client.ask({ page_size: 9 });
    expect(client.verdict()).toMatchObject({
      ...{ complete: true, events: 5 },
      delay: { median: 'PT0S', longest: 'PT57M' },
    });
  });

  it('is whole though records come while it reads, oldest first', async () => {
    const client = await walker(fixtureOf(5));
    await client.ask({ sort_order: 'asc', page: 1 });
    client.session.append('helpshift', target, [more(5, START + 3_600_000)]);
    for (const page of [2, 3]) await client.ask({ sort_order: 'asc', page });
    expect(client.verdict()).toMatchObject({ complete: true, events: 6 });
  });

  it('is whole though an answer was asked for again', async () => {
    const client = await walker(fixtureOf(3));
    for (const page of [1, 1, 2]) await client.ask({ page });
    expect(client.verdict()).toMatchObject({
      ...{ complete: true, repeated: 2 },
      repeatedBecause: { 'asked-again': 2 },
    });
  });
});

describe('the completeness of a client that misses records', () => {
  it('says drift where old records go while it reads, oldest first', async () => {
    const client = await walker(fixtureOf(6));
    await client.ask({ sort_order: 'asc', page: 1 });
    client.session.forget('helpshift', target, new Date(START + 90_000).toISOString());
    for (const page of [2, 3]) await client.ask({ sort_order: 'asc', page });
    expect(client.missed()).toEqual([
      ['2', 'drift', [1, 2]],
      ['3', 'drift', [1, 2]],
    ]);
  });

  it('says removed of what was gone before it was asked for', async () => {
    const client = await walker(fixtureOf(6));
    for (const page of [1, 2]) await client.ask({ page });
    client.session.forget('helpshift', target, new Date(START + 30_000).toISOString());
    await client.ask({ page: 3 });
    expect(client.missed()).toEqual([['0', 'removed', [2, 3]]]);
  });

  it('says stopped-early of what stood behind its last answer', async () => {
    const client = await walker(fixtureOf(5));
    for (const page of [1, 2]) await client.ask({ page });
    expect(client.missed()).toEqual([['0', 'stopped-early', [2]]]);
    expect(client.verdict().missedEvents[0]?.says).toBe(
      'it stood behind the last answer, and the client did not go on (answer 2)',
    );
  });

  it('says window-gap of what lies between its windows, and of pages that it left out', async () => {
    const client = await walker(fixtureOf(6));
    await client.ask({ until: START + 60_000, page_size: 9 });
    await client.ask({ since: START + 180_000, page_size: 9 });
    expect(client.missed()).toEqual([['2', 'window-gap', [1, 2]]]);
    const another = await walker(fixtureOf(6));
    for (const page of [1, 3]) await another.ask({ page });
    expect(another.missed()).toEqual([
      ['2', 'window-gap', [1, 2]],
      ['3', 'window-gap', [1, 2]],
    ]);
  });

  it('says tie-at-boundary where the next window begins behind a time that it read only in part', async () => {
    const client = await walker(fixtureOf(5, (i) => (i === 2 ? { time: START + 60_000 } : {})));
    const read = await client.ask({ sort_order: 'asc', page: 1 });
    await client.ask({ sort_order: 'asc', since: (read.at(-1)?.time ?? 0) + 1, page_size: 9 });
    expect(client.missed()).toEqual([['2', 'tie-at-boundary', [1, 2]]]);
  });

  it('says late-visibility of what came up where it had been', async () => {
    const client = await walker(fixtureOf(6, (i) => (i === 4 ? { visibleAfter: 'P1D' } : {})));
    await client.ask({ page: 1 });
    client.session.clock.advance('PT1H');
    for (const page of [2, 3]) await client.ask({ page });
    expect(client.missed()).toEqual([['4', 'late-visibility', [1, 2]]]);
  });

  it('says nothing of what happened after its last answer', async () => {
    const client = await walker(fixtureOf(2));
    await readAll(client);
    client.session.append('helpshift', target, [more(9, START + 80_000_000)]);
    expect(client.verdict()).toMatchObject({ complete: true, events: 2 });
  });
});

describe('a record that was served again', () => {
  it('says drift where the pages shifted', async () => {
    const client = await walker(fixtureOf(4));
    await client.ask({ page: 1 });
    client.session.append('helpshift', target, [more(9, START + 80_000_000)]);
    await client.ask({ page: 2 });
    const { repeatedEvents, repeatedBecause } = client.verdict();
    expect(repeatedBecause).toEqual({ drift: 1 });
    expect(repeatedEvents[0]).toMatchObject({ gist: 'nobody: i 2', between: [1, 2] });
  });

  it('says tie-at-boundary where windows share a border', async () => {
    const client = await walker(fixtureOf(4));
    await client.ask({ until: START + 60_000 });
    await client.ask({ since: START + 60_000, page_size: 9 });
    expect(client.verdict().repeatedBecause).toEqual({ 'tie-at-boundary': 1 });
  });
});

describe('completeness', () => {
  it('is judged in a window and for actions, where they are told', async () => {
    const client = await walker(fixtureOf(6));
    await client.ask({ page: 1 });
    const { session } = client;
    const since = new Date(START + 120_000).toISOString();
    expect(session.completeness({ ...question, since })).toMatchObject({ events: 4, served: 2 });
    expect(session.completeness({ ...question, actions: ['b'] })).toMatchObject({
      ...{ events: 2, served: 0 },
      missedBecause: { 'stopped-early': 2 },
    });
  });

  it('is not judged where nothing was asked for', async () => {
    const client = await walker(fixtureOf(1));
    expect(client.verdict()).toMatchObject({
      ...{ judged: false, complete: false, because: 'no records were asked for' },
    });
  });
});
