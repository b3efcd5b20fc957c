import supertest from 'supertest';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSimulator } from '../startSimulator.js';
import { fixtureOf, more, START, target, type Walker, walker } from '../testing/walker.js';
import { vendors } from '../vendors/index.js';

const question = { vendor: 'helpshift', target };

/** Asks for one page after the other until one is empty. */
async function readAll({ ask }: Walker, query: Record<string, string | number> = {}) {
  for (let page = 1; (await ask({ ...query, page })).length > 0; page++);
}

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

  it('says late-visibility of what was added behind its cursor', async () => {
    const client = await walker(fixtureOf(3));
    await client.ask({ page_size: 9 });
    client.session.append('helpshift', target, [more(9, START + 90_000)]);
    await client.ask({ since: START + 120_000, page_size: 9 });
    expect(client.missed()).toEqual([['9', 'late-visibility', [1, 2]]]);
  });

  it('says tie-at-boundary where the next window ends before a time that it read only in part', async () => {
    const client = await walker(fixtureOf(5, (i) => (i === 2 ? { time: START + 180_000 } : {})));
    const read = await client.ask({ page: 1 });
    await client.ask({ until: (read.at(-1)?.time ?? 0) - 1, page_size: 9 });
    expect(client.missed()).toEqual([['2', 'tie-at-boundary', [1, 2]]]);
  });

  it('says window-gap, not drift, of a page that it left out while the pages shifted', async () => {
    const client = await walker(fixtureOf(12));
    await client.ask({ sort_order: 'asc', page: 1 });
    client.session.forget('helpshift', target, new Date(START + 30_000).toISOString());
    await client.ask({ sort_order: 'asc', page: 4 });
    expect(client.missed().slice(0, 2)).toEqual([
      ['2', 'window-gap', [1, 2]],
      ['3', 'window-gap', [1, 2]],
    ]);
  });

  it('says drift though it asks for pages out of their order', async () => {
    const client = await walker(fixtureOf(6));
    for (const page of [1, 3]) await client.ask({ sort_order: 'asc', page });
    client.session.forget('helpshift', target, new Date(START + 30_000).toISOString());
    await client.ask({ sort_order: 'asc', page: 2 });
    expect(client.missed()).toEqual([['2', 'drift', [1, 3]]]);
  });

  it('says window-gap, not drift, of a first page in one order before a second in the other', async () => {
    const client = await walker(fixtureOf(6));
    await client.ask({ sort_order: 'asc', page: 1 });
    await client.ask({ sort_order: 'desc', page: 2 });
    expect(client.missed()).toEqual([
      ['4', 'window-gap', [1, 2]],
      ['5', 'window-gap', [1, 2]],
    ]);
  });

  it('says window-gap of other actions of a time that it read', async () => {
    const client = await walker(fixtureOf(4, (i) => (i === 1 ? { time: START } : {})));
    await client.ask({ actions: '["b"]' });
    await client.ask({ since: START + 1, page_size: 9 });
    expect(client.missed()).toEqual([['1', 'window-gap', [2]]]);
  });

  it('says what it did wrong even if that is gone in the meantime', async () => {
    const client = await walker(fixtureOf(6));
    for (const page of [1, 3]) await client.ask({ page });
    client.session.forget('helpshift', target, new Date(START + 270_000).toISOString());
    await client.ask({ page: 1 });
    expect(client.missed()).toEqual([
      ['2', 'window-gap', [1, 2]],
      ['3', 'window-gap', [1, 2]],
    ]);
  });

  it('says removed of what the vendor kept no longer while it read', async () => {
    const fixture = fixtureOf(4);
    const day = { ...fixture.helpshift, profile: { 'retention-days': 1 } };
    const client = await walker({ ...fixture, helpshift: day });
    await client.ask({ page: 1 });
    client.session.clock.advance('PT90S');
    await client.ask({ page: 2 });
    expect(client.missed()).toEqual([
      ['0', 'removed', [1, 2]],
      ['1', 'removed', [1, 2]],
    ]);
  });

  it('counts all of very many, and tells of the first thousand of each cause', async () => {
    const client = await walker(fixtureOf(1300));
    await client.ask({ sort_order: 'asc', page: 1 });
    await client.ask({ sort_order: 'asc', page: 3 });
    const { missedBecause, missedEvents } = client.verdict();
    expect(missedBecause).toEqual({ 'window-gap': 2, 'stopped-early': 1294 });
    expect(missedEvents).toHaveLength(1002);
  });

  it('counts nothing as served of what it asked for by HEAD', async () => {
    const client = await walker(fixtureOf(3));
    await client.ask({ page: 2 });
    await client.head();
    expect(client.verdict()).toMatchObject({ answers: 1, served: 1 });
  });

  it('says nothing of what was gone before it asked for anything', async () => {
    const client = await walker(fixtureOf(4));
    client.session.forget('helpshift', target, new Date(START + 90_000).toISOString());
    await readAll(client);
    expect(client.verdict()).toMatchObject({ complete: true, events: 2 });
  });

  it('says nothing of what could never be read, as it was gone before it was visible', async () => {
    const client = await walker(fixtureOf(4, (i) => (i === 1 ? { visibleAfter: 'P2D' } : {})));
    await client.ask({ page_size: 9 });
    client.session.forget('helpshift', target, new Date(START + 90_000).toISOString());
    client.session.clock.advance('P3D');
    await client.ask({ page_size: 9 });
    expect(client.verdict()).toMatchObject({ complete: true, events: 3 });
  });

  it('says nothing of what happens while it reads, newest first, where it has been already', async () => {
    const now = new Date(START + 600_000).toISOString();
    const client = await walker(fixtureOf(4), { now });
    await client.ask({ page: 1 });
    client.session.clock.advance('PT1M');
    client.session.append('helpshift', target, [more(9, START + 660_000)]);
    for (const page of [2, 3]) await client.ask({ page });
    expect(client.verdict()).toMatchObject({ complete: true, events: 4 });
    await client.ask({ since: START + 660_001 });
    expect(client.missed()).toEqual([['9', 'window-gap', [1, 4]]]);
  });

  it('says nothing of what happens while it reads one window after the other, the newest first', async () => {
    const now = new Date(START + 600_000).toISOString();
    const client = await walker(fixtureOf(4), { now });
    await client.ask({ since: START + 120_000 });
    client.session.clock.advance('PT1M');
    client.session.append('helpshift', target, [more(9, START + 660_000)]);
    await client.ask({ until: START + 119_999 });
    expect(client.verdict()).toMatchObject({ complete: true, events: 4 });
    await client.ask({ since: START + 660_001 });
    expect(client.missed()).toEqual([['9', 'window-gap', [1, 3]]]);
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

describe('a record that was served again, and is no border', () => {
  it('says drift though each window ends where its time was', async () => {
    const nobody = {
      loginName: 'nobody',
      firstName: 'No',
      lastName: 'Body',
      email: 'n@example.com',
    };
    const fixture = {
      name: 'walked',
      now: '2025-11-03T10:00:00Z',
      opsramp: {
        profile: { preset: 'paged' },
        tenants: {
          t: {
            credentials: [{ token: 'o' }],
            incidents: {
              I: {
                created: '2025-11-03T09:00:00Z',
                records: [0, 1, 2, 3].map((i) => ({
                  at: new Date(START + i * 60_000).toISOString(),
                  record: { activity: `say ${i}`, logType: 'TICKET', createdBy: nobody },
                })),
              },
            },
          },
        },
      },
    };
    const simulator = await startSimulator(vendors, { fixture });
    onTestFinished(() => simulator.close());
    const session = await simulator.sessions.open();
    const { token = '' } = session.vendors.opsramp?.credentials[0] ?? {};
    const ask = (pageNo: number) =>
      supertest(simulator.url)
        .get('/api/v2/tenants/t/incidents/I/activitylog')
        .auth(token, { type: 'bearer' })
        .query({ pageNo, pageSize: 2 })
        .expect(200);
    const incident = { tenant_id: 't', incident_id: 'I' };
    await ask(1);
    session.clock.advance('PT1H');
    const record = { activity: 'say 9', logType: 'TICKET', createdBy: nobody };
    session.append('opsramp', incident, [{ at: '2025-11-03T11:00:00Z', record }]);
    for (const page of [2, 3]) await ask(page);
    const verdict = session.completeness({ vendor: 'opsramp', target: incident });
    expect(verdict).toMatchObject({ repeatedBecause: { drift: 1 }, complete: true, events: 4 });
  });

  it('says asked-again where two windows begin together, and it stands at their beginning', async () => {
    const client = await walker(fixtureOf(4));
    await client.ask({ since: START, until: START + 60_000 });
    await client.ask({ since: START, until: START + 120_000, page_size: 9 });
    expect(client.verdict().repeatedBecause).toEqual({ 'asked-again': 1, 'tie-at-boundary': 1 });
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
      ...{
        judged: false,
        complete: false,
        because: 'no answer had records: nothing was asked for, or all of it was refused',
      },
    });
  });
});
