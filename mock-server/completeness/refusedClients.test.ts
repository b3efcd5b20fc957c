import { request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { GivenFault } from '../Simulator.js';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';

const target = { domain: 'd', issue_id: '1' };
const record = (i: number) => ({ action_taken_at: i * 60_000, action: 'a', to_data: { i } });

/** Pages of one, the newest first. */
async function opened(faults: readonly GivenFault[], profile: object = {}) {
  const issues = {
    '1': { records: [0, 1, 2, 3].map(record) },
    '2': { records: [record(4)] },
  };
  const credentials = [
    { name: 'walker', api_key: 'one-key' },
    { name: 'other', api_key: 'another-key', domain: 'e' },
  ];
  const helpshift = { profile, credentials, domains: { d: { issues }, e: { issues } } };
  const fixture = { name: 'refused', now: '2025-11-03T09:00:00Z', helpshift };
  const simulator = await startSimulator(vendors, { fixture });
  onTestFinished(() => simulator.close());
  const session = await simulator.sessions.open({ faults });
  const given = session.vendors.helpshift?.credentials ?? [];
  return {
    session,
    /** @returns the status, undefined where no answer came whole */
    ask: (page: number, key = given[0]?.api_key) =>
      new Promise<number | undefined>((resolve) => {
        const url = `${simulator.url}/v2/d/issues/1/_audit_logs?page_size=1&page=${page}`;
        const asked = request(url, { headers: { authorization: `Bearer ${key}` } }, (response) => {
          response.on('error', () => resolve(undefined));
          response.resume().on('end', () => resolve(response.statusCode));
        });
        asked.on('error', () => resolve(undefined)).end();
      }),
    otherKey: given[1]?.api_key,
    causes: (more: { credential?: string } = {}) =>
      session
        .completeness({ vendor: 'helpshift', target, ...more })
        .missedEvents.map(({ gist, cause, between }) => [/i (\d)/.exec(gist)?.[1], cause, between]),
  };
}

const atTwo = (deed: GivenFault['do']): GivenFault[] => [{ when: { page: 2 }, do: deed }];

describe('a client that gives up', () => {
  const ends: [string, GivenFault['do'], string][] = [
    ['a connection that is reset', 'reset', 'fault-not-retried'],
    ['a gateway that is tired', { status: 503 }, 'fault-not-retried'],
    ['a body that is cut', { cut: 60 }, 'cut-body'],
    ['a page to log in', 'loginPage', 'withheld-by-fault'],
  ];
  for (const [what, deed, cause] of ends)
    it(`after ${what} misses all the rest for ${cause}`, async () => {
      const { ask, causes } = await opened(atTwo(deed));
      for (const page of [1, 2]) await ask(page);
      expect(causes()).toEqual(['0', '1', '2'].map((i) => [i, cause, [2]]));
    });
});

describe('a client that asks on and is refused', () => {
  for (const deed of ['deleteTicket', { mergeTicket: '2' }] as GivenFault['do'][])
    it(`misses what was removed by ${JSON.stringify(deed)}`, async () => {
      const { ask, causes } = await opened(atTwo(deed));
      expect([await ask(1), await ask(2), await ask(3)]).toEqual([200, 404, 404]);
      expect(causes()).toEqual(['0', '1', '2'].map((i) => [i, 'removed', [1, 2]]));
    });

  it('misses what its revoked credential got no more', async () => {
    const { ask, causes } = await opened(atTwo('revoke'));
    expect([await ask(1), await ask(2), await ask(3)]).toEqual([200, 401, 401]);
    expect(causes()).toEqual(['0', '1', '2'].map((i) => [i, 'fault-not-retried', [2]]));
  });

  it('misses the page in whose place a limit refused it', async () => {
    const { session, ask, causes } = await opened([], { 'rate-limit': 1 });
    expect([await ask(1), await ask(2)]).toEqual([200, 429]);
    session.clock.advance('PT1M');
    await ask(3);
    expect(causes()).toEqual([
      ['0', 'stopped-early', [3]],
      ['2', 'fault-not-retried', [2]],
    ]);
  });

  it('misses nothing, if it asks again', async () => {
    const { session, ask, causes } = await opened([], { 'rate-limit': 2 });
    for (const page of [1, 2, 3]) await ask(page);
    session.clock.advance('PT1M');
    for (const page of [3, 4]) await ask(page);
    expect(causes()).toEqual([]);
  });

  it('is not taken for another that was refused', async () => {
    const { ask, otherKey, causes } = await opened([]);
    expect([await ask(1), await ask(2, otherKey)]).toEqual([200, 403]);
    expect(causes()).toEqual(['0', '1', '2'].map((i) => [i, 'stopped-early', [1]]));
  });

  it('is not judged, if it never got an answer', async () => {
    const { session, ask } = await opened([{ do: 'revoke' }]);
    await ask(1);
    expect(session.completeness({ vendor: 'helpshift', target })).toMatchObject({
      judged: false,
      because: 'no answer had records: nothing was asked for, or all of it was refused',
    });
  });
});

it('takes no compressed answer for read by who has not said to read it', async () => {
  const { ask, causes } = await opened([{ when: { page: 2 }, do: { gzip: 'whole' } }]);
  for (const page of [1, 2, 3, 4]) await ask(page);
  expect(causes()).toEqual([['2', 'withheld-by-fault', [2]]]);
});
