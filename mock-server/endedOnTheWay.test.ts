import supertest, { type Response } from 'supertest';
import { describe, expect, it } from 'vitest';
import type { SimulatorClock, SimulatorCredentials } from './Simulator.js';
import { startSimulator } from './startSimulator.js';
import { afterwards } from './testing/afterwards.js';
import { vendors } from './vendors/index.js';

type Ask = ReturnType<typeof supertest>;

/** How a client of one vendor reads page after page of three. */
interface Walk {
  fixture: object;
  /** Gets a credential to read with; its answer if it is refused. */
  begin(ask: Ask): Promise<{ credential?: string; refused?: number }>;
  page(ask: Ask, credential: string, number: number): Promise<Response>;
  /** What is on a page, by which it can be told apart. */
  ids(answer: Response): unknown[];
}

const now = '2025-11-03T09:00:00Z';
const numbers = [0, 1, 2, 3, 4, 5];

const helpshift = (key = 'k'): Walk => ({
  fixture: {
    helpshift: {
      credentials: [{ name: 'walker', api_key: 'k' }],
      domains: {
        d: {
          issues: { '1': { records: numbers.map((i) => ({ action_taken_at: i, action: 'a' })) } },
        },
      },
    },
  },
  begin: async () => ({ credential: key }),
  page: (ask, credential, page) =>
    ask.get('/v2/d/issues/1/_audit_logs').auth(credential, '').query({ page, page_size: 2 }),
  ids: ({ body }) =>
    body.audit_logs.map((record: { action_taken_at: number }) => record.action_taken_at),
});

const motadata = (password = 'p'): Walk => ({
  fixture: {
    motadata: {
      profile: { 'token-lifetime': 600 },
      credentials: [
        { name: 'walker', client_id: 'c', client_secret: 's', username: 'u', password: 'p' },
      ],
      requests: Object.fromEntries(numbers.map((i) => [`${i + 1}`, { records: [] }])),
    },
  },
  begin: async (ask) => {
    const form = { grant_type: 'password', username: 'u', password };
    const { status, body } = await ask
      .post('/api/oauth/token')
      .auth('c', 's')
      .type('form')
      .send(form);
    return status === 200 ? { credential: body.access_token } : { refused: status };
  },
  page: (ask, credential, page) =>
    ask
      .post('/api/v1/request/search/byqual')
      .query({ offset: (page - 1) * 2, size: 2 })
      .auth(credential, { type: 'bearer' })
      .send({}),
  ids: ({ body }) => body.objectList.map((request: { id: number }) => request.id),
});

const opsramp = (client_secret = 's'): Walk => ({
  fixture: {
    opsramp: {
      profile: { preset: 'paged', 'token-lifetime': 600 },
      tenants: {
        t: {
          credentials: [{ name: 'walker', client_id: 'c', client_secret: 's' }],
          incidents: {
            I: {
              records: numbers.map((i) => ({
                activity: `${i}`,
                createdTime: `2025-11-03T08:00:0${i}+0000`,
                logType: 'TICKET',
                createdBy: { loginName: 'l' },
              })),
            },
          },
        },
      },
    },
  },
  begin: async (ask) => {
    const form = { grant_type: 'client_credentials', client_id: 'c', client_secret };
    const { status, body } = await ask.post('/auth/oauth/token').type('form').send(form);
    return status === 200 ? { credential: body.access_token } : { refused: status };
  },
  page: (ask, credential, pageNo) =>
    ask
      .get('/api/v2/tenants/t/incidents/I/activitylog')
      .query({ pageNo, pageSize: 2 })
      .auth(credential, { type: 'bearer' }),
  ids: ({ body }) => body.results.map((record: { activity: string }) => record.activity),
});

/** Reads two pages, lets something happen, and reads on with what it then can get. */
async function walked(
  vendor: string,
  walk: Walk,
  happen: (simulator: { clock: SimulatorClock; credentials: SimulatorCredentials }) => void,
  after: Walk = walk,
) {
  const simulator = await startSimulator(vendors, {
    fixture: { name: 'walk', now, ...walk.fixture },
  });
  afterwards(() => simulator.close());
  const ask = supertest(simulator.url);
  const { credential = '' } = await walk.begin(ask);
  const read = [await walk.page(ask, credential, 1), await walk.page(ask, credential, 2)];
  happen({ clock: simulator.clock, credentials: simulator.credentials(vendor) });
  const { status } = await walk.page(ask, credential, 3);
  const next = await after.begin(ask);
  if (next.credential !== undefined) read.push(await after.page(ask, next.credential, 3));
  return { status, refused: next.refused, ids: read.filter(({ ok }) => ok).flatMap(walk.ids) };
}

const all = 6;

describe('a credential that ends in the middle of a walk', () => {
  it('refuses the next page of a Helpshift walk, which the new key goes on with', async () => {
    const { status, ids } = await walked(
      'helpshift',
      helpshift(),
      ({ credentials }) => credentials.rotate('walker', { api_key: 'new' }),
      helpshift('new'),
    );
    expect({ status, seen: new Set(ids).size, read: ids.length }).toEqual({
      status: 401,
      seen: all,
      read: all,
    });
  });

  for (const [vendor, walk, secret, dead] of [
    ['motadata', motadata, 'password', 401],
    ['opsramp', opsramp, 'client_secret', 407],
  ] as const) {
    const whole = { status: dead, refused: undefined, seen: all, read: all };
    const summary = ({ status, refused, ids }: Awaited<ReturnType<typeof walked>>) => ({
      status,
      refused,
      seen: new Set(ids).size,
      read: ids.length,
    });

    it(`answers ${dead} on ${vendor} when the token has expired, and the next token goes on`, async () => {
      expect(summary(await walked(vendor, walk(), ({ clock }) => clock.advance('PT10M')))).toEqual(
        whole,
      );
    });

    it(`answers ${dead} on ${vendor} when the token was ended, and the next token goes on`, async () => {
      const end = ({ credentials }: { credentials: SimulatorCredentials }) =>
        credentials.endTokens('walker');
      expect(summary(await walked(vendor, walk(), end))).toEqual(whole);
    });

    it(`answers ${dead} on ${vendor} when the client was rotated, and its new secret goes on`, async () => {
      const rotate = ({ credentials }: { credentials: SimulatorCredentials }) =>
        credentials.rotate('walker', { [secret]: 'new' });
      expect(summary(await walked(vendor, walk(), rotate, walk('new')))).toEqual(whole);
    });

    it(`answers ${dead} on ${vendor} when the client was revoked, and gives it no other token`, async () => {
      const revoke = ({ credentials }: { credentials: SimulatorCredentials }) =>
        credentials.revoke('walker');
      const { status, refused } = await walked(vendor, walk(), revoke);
      expect([status, refused]).toEqual([dead, 401]);
    });
  }
});
