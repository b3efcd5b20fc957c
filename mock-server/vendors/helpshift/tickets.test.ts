import { describe, expect, it } from 'vitest';
import { FixtureError } from '../../../fixtures/language/FixtureError.js';
import type { HelpshiftTicket } from '../../../specs/helpshift/types.js';
import { simulated } from '../../testing/simulated.js';
import type { Profile } from './profile.js';

const at = (...times: number[]) => ({
  records: times.map((action_taken_at) => ({ action_taken_at, action: 'a', actor: {} })),
});
const instant = (time: number) => new Date(time).toISOString();

/** Created at 1000, 2000, 2000 and 3000; last changed, if actions count, at 9000, 2000, 2000 and 4000. */
const issues = {
  '31': { title: 'Refund', ...at(1000, 9000) },
  '7': at(2000),
  '12': { created: instant(2000), ...at() },
  old: { created: instant(3000), updated: instant(4000), ...at(3500) },
};

type Query = Record<string, string | number>;

async function asking(profile: Partial<Profile> = {}, tickets: object = issues) {
  const ask = await simulated({
    name: 'listed',
    helpshift: {
      profile,
      credentials: [{ api_key: 'k', domain: 'd' }],
      domains: { d: { issues: tickets }, e: { issues: {} } },
    },
  });
  return (query: string | Query = {}, path = '/v1/d/issues') =>
    ask.get(path).auth('k', '').query(query);
}

type Answer = { body: { issues: HelpshiftTicket[] } };
const idsOf = ({ body }: Answer) => body.issues.map(({ id }) => id);
const updated = ({ body }: Answer) =>
  Object.fromEntries(body.issues.map(({ id, updated_at }) => [id, updated_at]));

const get = await asking();
const ids = async (query: string | Query) => idsOf(await get(query).expect(200));
const newestFirst = ['old', 12, 7, 31];

describe("Helpshift's list of issues", () => {
  it('helpshift/tickets: answers the issues of the domain amid the paging fields', async () => {
    const ask = await simulated();
    const { body } = await ask.get('/v1/amazon/issues').auth('hs-demo-key', '').expect(200);
    expect(body).toEqual({
      page: 1,
      'page-size': 100,
      issues: [
        {
          id: 3423,
          title: 'Cannot log in after the update',
          created_at: 1754768308863,
          updated_at: 1754868308000,
        },
      ],
      'total-hits': 1,
      'total-pages': 1,
    });
  });

  it("helpshift/tickets: every listed id leads to an issue's audit logs", async () => {
    for (const id of await ids({})) await get({}, `/v2/d/issues/${id}/_audit_logs`).expect(200);
  });

  it('helpshift/tickets-access: refuses as the audit logs do', async () => {
    const ask = await simulated();
    const list = '/v1/amazon/issues';
    await ask.get(list).expect(401);
    await ask.get(list).auth('wrong', '').expect(401);
    await ask.get(list).set('Authorization', 'Bearer hs-demo-key').expect(200);
    await ask.get('/v1/other/issues').auth('hs-demo-key', '').expect(403);
    await ask.get('/v1/amazon/issue').auth('hs-demo-key', '').expect(404);
    await ask.post(list).auth('hs-demo-key', '').expect(405);
    await (await asking({ api: 'disabled' }))().expect(403);
  });

  it('helpshift/tickets-id: an id is a number, or a text where the fixture has one that is none', async () => {
    const names = { '12': at(1), '012': at(2), '1e3': at(3), '99999999999999999999': at(4) };
    const listed = await (await asking({}, names))({ 'sort-order': 'asc' });
    expect(idsOf(listed)).toEqual([12, '012', '1e3', '99999999999999999999']);
  });

  it('helpshift/tickets-fields: an issue has its id, title and times, and no more', async () => {
    const { body } = await get({ ids: '[31, 7]' }).expect(200);
    expect(body.issues).toEqual([
      { id: 7, title: '', created_at: 2000, updated_at: 2000 },
      { id: 31, title: 'Refund', created_at: 1000, updated_at: 9000 },
    ]);
  });

  it("helpshift/tickets-times: an issue is created at its first record's time, or when the fixture says", async () => {
    const { body } = await get({ 'sort-order': 'asc' });
    expect(body.issues.map((issue: HelpshiftTicket) => issue.created_at)).toEqual([
      1000, 2000, 2000, 3000,
    ]);
  });

  it('helpshift/tickets-times: a fixture whose issue was updated at no time is refused', async () => {
    const wrong = { '1': { updated: '2025-02-30T00:00:00Z', records: [] } };
    await expect(asking({}, wrong)).rejects.toThrow(FixtureError);
    await expect(asking({}, wrong)).rejects.toThrow(/updated: expected an instant that exists/);
  });

  it('helpshift/tickets-updated: updated-by-audit=yes is the last record, or what the fixture says if later', async () => {
    const listed = await (await asking({ 'updated-by-audit': 'yes' }))();
    expect(updated(listed)).toEqual({ 31: 9000, 7: 2000, 12: 2000, old: 4000 });
  });

  it('helpshift/tickets-updated: updated-by-audit=no is what the fixture says, or when it was created', async () => {
    const listed = await (await asking({ 'updated-by-audit': 'no' }))();
    expect(updated(listed)).toEqual({ 31: 1000, 7: 2000, 12: 2000, old: 4000 });
  });
});

