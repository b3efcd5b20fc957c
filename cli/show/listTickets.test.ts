import fc from 'fast-check';
import supertest from 'supertest';
import { expect, it } from 'vitest';
import { startSimulator } from '../../mock-server/startSimulator.js';
import { vendors } from '../../mock-server/vendors/index.js';
import { listTickets } from './listTickets.js';

type Ask = ReturnType<typeof supertest>;

const EPOCH = Date.UTC(2025, 2, 31, 6);
const at = (seconds: number) => new Date(EPOCH + seconds * 1000).toISOString();

/** Few instants, so that there are ties to the second and to the minute; one is two days before. */
const seconds = fc.oneof(
  { weight: 9, arbitrary: fc.nat(200) },
  { weight: 1, arbitrary: fc.constant(-172_800) },
);
const late = fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined });
const records = fc.array(fc.record({ seconds, late, technician: fc.boolean() }), { maxLength: 9 });
const size = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });

const worlds = fc.record({
  now: fc.nat(200),
  records: fc.tuple(records, records, records),
  helpshift: fc.record({
    'deepest-record': fc.constantFrom(0, 5),
    'retention-days': fc.constantFrom(0, 1),
    'time-form': fc.constantFrom('milliseconds', 'iso'),
  }),
  motadata: fc.record({
    paging: fc.constantFrom('ignored', 'honoured', 'refused'),
    'max-entries': fc.constantFrom(0, 3),
    'technician-entries': fc.constantFrom('hidden', 'shown'),
    order: fc.constantFrom('newest-first', 'oldest-first'),
    'same-minute': fc.constantFrom('newest-first', 'oldest-first'),
  }),
  opsramp: fc.record({
    paging: fc.constantFrom('none', 'numbered', 'unnumbered'),
    'largest-page': fc.constantFrom(2, 100),
    'same-second': fc.constantFrom('mirrored', 'kept'),
  }),
  order: fc.constantFrom<'asc' | 'desc' | undefined>('asc', 'desc', undefined),
  pageSize: size,
});

type Sample = typeof worlds extends fc.Arbitrary<infer World> ? World : never;

function framed(list: Sample['records'][0], record: (i: number) => object, visibleTo = false) {
  return list.map(({ seconds, late, technician }, i) => ({
    at: at(seconds),
    ...(late !== undefined && { visibleAfter: `PT${late}S` }),
    ...(visibleTo && technician && { visibleTo: 'technician' }),
    record: record(i),
  }));
}

function fixtureOf({ now, records: [first, second, third], ...profiles }: Sample): object {
  return {
    name: 'random',
    now: at(now),
    helpshift: {
      profile: profiles.helpshift,
      credentials: [{ api_key: 'k' }],
      domains: {
        shop: {
          issues: { '1': { records: framed(first, (i) => ({ action: `a${i}`, actor: null })) } },
        },
      },
    },
    motadata: {
      profile: profiles.motadata,
      credentials: [{ token: 'm' }],
      requests: { '1': { records: framed(second, (i) => ({ auditString: `a${i}` }), true) } },
    },
    opsramp: {
      profile: profiles.opsramp,
      tenants: {
        red: {
          credentials: [{ token: 'o' }],
          incidents: {
            INC1: {
              records: framed(third, (i) => ({
                activity: `a${i}`,
                logType: 'TICKET',
                createdBy: { loginName: 'ana' },
              })),
            },
          },
        },
      },
    },
  };
}

/** What clients get that page through all that they can get, by vendor. */
const clients: Record<string, (ask: Ask, sample: Sample) => Promise<unknown[]>> = {
  async helpshift(ask, { order, pageSize }) {
    const all: unknown[] = [];
    for (let page = 1; ; page++) {
      const query = { page, sort_order: order, page_size: pageSize };
      const { status, body } = await ask
        .get('/v2/shop/issues/1/_audit_logs')
        .auth('k', '')
        .query(query);
      if (status === 400 || body.audit_logs.length === 0) return all;
      all.push(...body.audit_logs);
    }
  },
  async motadata(ask, { pageSize, motadata }) {
    const all: unknown[] = [];
    const path = '/api/v1/request/1/audit/search/byqual';
    for (;;) {
      const query = motadata.paging === 'honoured' ? { offset: all.length, size: pageSize } : {};
      const { body } = await ask.post(path).query(query).set('Authorization', 'Bearer m').send({});
      all.push(...body);
      if (motadata.paging !== 'honoured' || body.length === 0) return all;
    }
  },
  async opsramp(ask, { order, pageSize, opsramp }) {
    const all: unknown[] = [];
    for (let pageNo = 1; ; pageNo++) {
      const query = {
        ...(order && { isDescendingOrder: order === 'desc' }),
        ...(opsramp.paging !== 'none' && { pageNo, pageSize }),
      };
      const { body } = await ask
        .get('/api/v2/tenants/red/incidents/INC1/activitylog')
        .set('Authorization', 'Bearer o')
        .query(query);
      all.push(...body.results);
      if (!body.nextPage) return all;
    }
  },
};

it('lists, in order, exactly what a client gets that pages through', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (sample) => {
      const simulator = await startSimulator(vendors, { fixture: fixtureOf(sample) });
      try {
        const ask = supertest(simulator.url);
        const { order, pageSize } = sample;
        for (const { vendor, trail, written } of listTickets(simulator.world, {
          order,
          pageSize,
        })) {
          const listed = [...(trail?.records ?? [])];
          expect(listed).toHaveLength(written);
          const served = listed.filter(({ position }) => position !== null);
          expect(served.map(({ position }) => position)).toEqual(served.map((_, i) => i + 1));
          const got = await clients[vendor]?.(ask, sample);
          // An order that cannot be asked for is the other one, turned round.
          if (trail?.order !== trail?.reading.order) got?.reverse();
          expect(served.map(({ record }) => record)).toEqual(got);
        }
      } finally {
        await simulator.close();
      }
    }),
    { numRuns: 60 },
  );
});
