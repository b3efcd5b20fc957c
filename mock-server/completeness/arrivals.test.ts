import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { GivenFault, SimulatorSession } from '../Simulator.js';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';

const START = Date.UTC(2025, 10, 3, 9);
const target = { domain: 'd', issue_id: '1' };
const question = { vendor: 'helpshift', target };

interface Opened {
  session: SimulatorSession;
  /** An answer that has begun. */
  begin(query: string): Promise<IncomingMessage>;
  /** The text of an answer, as far as it came. */
  ask(query: string): Promise<string>;
}

/** A session of a ticket of so many records, each of which has so many bytes at least. */
async function opened(
  count: number,
  { size = 1, faults = [] }: { size?: number; faults?: GivenFault[] } = {},
): Promise<Opened> {
  const records = Array.from({ length: count }, (_, i) => ({
    action_taken_at: START + i * 60_000,
    action: 'a',
    to_data: { i, text: 'x'.repeat(size) },
  }));
  const simulator = await startSimulator(vendors, {
    fixture: {
      name: 'arriving',
      now: new Date(START + 86_400_000).toISOString(),
      helpshift: {
        credentials: [{ api_key: 'k' }],
        domains: { d: { issues: { '1': { records } } } },
      },
    },
  });
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => {
    agent.destroy();
    return simulator.close();
  });
  const session = await simulator.sessions.open({ faults });
  const { api_key = '' } = session.vendors.helpshift?.credentials[0] ?? {};
  const begin = async (query: string) => {
    const url = `${simulator.url}/v2/d/issues/1/_audit_logs?sort_order=asc&${query}`;
    const asked = get(url, { auth: `${api_key}:`, agent });
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    asked.on('error', () => {});
    return answer.on('error', () => {});
  };
  return {
    ...{ session, begin },
    async ask(query) {
      const answer = await begin(query);
      let text = '';
      answer.on('data', (piece) => {
        text += piece;
      });
      await new Promise((resolve) => answer.on('close', resolve));
      return text;
    },
  };
}

/** Larger than what lies ready in the buffers of a connection, by far. */
const LARGE = { count: 200, size: 200_000 };

function causes(session: SimulatorSession) {
  const { missedEvents } = session.completeness(question);
  return [...new Set(missedEvents.map(({ cause, says }) => `${cause}: ${says}`))];
}

describe('a client that hangs up', () => {
  it('has not got an answer of which it did not take all, and is told so', async () => {
    const { session, begin } = await opened(LARGE.count, { size: LARGE.size });
    const answer = await begin('page_size=200');
    await once(answer, 'data');
    answer.destroy();
    await expect.poll(() => session.completeness(question).missed).toBe(LARGE.count);
    expect(causes(session)).toEqual([
      'stopped-early: the client hung up before it had all of the answer, and none after that had it (answer 1)',
    ]);
  });

  it('has all if it asks again', async () => {
    const { session, begin, ask } = await opened(LARGE.count, { size: LARGE.size });
    const answer = await begin('page_size=200');
    await once(answer, 'data');
    answer.destroy();
    await expect.poll(() => session.completeness(question).missed).toBe(LARGE.count);
    await ask('page_size=200');
    expect(session.completeness(question)).toMatchObject({ complete: true, repeated: 0 });
  });

  it('lost to the fault what that made too slow for it', async () => {
    const drip = { drip: { bytes: 10, every: 60_000 } };
    const { session, begin } = await opened(2, { faults: [{ do: drip }] });
    const answer = await begin('');
    await once(answer, 'data');
    answer.destroy();
    await expect.poll(() => session.completeness(question).missed).toBe(2);
    expect(causes(session)).toEqual([
      'fault-not-retried: a fault or a refusal took the answer that had it, and none after that had it (answer 1)',
    ]);
  });

  it('lost to nobody but itself what a fault only named otherwise', async () => {
    const { session, begin } = await opened(LARGE.count, {
      size: LARGE.size,
      faults: [{ do: { contentType: 'text/html' } }],
    });
    (await begin('page_size=200')).destroy();
    await expect.poll(() => session.completeness(question).missed).toBe(LARGE.count);
    expect(session.completeness(question).missedBecause).toEqual({ 'stopped-early': LARGE.count });
  });
});

