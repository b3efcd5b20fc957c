import supertest from 'supertest';
import { afterAll, describe, expect, it } from 'vitest';
import { startSimulator } from './startSimulator.js';
import { vendors } from './vendors/index.js';

const at = (minute: string) => `2025-03-31T06:${minute}:00Z`;

/** A world whose middle record becomes visible ten minutes after it was made, at 06:20. */
const world = {
  name: 'late',
  now: at('15'),
  helpshift: {
    credentials: [{ api_key: 'k' }],
    domains: {
      shop: {
        issues: {
          '1': {
            records: [
              { at: at('05'), record: { action: 'create-issue', actor: null } },
              {
                at: at('10'),
                visibleAfter: 'PT10M',
                record: { action: 'resolve', actor: null },
              },
              { at: at('09'), record: { action: 'add-tags', actor: null } },
            ],
          },
        },
      },
    },
  },
  motadata: {
    credentials: [{ token: 't' }],
    requests: {
      '1': {
        records: [
          { at: at('05'), record: { auditString: 'Ana has added Early.' } },
          { at: at('10'), visibleAfter: 'PT10M', record: { auditString: 'Ana has added Late.' } },
        ],
      },
    },
  },
  opsramp: {
    tenants: {
      red: {
        credentials: [{ token: 'r' }],
        incidents: {
          INC1: {
            records: ['05', '10'].map((minute) => ({
              at: at(minute),
              visibleAfter: minute === '10' ? 'PT10M' : 'PT0S',
              record: {
                activity: `made at ${minute}`,
                logType: 'TICKET',
                createdBy: { loginName: 'ana' },
              },
            })),
          },
        },
      },
    },
  },
};

async function late(options: object = {}) {
  const simulator = await startSimulator(vendors, { fixture: world, ...options });
  afterAll(() => simulator.close());
  const ask = supertest(simulator.url);
  return {
    clock: simulator.clock,
    helpshift: async (query = '') =>
      (await ask.get(`/v2/shop/issues/1/_audit_logs${query}`).auth('k', '')).body,
    issues: async () => (await ask.get('/v1/shop/issues').auth('k', '')).body,
    motadata: async () =>
      (
        await ask
          .post('/api/v1/request/1/audit/search/byqual')
          .set('Authorization', 'Bearer t')
          .send({})
      ).body,
    opsramp: async () =>
      (
        await ask
          .get('/api/v2/tenants/red/incidents/INC1/activitylog')
          .set('Authorization', 'Bearer r')
      ).body,
  };
}

describe('a record with visibleAfter', () => {
  it('is neither served nor counted before, and both from that instant on, in its place', async () => {
    const { helpshift, clock } = await late();
    const actions = async () =>
      (await helpshift()).audit_logs.map(({ action }: { action: string }) => action);
    expect(await actions()).toEqual(['add-tags', 'create-issue']);
    expect((await helpshift())['total-hits']).toBe(2);
    clock.advance('PT4M59.999S');
    expect(await actions()).toHaveLength(2);
    clock.advance('PT0.001S');
    expect(await actions()).toEqual(['resolve', 'add-tags', 'create-issue']);
    expect((await helpshift())['total-hits']).toBe(3);
  });

  it('shifts the pages behind it when it comes', async () => {
    const { helpshift, clock } = await late();
    const second = async () =>
      (await helpshift('?page_size=1&page=2')).audit_logs.map(
        ({ action }: { action: string }) => action,
      );
    expect(await second()).toEqual(['create-issue']);
    clock.advance('PT5M');
    expect(await second()).toEqual(['add-tags']);
  });

  it('is found by its action only when it is visible', async () => {
    const { helpshift, clock } = await late();
    const found = async () => (await helpshift('?actions=["resolve"]'))['total-hits'];
    expect(await found()).toBe(0);
    clock.advance('PT5M');
    expect(await found()).toBe(1);
  });

  it('does not make its ticket look changed before', async () => {
    const { issues, clock } = await late();
    const updated = async () => (await issues()).issues[0].updated_at;
    expect(await updated()).toBe(Date.parse(at('09')));
    clock.advance('PT5M');
    expect(await updated()).toBe(Date.parse(at('10')));
  });

  it.each(['motadata', 'opsramp'] as const)('is the same with %s', async (vendor) => {
    const { [vendor]: ask, clock } = await late();
    const count = async () => {
      const body = await ask();
      return (body.results ?? body).length;
    };
    expect(await count()).toBe(1);
    clock.advance('PT5M');
    expect(await count()).toBe(2);
  });

  it('does not make its request look changed before, where audits count for that', async () => {
    const { motadata, ...others } = world;
    const profile = { 'updated-by-audit': 'yes' };
    const simulator = await startSimulator(vendors, {
      fixture: { ...others, motadata: { ...motadata, profile } },
    });
    afterAll(() => simulator.close());
    const updated = async () => {
      const { body } = await supertest(simulator.url)
        .post('/api/v1/request/search/byqual')
        .set('Authorization', 'Bearer t')
        .send({});
      return body.objectList[0].updatedTime;
    };
    expect(await updated()).toBe(Date.parse(at('05')));
    simulator.clock.advance('PT5M');
    expect(await updated()).toBe(Date.parse(at('10')));
  });

  it('keeps its delay when the world moves to now', async () => {
    const { motadata, clock } = await late({ rebase: true });
    expect(await motadata()).toHaveLength(1);
    clock.advance('PT9M');
    expect(await motadata()).toHaveLength(2);
  });
});