describe("Helpshift's list of issues, filtered", () => {
  it('helpshift/tickets-created-since: lists what was created then or later', async () => {
    expect(await ids({ 'created-since': 2000 })).toEqual(['old', 12, 7]);
    expect(await ids({ 'created-since': 2001 })).toEqual(['old']);
  });

  it('helpshift/tickets-created-until: lists what was created by then', async () => {
    expect(await ids({ 'created-until': 2999 })).toEqual([12, 7, 31]);
    expect(await ids({ 'created-since': 1001, 'created-until': 2999 })).toEqual([12, 7]);
  });

  it('helpshift/tickets-until-bound: until-bound=inclusive lists what was created at created-until', async () => {
    const get = await asking({ 'until-bound': 'inclusive' });
    expect(idsOf(await get({ 'created-until': 2000 }))).toEqual([12, 7, 31]);
  });

  it('helpshift/tickets-until-bound: until-bound=exclusive leaves it out', async () => {
    const get = await asking({ 'until-bound': 'exclusive' });
    expect(idsOf(await get({ 'created-until': 2000 }))).toEqual([31]);
  });

  it('helpshift/tickets-updated-since: lists what changed then or later', async () => {
    expect(await ids({ 'updated-since': 4000 })).toEqual(['old', 31]);
    expect(await ids({ 'updated-since': 4001 })).toEqual([31]);
    expect(await ids({ 'updated-since': 9001 })).toEqual([]);
  });

  it('helpshift/tickets-ids: lists those alone, as texts or numbers', async () => {
    expect(await ids({ ids: '["7","old"]' })).toEqual(['old', 7]);
    expect(await ids({ ids: '[31]' })).toEqual([31]);
    expect(await ids({ ids: '[]' })).toEqual([]);
    expect(await ids({ ids: '["unheard-of"]', 'created-since': 0 })).toEqual([]);
  });

  it('helpshift/tickets-ids-invalid: anything else is 400', async () => {
    for (const ids of ['', '7', '7,31', '[null]', '[[7]]', '{"7":1}', '["7"'])
      await get({ ids }).expect(400);
  });

  it('helpshift/tickets-includes: changes nothing, and is no unknown parameter', async () => {
    const strict = await asking({ 'unknown-parameter': 'refused' });
    const includes = '["custom_fields","meta"]';
    expect(idsOf(await strict({ includes }).expect(200))).toEqual(newestFirst);
    await strict({ state: '["new"]' }).expect(400);
  });

  const spellings: [name: string, value: string | number, ids: unknown[]][] = [
    ['created-since', 3000, ['old']],
    ['created-until', 1000, [31]],
    ['updated-since', 9000, [31]],
    ['sort-by', 'last-updated', [31, 'old', 12, 7]],
    ['sort-order', 'asc', [31, 7, 12, 'old']],
    ['page-size', 1, ['old']],
  ];
  for (const [name, value, expected] of spellings)
    it(`helpshift/tickets-spellings: ${name} may have a hyphen or an underscore`, async () => {
      const strict = await asking({ 'unknown-parameter': 'refused' });
      for (const spelt of [name, name.replace('-', '_')])
        expect(idsOf(await strict({ [spelt]: value }).expect(200))).toEqual(expected);
    });

  it('helpshift/tickets-spellings: of both, that counts which would of one repeated', async () => {
    const both = 'page-size=1&page_size=2';
    expect((await get(both)).body['page-size']).toBe(2);
    const first = await asking({ 'repeated-parameter': 'first' });
    expect((await first(both)).body['page-size']).toBe(1);
  });
});