describe('what stands behind the last answer', () => {
  const because = async (deed: GivenFault['do'], query = 'page_size=2&page=1') => {
    const { session, ask } = await opened(6, { faults: [{ do: deed }] });
    await ask(query);
    return session.completeness(question).missedBecause;
  };

  for (const deed of [
    { delay: 1 },
    { drip: { bytes: 500, every: 1 } },
    { date: 'PT1H' },
    { total: 2 },
    { append: 1 },
    { clock: 'PT1S' },
  ] as const)
    it(`was left by the client, though the answer met ${Object.keys(deed)[0]}`, async () => {
      const all = await because(deed);
      expect(Object.keys(all)).toEqual(['stopped-early']);
    });

  it('was withheld where the answer says that there is no more', async () => {
    expect(await because({ total: -4 })).toEqual({ 'withheld-by-fault': 4 });
  });

  it('was withheld only as far as the answer denies it', async () => {
    expect(await because({ total: -1 })).toEqual({ 'stopped-early': 3, 'withheld-by-fault': 1 });
  });

  for (const [deed, cause] of [
    ['loginPage', 'withheld-by-fault'],
    [{ corrupt: 'comma' }, 'withheld-by-fault'],
    [{ gzip: 'whole' }, 'withheld-by-fault'],
    [{ status: 503 }, 'fault-not-retried'],
    [{ cut: 10 }, 'cut-body'],
    [{ cut: 0 }, 'cut-body'],
  ] as const)
    it(`is told as what the answer lost: ${JSON.stringify(deed)}, ${cause}`, async () => {
      expect(await because(deed)).toEqual({ [cause]: 6 });
    });

  it('is said to stand behind it', async () => {
    const { session, ask } = await opened(3, { faults: [{ do: { cut: 10 } }] });
    await ask('page_size=2');
    expect(causes(session)).toEqual([
      'cut-body: the answer that had it was cut short, and none after that had it (answer 1)',
      'cut-body: it stood behind an answer that was cut short, and none after that had it (answer 1)',
    ]);
  });

  it('was denied by an earlier answer whose total a client may go by', async () => {
    const { session, ask } = await opened(6, {
      faults: [{ when: { page: 1 }, do: { total: -2 } }],
    });
    for (const page of [1, 2]) await ask(`page_size=2&page=${page}`);
    expect(session.completeness(question).missedBecause).toEqual({ 'withheld-by-fault': 2 });
  });

  it('was not denied by an answer that nobody could read', async () => {
    const { session, ask } = await opened(6, {
      faults: ['loginPage' as const, { total: -2 }].map((deed) => ({
        when: { page: 1 },
        do: deed,
      })),
    });
    for (const page of [1, 2]) await ask(`page_size=2&page=${page}`);
    expect(session.completeness(question).missedBecause).toEqual({
      ...{ 'withheld-by-fault': 2, 'stopped-early': 2 },
    });
  });

  it('is not denied any more when it begins anew and is told the truth', async () => {
    const { session, ask } = await opened(6, {
      faults: [{ when: { times: 1 }, do: { total: -2 } }],
    });
    for (const page of [1, 2, 1]) await ask(`page_size=2&page=${page}`);
    expect(session.completeness(question).missedBecause).toEqual({ 'stopped-early': 2 });
  });

  it('was removed, if it is gone when the client asks again for what a fault took', async () => {
    const { session, ask } = await opened(6, {
      faults: [{ when: { nth: 1 }, do: { status: 503 } }],
    });
    await ask('page_size=2&until=99999999999999&sort_order=desc');
    session.forget('helpshift', target, new Date(START + 90_000).toISOString());
    for (const page of [1, 2]) await ask(`page_size=2&page=${page}`);
    expect(session.completeness(question).missedBecause).toEqual({ removed: 2 });
  });
});

describe('answers that cross', () => {
  it('are judged in the order in which they were asked for', async () => {
    const { session, begin, ask } = await opened(3, {
      faults: [{ when: { times: 1 }, do: { drip: { bytes: 100, every: 150 } } }],
    });
    const slow = await begin('page_size=9');
    session.append('helpshift', target, [{ action_taken_at: START + 240_000, action: 'a' }]);
    await ask('page_size=9');
    slow.resume();
    await once(slow, 'close');
    await expect.poll(() => session.completeness(question).answers).toBe(2);
    expect(session.completeness(question)).toMatchObject({ events: 4, served: 4, repeated: 3 });
  });

  it('are of no account once the session is reset', async () => {
    const { session, begin, ask } = await opened(3, {
      faults: [{ when: { times: 1 }, do: { drip: { bytes: 300, every: 20 } } }],
    });
    session.append('helpshift', target, [{ action_taken_at: START + 240_000, action: 'a' }]);
    const slow = await begin('page_size=9');
    session.reset();
    session.setFaults([]);
    slow.resume();
    await once(slow, 'close');
    await ask('page_size=2');
    expect(session.completeness(question)).toMatchObject({ answers: 1, events: 3, served: 2 });
  });

  it('had what they had, though the clock was set back since', async () => {
    const { session, ask } = await opened(3);
    session.append('helpshift', target, [
      { record: { action_taken_at: START + 240_000, action: 'a' }, visibleAfter: 'PT30H' },
    ]);
    session.clock.advance('P2D');
    const text = await ask('page_size=9');
    session.clock.set('2025-11-04T09:00:00Z');
    await ask('page_size=9');
    session.received('helpshift', target, { records: JSON.parse(text).audit_logs });
    expect(session.completeness(question)).toMatchObject({
      ...{ events: 4, complete: true },
      delivered: { faithful: true, invented: 0 },
    });
  });
});
