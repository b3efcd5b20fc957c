import { request } from 'node:http';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { GivenFault, SimulatorSession } from '../Simulator.js';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';

const target = { domain: 'd', issue_id: '1' };
const question = { vendor: 'helpshift', target };
const COUNT = 7;

const fixture = {
  name: 'walked',
  now: '2025-11-03T09:00:00Z',
  helpshift: {
    credentials: [{ name: 'walker', api_key: 'k' }],
    domains: {
      d: {
        issues: {
          '1': {
            records: Array.from({ length: COUNT }, (_, i) => ({
              action_taken_at: i * 60_000,
              action: 'a',
              to_data: { i },
            })),
          },
        },
      },
    },
  },
};

/** What a client sees of an answer, if it sees one at all. */
interface Seen {
  status: number | undefined;
  text: string;
  whole: boolean;
}

async function opened(faults: readonly GivenFault[]) {
  const simulator = await startSimulator(vendors, { fixture });
  onTestFinished(() => simulator.close());
  const session = await simulator.sessions.open({ faults });
  const { api_key = '' } = session.vendors.helpshift?.credentials[0] ?? {};
  const ask = (page: number) =>
    new Promise<Seen>((resolve) => {
      const path = `/v2/d/issues/1/_audit_logs?sort_order=asc&page_size=2&page=${page}`;
      const asked = request(
        simulator.url + path,
        { auth: `${api_key}:`, agent: false },
        (answer) => {
          let text = '';
          answer.on('data', (piece) => {
            text += piece;
          });
          const end = (whole: boolean) => resolve({ status: answer.statusCode, text, whole });
          answer.on('end', () => end(answer.complete)).on('error', () => end(false));
        },
      );
      asked.on('error', () => resolve({ status: undefined, text: '', whole: false })).end();
    });
  return { session, ask };
}

/** Believes whatever it gets, and asks for page after page, as many as there seem to be. */
async function careless(ask: (page: number) => Promise<Seen>): Promise<void> {
  let pages = 4;
  for (let page = 1; page <= pages; page++) {
    const { text } = await ask(page);
    const [, said] = /"total-pages":(\d+)/.exec(text) ?? [];
    pages = said === undefined ? pages : Number(said);
  }
}

/** Asks again until it has a page whole, and trusts no total. */
async function careful(ask: (page: number) => Promise<Seen>): Promise<void> {
  for (let page = 1, more = true; more; page++)
    for (let attempt = 0; attempt < 9; attempt++) {
      const records = recordsOf(await ask(page), page);
      if (!records) continue;
      more = records.length > 0;
      break;
    }
}

/** Undefined where it is no page of records, or another page than was asked for. */
function recordsOf({ status, text, whole }: Seen, page: number): unknown[] | undefined {
  if (status !== 200 || !whole) return undefined;
  try {
    const body = JSON.parse(text);
    return body.page === page || body.audit_logs.length === 0 ? body.audit_logs : undefined;
  } catch {
    return undefined;
  }
}

function missed(session: SimulatorSession) {
  return session
    .completeness(question)
    .missedEvents.map(({ gist, cause, between }) => [/i (\d+)/.exec(gist)?.[1], cause, between]);
}

const taking: [string, GivenFault['do'], string][] = [
  ['a body that is cut', { cut: 60 }, 'cut-body'],
  ['a body whose gzip is cut', { gzip: 'cut' }, 'cut-body'],
  ['a refusal', { refuse: 'rate-limited' }, 'fault-not-retried'],
  ['a gateway that is tired', { status: 503 }, 'fault-not-retried'],
  ['a connection that is reset', 'reset', 'fault-not-retried'],
  ['a connection that is closed', 'close', 'fault-not-retried'],
  ['a page to log in', 'loginPage', 'withheld-by-fault'],
  ['JSON that is none', { corrupt: 'comma' }, 'withheld-by-fault'],
];

describe('a client that a fault takes an answer from', () => {
  for (const [what, deed, cause] of taking) {
    it(`misses its records for ${cause}, if it goes on after ${what}`, async () => {
      const { session, ask } = await opened([{ when: { page: 2 }, do: deed }]);
      await careless(ask);
      expect(missed(session)).toEqual([
        ['2', cause, [2]],
        ['3', cause, [2]],
      ]);
    });

    it(`misses nothing, if it asks again after ${what}`, async () => {
      const { session, ask } = await opened([{ when: { page: 2, times: 2 }, do: deed }]);
      await careful(ask);
      expect(session.completeness(question)).toMatchObject({ complete: true, events: COUNT });
    });
  }

  it('misses what a stale page hid', async () => {
    const { session, ask } = await opened([{ when: { page: 3 }, do: 'stale' }]);
    await careless(ask);
    expect(missed(session)).toEqual([
      ['4', 'withheld-by-fault', [3]],
      ['5', 'withheld-by-fault', [3]],
    ]);
  });

  it('misses what a total denied', async () => {
    const { session, ask } = await opened([{ do: { total: -4 } }]);
    await careless(ask);
    expect(missed(session).map(([i, cause]) => [i, cause])).toEqual([
      ['4', 'withheld-by-fault'],
      ['5', 'withheld-by-fault'],
      ['6', 'withheld-by-fault'],
    ]);
  });

  it('misses nothing, whatever happens, if it asks again', async () => {
    const deeds = fc.constantFrom(...taking.map(([, deed]) => deed));
    const when = fc.record({
      page: fc.integer({ min: 1, max: 4 }),
      times: fc.integer({ min: 1, max: 2 }),
    });
    const faults = fc.array(fc.record({ when, do: deeds }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(faults, async (some) => {
        const { session, ask } = await opened(some);
        await careful(ask);
        expect(session.completeness(question)).toMatchObject({
          ...{ complete: true, missed: 0, events: COUNT },
        });
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
