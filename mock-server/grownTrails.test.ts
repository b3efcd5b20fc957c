import { join } from 'node:path';
import fc from 'fast-check';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../fixtures/testing/complaint.js';
import { startSimulator } from './startSimulator.js';
import { vendors } from './vendors/index.js';

const START = Date.UTC(2025, 10, 3, 9);

/** When records are made, in seconds after the start; many at one time. */
const seconds = fc.array(fc.nat(200), { maxLength: 12 });
const actions = ['a', 'b', 'c'];

/** Records of a ticket of each vendor, told apart by a number that begins somewhere. */
const written: Record<string, (seconds: readonly number[], from: number) => object[]> = {
  helpshift: (all, from) =>
    all.map((second, i) => ({
      action_taken_at: START + second * 1000,
      action: actions[second % 3],
      to_data: { n: from + i },
    })),
  motadata: (all, from) =>
    all.map((second, i) => ({
      at: new Date(START + second * 1000).toISOString(),
      ...(second % 5 === 0 && { visibleTo: 'technician' }),
      ...(second % 7 === 0 && { visibleAfter: 'PT5M' }),
      record: { auditString: String(from + i) },
    })),
  opsramp: (all, from) =>
    all.map((second, i) => ({
      createdTime: new Date(START + second * 1000).toISOString().replace('.000Z', '+0000'),
      logType: 'TICKET',
      activity: String(from + i),
      createdBy: { loginName: 'ana', firstName: 'Ana', lastName: 'Lim' },
    })),
};

const inOrder = (all: readonly number[]) => all.toSorted((a, b) => a - b);

type Records = Record<string, object[]>;

/** A world with one ticket of each vendor. */
function fixtureOf(
  { helpshift, motadata, opsramp }: Record<string, unknown>,
  generate?: object,
): object {
  const made = generate ? { generate } : {};
  return {
    name: 'grown',
    now: new Date(START + 300_000).toISOString(),
    helpshift: {
      credentials: [{ api_key: 'k' }],
      domains: { d: { issues: { '1': { records: helpshift, ...made } } } },
    },
    motadata: {
      profile: { paging: 'honoured' },
      credentials: [{ api_key: 'k' }, { api_key: 'r', requester: 'ana' }],
      requests: { '1': { records: motadata, ...made } },
    },
    opsramp: {
      profile: { paging: 'numbered' },
      tenants: {
        t: {
          credentials: [{ token: 'k' }],
          incidents: { I: { created: '2020-01-01T00:00:00Z', records: opsramp, ...made } },
        },
      },
    },
  };
}

/** The same, with the records in files; the path of its fixture. */
function filed(records: Records, generate?: object): string {
  const vendors = Object.keys(records);
  const files = vendors.map((vendor) => [vendor, { from: `${vendor}.ndjson` }]);
  const lines = vendors.map((vendor) => [
    `${vendor}.ndjson`,
    records[vendor]?.map((one) => JSON.stringify(one)).join('\n') ?? '',
  ]);
  const yaml = JSON.stringify(fixtureOf(Object.fromEntries(files), generate));
  return join(folderOf({ 'x.yaml': yaml, ...Object.fromEntries(lines) }), 'x.yaml');
}

const page = fc.record({
  number: fc.integer({ min: 1, max: 4 }),
  size: fc.integer({ min: 1, max: 9 }),
});
const window = fc.tuple(fc.nat(210), fc.nat(210)).map(inOrder);
const instant = (second = 0) => new Date(START + second * 1000);

const questions = fc.record({
  page,
  window,
  ascending: fc.boolean(),
  actions: fc.subarray(actions),
  key: fc.constantFrom('k', 'r'),
});
type Question = typeof questions extends fc.Arbitrary<infer Value> ? Value : never;

