import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answers, file, imported } from './testing/captured.js';

const HELPSHIFT = '/v2/amazon/issues/3423/_audit_logs';
const MOTADATA = '/api/v1/request/1/audit/search/byqual';
const OPSRAMP = '/api/v2/tenants/client_4/incidents/INC1/activitylog';

/** Helpshift's pages of a trail, in one order. */
const pages = (records: number, size: number, order: string) =>
  Array.from(
    { length: Math.max(1, Math.ceil(records / size)) },
    (_, i) => `${HELPSHIFT}?page=${i + 1}&page_size=${size}&sort_order=${order}`,
  );

function helpshift(records: readonly object[], profile: object = {}): object {
  return {
    name: 'captured',
    helpshift: {
      profile,
      credentials: [{ api_key: 'imported-key' }],
      domains: { amazon: { issues: { '3423': { records } } } },
    },
  };
}

function motadata(records: readonly object[], section: object = {}): object {
  return {
    name: 'captured',
    motadata: {
      ...section,
      credentials: [{ api_key: 'imported-key' }],
      requests: { '1': { records } },
    },
  };
}

function opsramp(records: readonly object[], profile: object = {}): object {
  return {
    name: 'captured',
    now: '2018-10-30T00:00:00Z',
    opsramp: {
      profile,
      tenants: {
        client_4: { credentials: [{ token: 'imported-token' }], incidents: { INC1: { records } } },
      },
    },
  };
}

/** Serves, imports what was captured, and serves that: the answers to the same calls, before and after. */
async function roundTrip(
  vendor: string,
  fixture: object,
  ticket: string,
  calls: readonly string[],
  captured: readonly string[] = calls,
  settings: Record<string, string> = {},
) {
  const key = vendor === 'opsramp' ? 'imported-token' : 'imported-key';
  const before = await answers(fixture, calls, key);
  const bodies = captured === calls ? before : await answers(fixture, captured, key);
  const { yaml, notes } = await imported(vendor, bodies, ticket, { settings });
  return { before, after: await answers(file(yaml), calls, key), yaml, notes };
}

const moments = fc.array(fc.nat(6), { minLength: 2, maxLength: 12 });
const anything = fc
  .jsonValue({ depthSize: 'small', stringUnit: 'grapheme' })
  .filter((value) => !/\d{16}|e\+/.test(JSON.stringify(value)));

const helpshiftRecords = fc
  .array(
    fc.record(
      {
        action_taken_at: fc.nat(6).map((n) => 1754768308863 + n),
        action: fc.constantFrom('create-issue', 'add-tags', 'resolve'),
        actor: fc.option(
          fc.record(
            {
              name: fc.string({ unit: 'grapheme' }),
              email: fc.emailAddress(),
              roles: fc.array(fc.string()),
            },
            { requiredKeys: [] },
          ),
        ),
        from_data: anything,
        to_data: anything,
      },
      { requiredKeys: ['action_taken_at', 'action'] },
    ),
    { minLength: 2, maxLength: 12 },
  )
  // Of equal times only, nothing tells which came first.
  .filter((records) => new Set(records.map((one) => one.action_taken_at)).size > 1);