describe("Helpshift's list of issues, sorted", () => {
  it('helpshift/tickets-sort: sorts by creation-time, ascending or descending', async () => {
    const by = { 'sort-by': 'creation-time' };
    expect(await ids({ ...by, 'sort-order': 'asc' })).toEqual(newestFirst.toReversed());
    expect(await ids({ ...by, 'sort-order': 'desc' })).toEqual(newestFirst);
  });

  it('helpshift/tickets-newest-first: lists the newest first when not told', async () => {
    expect(await ids({})).toEqual(newestFirst);
  });

  it('helpshift/tickets-sort-default: issues-order=creation-time sorts by created_at when not told', async () => {
    const get = await asking({ 'issues-order': 'creation-time' });
    expect(idsOf(await get())).toEqual(newestFirst);
    expect(idsOf(await get({ 'sort-by': 'last-updated' }))).toEqual([31, 'old', 12, 7]);
  });

  it('helpshift/tickets-sort-default: issues-order=last-updated sorts by updated_at when not told', async () => {
    const get = await asking({ 'issues-order': 'last-updated' });
    expect(idsOf(await get())).toEqual([31, 'old', 12, 7]);
    expect(idsOf(await get({ 'sort-by': 'creation-time' }))).toEqual(newestFirst);
  });

  it('helpshift/tickets-ties: issues of one millisecond keep one order, whole or by pages', async () => {
    const names = ['d', 'b', 'a', 'c'];
    const get = await asking({}, Object.fromEntries(names.map((name) => [name, at(5)])));
    expect(idsOf(await get({ 'sort-order': 'asc' }))).toEqual(names);
    expect(idsOf(await get({ 'sort-order': 'desc' }))).toEqual(names.toReversed());
    for (const [i, name] of names.entries())
      expect(idsOf(await get({ 'sort-order': 'asc', 'page-size': 1, page: i + 1 }))).toEqual([
        name,
      ]);
  });
});

describe("Helpshift's list of issues, a page at a time", () => {
  it('helpshift/tickets-page: cuts pages from 1, of 100 issues or as many as told', async () => {
    const { body } = await get({ page: 2, 'page-size': 3 }).expect(200);
    expect(idsOf({ body })).toEqual([31]);
    expect(body).toMatchObject({ page: 2, 'page-size': 3, 'total-hits': 4, 'total-pages': 2 });
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`${i}`, at(i)]));
    const pages = (await (await asking({}, many))()).body;
    expect([pages.issues.length, pages['total-pages']]).toEqual([100, 2]);
  });

  for (const size of [1, 1000])
    it(`helpshift/tickets-page: the bound ${size} is taken as it is`, async () => {
      expect((await get({ 'page-size': size }).expect(200)).body['page-size']).toBe(size);
    });

  it('helpshift/tickets-total-pages-empty: an empty list is one page of none, whatever audit logs have', async () => {
    const empty = await asking({ 'empty-total-pages': 0, envelope: 'bare' }, {});
    const { body } = await empty().expect(200);
    expect(body).toEqual({
      page: 1,
      'page-size': 100,
      issues: [],
      'total-hits': 0,
      'total-pages': 1,
    });
  });

  it('helpshift/tickets-deep-paging: 50,000 is served, and more refused', async () => {
    await get({ page: 50, 'page-size': 1000 }).expect(200);
    await get({ page: 51, 'page-size': 1000 }).expect(400);
    await get({ page: 500 }).expect(200);
    await get({ page: 501 }).expect(400);
  });

  it('helpshift/tickets-invalid: page-beyond-last=empty serves an empty page, page-beyond-last=refused none', async () => {
    expect(await ids({ page: 2 })).toEqual([]);
    const refusing = await asking({ 'page-beyond-last': 'refused' });
    await refusing({ page: 2 }).expect(400);
    await refusing({ page: 1, ids: '[]' }).expect(200);
  });

  it('helpshift/tickets-invalid: bad-page=first serves the first, bad-page=empty an empty one, bad-page=refused none', async () => {
    for (const page of ['0', '-1', '1.5', 'two', '']) {
      expect(await ids({ page })).toEqual(newestFirst);
      const empty = await (await asking({ 'bad-page': 'empty' }))({ page }).expect(200);
      expect([empty.body.page, idsOf(empty)]).toEqual([0, []]);
      await (await asking({ 'bad-page': 'refused' }))({ page }).expect(400);
    }
  });

  it('helpshift/tickets-invalid: bad-page-size=default serves 100, bad-page-size=refused refuses', async () => {
    const refusing = await asking({ 'bad-page-size': 'refused' });
    for (const size of ['0', '1001', 'all', '']) {
      expect((await get({ 'page-size': size }).expect(200)).body['page-size']).toBe(100);
      await refusing({ 'page-size': size }).expect(400);
    }
  });

  it('helpshift/tickets-invalid: bad-sort-order=desc sorts as if not told, bad-sort-order=refused refuses', async () => {
    const refusing = await asking({ 'bad-sort-order': 'refused' });
    for (const query of ['sort-order=up', 'sort-by=title', 'sort_by=toString']) {
      expect(await ids(query)).toEqual(newestFirst);
      await refusing(query).expect(400);
    }
  });

  it('helpshift/tickets-invalid: bad-time=refused is 400, bad-time=ignored serves as if it were not there', async () => {
    const ignoring = await asking({ 'bad-time': 'ignored' });
    for (const name of ['created-since', 'created-until', 'updated-since']) {
      await get({ [name]: 'yesterday' }).expect(400);
      expect(idsOf(await ignoring({ [name]: 'yesterday' }).expect(200))).toEqual(newestFirst);
    }
  });
});