/** The answers of each vendor to a question, asked with the credentials of a session by their place. */
function ask(url: string, keys: (vendor: string, nth: number) => string, question: Question) {
  const { number, size } = question.page;
  const [from, to] = question.window;
  const asking = supertest(url);
  return Promise.all([
    asking
      .get('/v2/d/issues/1/_audit_logs')
      .auth(keys('helpshift', 0), '')
      .query({
        page: number,
        page_size: size,
        sort_order: question.ascending ? 'asc' : 'desc',
        since: Number(instant(from)),
        until: Number(instant(to)),
        ...(question.actions.length > 0 && { actions: question.actions.join() }),
      }),
    asking
      .post('/api/v1/request/1/audit/search/byqual')
      .set('Authorization', `Apikey ${keys('motadata', question.key === 'r' ? 1 : 0)}`)
      .query({ offset: (number - 1) * size, size })
      .send({}),
    asking
      .get('/api/v2/tenants/t/incidents/I/activitylog')
      .set('Authorization', `Bearer ${keys('opsramp', 0)}`)
      .query({
        pageNo: number,
        pageSize: size,
        isDescendingOrder: !question.ascending,
        startTs: instant(from).toISOString().replace('.000Z', '+0000'),
        endTs: instant(to).toISOString().replace('.000Z', '+0000'),
      }),
    asking.get('/v1/d/issues').auth(keys('helpshift', 0), ''),
    asking
      .post('/api/v1/request/search/byqual')
      .set('Authorization', `Apikey ${keys('motadata', 0)}`)
      .send({}),
  ]).then((answers) => answers.map(({ status, text }) => [status, text]));
}

async function compare(
  base: object | string,
  whole: object,
  added: Records,
  asked: readonly Question[],
) {
  const [grown, listed] = await Promise.all(
    [base, whole].map((fixture) => startSimulator(vendors, { fixture })),
  );
  try {
    const session = await grown?.sessions.open();
    // In two halves, as what is added once may be added to.
    for (const [vendor, { targets }] of Object.entries(session?.vendors ?? {}))
      for (const part of [0, 1])
        session?.append(
          vendor,
          targets[0] ?? {},
          (added[vendor] ?? []).filter((_, i, { length }) => Number(i * 2 >= length) === part),
        );
    const keys = (vendor: string, nth: number) => {
      const { api_key, token } = session?.vendors[vendor]?.credentials[nth] ?? {};
      return api_key ?? token ?? '';
    };
    for (const wait of ['PT0S', 'PT4M']) {
      session?.clock.advance(wait);
      listed?.clock.advance(wait);
      for (const question of asked)
        expect(await ask(grown?.url ?? '', keys, question)).toEqual(
          await ask(listed?.url ?? '', (_, nth) => (nth === 1 ? 'r' : 'k'), question),
        );
    }
  } finally {
    await Promise.all([grown?.close(), listed?.close()]);
  }
}

const recordsOf = (all: readonly number[], from: number): Records =>
  Object.fromEntries(
    Object.entries(written).map(([vendor, write]) => [vendor, write(inOrder(all), from)]),
  );
const together = (a: Records, b: Records): Records =>
  Object.fromEntries(
    Object.keys(a).map((vendor) => [vendor, [...(a[vendor] ?? []), ...(b[vendor] ?? [])]]),
  );

describe('records that a session adds', () => {
  it('are answered exactly as if the fixture listed them behind its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...([seconds, seconds, fc.array(questions, { minLength: 1, maxLength: 4 })] as const),
        async (own, more, asked) => {
          const [base, added] = [recordsOf(own, 0), recordsOf(more, 100)];
          await compare(fixtureOf(base), fixtureOf(together(base, added)), added, asked);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  it('tell when a ticket was made, while its own record is still to be seen', async () => {
    const [base, added] = [recordsOf([91], 0), recordsOf([0], 100)];
    const question = { page: { number: 1, size: 1 }, window: [0, 200], ascending: true };
    await compare(fixtureOf(base), fixtureOf(together(base, added)), added, [
      { ...question, actions: [], key: 'k' },
    ]);
  });

  it('lie over generated ones just so', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...([seconds, seconds, fc.integer({ min: 1, max: 30 }), fc.nat(1000)] as const),
        fc.array(questions, { minLength: 1, maxLength: 3 }),
        async (own, more, records, seed, asked) => {
          const generate = {
            ...{ records, seed },
            from: new Date(START).toISOString(),
            to: new Date(START + 200_000).toISOString(),
          };
          const [base, added] = [recordsOf(own, 0), recordsOf(more, 100)];
          const whole = fixtureOf(together(base, added), generate);
          await compare(fixtureOf(base, generate), whole, added, asked);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  it('lie over those of a file just so', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...([seconds, seconds, fc.array(questions, { minLength: 1, maxLength: 3 })] as const),
        async (own, more, asked) => {
          const [base, added] = [recordsOf(own, 0), recordsOf(more, 100)];
          await compare(filed(base), fixtureOf(together(base, added)), added, asked);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