describe.concurrent('a fixture that is imported', () => {
  it('serves the very same pages, whatever the records, the page size, the order and the order of the files', async () => {
    await fc.assert(
      fc.asyncProperty(
        helpshiftRecords,
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom('asc', 'desc'),
        fc.constantFrom(
          {},
          { envelope: 'snake' },
          { 'list-key': 'issues', 'missing-keys': 'null' },
        ),
        fc.infiniteStream(fc.nat()),
        async (records, size, order, profile, random) => {
          const calls = pages(records.length, size, order);
          const shuffled = calls
            .map((call) => ({ call, place: random.next().value as number }))
            .sort((a, b) => a.place - b.place)
            .map(({ call }) => call);
          const both = [...pages(records.length, 4, 'asc'), ...pages(records.length, 4, 'desc')];
          const { before, after } = await roundTrip(
            'helpshift',
            helpshift(records, profile),
            'amazon/3423',
            both,
            shuffled,
          );
          expect(after).toEqual(before);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('has each record once where the same trail was captured in both orders and several page sizes', async () => {
    await fc.assert(
      fc.asyncProperty(
        moments,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 5 }),
        async (times, one, other) => {
          const records = times.map((time, i) => ({
            action_taken_at: time,
            action: `a${i}`,
            actor: null,
          }));
          const captured = [
            ...pages(records.length, one, 'desc'),
            ...pages(records.length, other, 'asc'),
          ];
          const { before, after, yaml } = await roundTrip(
            'helpshift',
            helpshift(records, { totals: 'absent' }),
            'amazon/3423',
            [HELPSHIFT],
            captured,
          );
          expect(yaml.match(/action_taken_at/g)).toHaveLength(records.length);
          const sorted = (bodies: string[]) =>
            JSON.parse(bodies[0] as string)
              .audit_logs.map(String)
              .sort();
          expect(sorted(after)).toEqual(sorted(before));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('serves the same sentences in the same minute order, local to the account', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(5), fc.string({ unit: 'grapheme' })), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.constantFrom(
          {},
          { envelope: 'object-list' },
          { language: 'de' },
          { 'html-entities': 'escaped' },
        ),
        async (entries, profile) => {
          const records = entries.map(([minute, text]) => ({
            auditString: `${text} "q"`,
            auditDate: `28-Oct-2025 23:5${minute}`,
          }));
          const settings = { zone: 'Asia/Kolkata', format: 'dd-MMM-yyyy HH:mm' };
          const { before, after } = await roundTrip(
            'motadata',
            motadata(records, { profile, ...settings }),
            '1',
            [MOTADATA],
            [MOTADATA],
            settings,
          );
          expect(after).toEqual(before);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('serves the same activities, with pages and without, and whole again from both orders', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(5), fc.string({ unit: 'grapheme' }), fc.boolean()), {
          minLength: 1,
          maxLength: 9,
        }),
        fc.constantFrom(
          {},
          { 'optional-keys': 'null' },
          { 'optional-keys': 'empty' },
          { 'echo-window': 'null' },
          { 'echo-window': 'asked' },
          { paging: 'numbered', 'largest-page': 3 },
          { paging: 'unnumbered', 'largest-page': 2 },
        ),
        async (entries, profile) => {
          const records = entries.map(([second, activity, told]) => ({
            activity,
            createdTime: `2018-10-29T07:17:1${second}+0000`,
            logType: 'TICKET',
            createdBy: { loginName: 'ana', lastName: ' ' },
            ...(told && { toList: 'a@b.example,c@d.example' }),
          }));
          const numbers = 'paging' in profile ? [1, 2, 3, 4, 5] : [1];
          const calls = [true, false].flatMap((descending) =>
            numbers.map((page) => `${OPSRAMP}?isDescendingOrder=${descending}&pageNo=${page}`),
          );
          const { before, after } = await roundTrip(
            'opsramp',
            opsramp(records, profile),
            'client_4/INC1',
            calls,
          );
          expect(after).toEqual(before);
        },
      ),
      { numRuns: 30 },
    );
  });

  for (const profile of [
    { 'time-form': 'iso' },
    { 'roles-form': 'text' },
    { 'data-form': 'text' },
    { envelope: 'bare' },
    { totals: 'absent' },
    { totals: 'page' },
    { 'missing-keys': 'omitted', 'automation-actor': 'null' },
    { envelope: 'snake', 'list-key': 'audit-logs', 'time-form': 'iso', 'data-form': 'text' },
  ])
    it(`serves the shape of ${JSON.stringify(profile)}`, async () => {
      const records = [
        {
          action_taken_at: 1,
          action: 'create-issue',
          actor: { name: 'Ana', roles: ['Agent', 'Lead'] },
          from_data: null,
          to_data: { tags: ['a'] },
        },
        {
          action_taken_at: 2,
          action: 'resolve',
          actor: { roles: [] },
          from_data: { tags: ['a'] },
          to_data: [1],
        },
        { action_taken_at: 3, action: 'resolve' },
      ];
      const calls = [...pages(3, 2, 'desc'), `${HELPSHIFT}?since=9`];
      const { before, after } = await roundTrip(
        'helpshift',
        helpshift(records, profile),
        'amazon/3423',
        calls,
        calls.slice(0, 2),
      );
      expect(after.map((body) => JSON.parse(body))).toEqual(before.map((body) => JSON.parse(body)));
      expect(after).toEqual(before);
    });

  it('serves oldest first what came oldest first', async () => {
    const records = [1, 1, 2].map((minute, i) => ({
      auditString: `S${i}.`,
      auditDate: `Wed, Oct 08, 2025 01:0${minute} pm`,
    }));
    const profile = { order: 'oldest-first', 'same-minute': 'oldest-first' };
    const { before, after, yaml } = await roundTrip(
      'motadata',
      motadata(records, { profile }),
      '1',
      [MOTADATA],
    );
    expect(after).toEqual(before);
    expect(yaml).toContain('oldest-first');
  });

  it('honours offset and size where it came in pieces', async () => {
    const records = [1, 2, 3].map((minute) => ({
      auditString: `S${minute}.`,
      auditDate: `Wed, Oct 08, 2025 01:0${minute} pm`,
    }));
    const profile = { envelope: 'object-list', paging: 'honoured' };
    const calls = [`${MOTADATA}?offset=0&size=2`, `${MOTADATA}?offset=2&size=2`];
    const { before, after } = await roundTrip(
      'motadata',
      motadata(records, { profile }),
      '1',
      calls,
    );
    expect(after).toEqual(before);
  });
});
