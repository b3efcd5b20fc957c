import { describe, expect, it } from 'vitest';
import { FixtureError } from '../../../fixtures/language/FixtureError.js';
import { simulated } from '../../testing/simulated.js';
import type { Profile } from './profile.js';

const now = Date.UTC(2025, 2, 31, 6, 30);
const agent = { name: 'Dana', email: 'dana@example.com', roles: ['Agent', 'Lead'] };
const records = [
  { action_taken_at: 1000, action: 'create-issue', actor: { uid: 'u1' }, to_data: { a: 1 } },
  { action_taken_at: 2000, action: 'add-tags', actor: agent, from_data: null, to_data: [] },
  { action_taken_at: now - 1, action: 'auto-close', actor: { roles: [] } },
];

/** Asks a simulator with some switches turned. */
async function asking(profile: Partial<Profile>) {
  const ask = await simulated({
    name: 'switched',
    now: new Date(now).toISOString(),
    helpshift: {
      profile,
      credentials: [{ api_key: 'k', domain: 'd' }],
      domains: { d: { issues: { '1': { records } } }, e: { issues: {} } },
    },
  });
  return (query: string | object = {}, authorization = 'Bearer k', path = '/v2/d/issues/1') =>
    ask.get(`${path}/_audit_logs`).set('Authorization', authorization).query(query);
}

type Answer = { body: { audit_logs: Record<string, unknown>[] } & Record<string, unknown> };
const times = ({ body }: Answer) => body.audit_logs.map((record) => record.action_taken_at);
const newestFirst = [now - 1, 2000, 1000];
const basic = (pair: string) => `Basic ${btoa(pair)}`;

describe("Helpshift's envelope", () => {
  it('helpshift/envelope: envelope=kebab spells the paging fields with hyphens', async () => {
    const get = await asking({ envelope: 'kebab' });
    expect((await get().expect(200)).body).toMatchObject({ 'page-size': 200, 'total-hits': 3 });
  });

  it('helpshift/envelope: envelope=snake spells the paging fields with underscores', async () => {
    const get = await asking({ envelope: 'snake' });
    const { audit_logs, ...paging } = (await get().expect(200)).body;
    expect(paging).toEqual({ page: 1, page_size: 200, total_hits: 3, total_pages: 1 });
    expect(audit_logs).toHaveLength(3);
  });

  it('helpshift/envelope: envelope=bare answers the list alone', async () => {
    const get = await asking({ envelope: 'bare' });
    expect((await get().expect(200)).body).toHaveLength(3);
    expect((await get({ page: 2 }).expect(200)).body).toEqual([]);
  });

  for (const key of ['audit_logs', 'audit-logs', 'issues'] as const)
    it(`helpshift/envelope: list-key=${key} is the name of the list`, async () => {
      const get = await asking({ 'list-key': key });
      expect((await get().expect(200)).body[key]).toHaveLength(3);
    });

  it('helpshift/totals: totals=overall counts all pages', async () => {
    const get = await asking({ totals: 'overall' });
    expect((await get({ page_size: 2, page: 2 })).body).toMatchObject({
      'total-hits': 3,
      'total-pages': 2,
    });
  });

  it('helpshift/totals: totals=page counts the records of this page', async () => {
    const get = await asking({ totals: 'page' });
    expect((await get({ page_size: 2, page: 2 })).body['total-hits']).toBe(1);
    expect((await get({ page_size: 2, page: 9 })).body['total-hits']).toBe(0);
  });

  it('helpshift/totals: totals=absent leaves them out', async () => {
    const get = await asking({ totals: 'absent' });
    expect(Object.keys((await get()).body)).toEqual(['page', 'page-size', 'audit_logs']);
  });

  it('helpshift/total-pages-empty: empty-total-pages=1 counts one page of nothing', async () => {
    const get = await asking({ 'empty-total-pages': 1 });
    expect((await get({ actions: 'x' })).body['total-pages']).toBe(1);
  });

  it('helpshift/total-pages-empty: empty-total-pages=0 counts none', async () => {
    const get = await asking({ 'empty-total-pages': 0 });
    expect((await get({ actions: 'x' })).body['total-pages']).toBe(0);
    expect((await get()).body['total-pages']).toBe(1);
  });
});

describe("Helpshift's records", () => {
  const oldest = async (profile: Partial<Profile>) =>
    (await (await asking(profile))({ sort_order: 'asc' }).expect(200)).body.audit_logs;

  it('helpshift/time-form: time-form=milliseconds writes a number', async () => {
    expect((await oldest({ 'time-form': 'milliseconds' }))[0].action_taken_at).toBe(1000);
  });

  it('helpshift/time-form: time-form=iso writes a text', async () => {
    expect((await oldest({ 'time-form': 'iso' }))[0].action_taken_at).toBe(
      '1970-01-01T00:00:01.000Z',
    );
  });

  for (const [form, actor] of [
    ['as-written', undefined],
    ['null', null],
    ['omitted', undefined],
  ] as const)
    it(`helpshift/missing-keys: missing-keys=${form} of a record without any actor`, async () => {
      const ask = await simulated({
        name: 'nobody',
        helpshift: {
          profile: { 'missing-keys': form },
          credentials: [{ api_key: 'k' }],
          domains: { d: { issues: { '1': { records: [{ action_taken_at: 1, action: 'a' }] } } } },
        },
      });
      const { body } = await ask.get('/v2/d/issues/1/_audit_logs').auth('k', '').expect(200);
      expect(body.audit_logs[0].actor).toBe(actor);
    });

  it('helpshift/missing-keys: missing-keys=as-written leaves a record as the fixture has it', async () => {
    expect(await oldest({ 'missing-keys': 'as-written' })).toEqual(records);
  });

  it('helpshift/missing-keys: missing-keys=null writes every key', async () => {
    const [first, second] = await oldest({ 'missing-keys': 'null' });
    expect(first.from_data).toBeNull();
    expect(first.actor).toEqual({ uid: 'u1', name: null, email: null, roles: null });
    expect(second.actor.uid).toBeNull();
  });

  it('helpshift/missing-keys: missing-keys=omitted writes no null', async () => {
    const [first, second] = await oldest({ 'missing-keys': 'omitted' });
    expect(first).toEqual(records[0]);
    expect(second).not.toHaveProperty('from_data');
  });

  it('helpshift/roles-form: roles-form=list writes a list', async () => {
    expect((await oldest({ 'roles-form': 'list' }))[1].actor.roles).toEqual(['Agent', 'Lead']);
  });

  it('helpshift/roles-form: roles-form=text writes one text', async () => {
    expect((await oldest({ 'roles-form': 'text' }))[1].actor.roles).toBe('Agent,Lead');
  });

  it('helpshift/data-form: data-form=value writes JSON values', async () => {
    expect((await oldest({ 'data-form': 'value' }))[0].to_data).toEqual({ a: 1 });
  });

  it('helpshift/data-form: data-form=text writes texts that hold JSON', async () => {
    const [first, second] = await oldest({ 'data-form': 'text' });
    expect([first.to_data, second.to_data]).toEqual(['{"a":1}', '[]']);
    expect(second.from_data).toBeNull();
  });

  it('helpshift/automation-actor: automation-actor=as-written leaves it as the fixture has it', async () => {
    expect((await oldest({ 'automation-actor': 'as-written' }))[2].actor).toEqual({ roles: [] });
  });

  it('helpshift/automation-actor: automation-actor=null writes no actor but null', async () => {
    const [first, , third] = await oldest({ 'automation-actor': 'null' });
    expect([first.actor, third.actor]).toEqual([{ uid: 'u1' }, null]);
  });

  it('helpshift/automation-actor: automation-actor=omitted leaves the key out', async () => {
    const [first, , third] = await oldest({ 'automation-actor': 'omitted' });
    expect([first, third].map((record) => 'actor' in record)).toEqual([true, false]);
  });

  it('helpshift/actions-vocabulary: vocabulary=open lets a fixture have any action', async () => {
    expect(times(await (await asking({ vocabulary: 'open' }))())).toEqual(newestFirst);
  });

  it('helpshift/actions-vocabulary: vocabulary=published refuses a fixture with another', async () => {
    await expect(asking({ vocabulary: 'published' })).rejects.toThrow(FixtureError);
    await expect(asking({ vocabulary: 'published' })).rejects.toThrow(
      /records\[2\]\.action: expected what the vendor has published .* found "auto-close"/,
    );
  });

  it('helpshift/retention: retention-days=0 keeps records for ever', async () => {
    expect(times(await (await asking({ 'retention-days': 0 }))())).toEqual(newestFirst);
  });

  it('helpshift/retention: retention-days=1 serves none that are older', async () => {
    const get = await asking({ 'retention-days': 1 });
    expect(times(await get())).toEqual([now - 1]);
    expect(times(await get({ since: 0 }))).toEqual([now - 1]);
  });
});

describe("Helpshift's parameters", () => {
  const json = { actions: '["add-tags"]' };
  const comma = { actions: 'add-tags, create-issue' };

  it('helpshift/actions-comma: actions-syntax=any takes both spellings', async () => {
    const get = await asking({ 'actions-syntax': 'any' });
    expect(times(await get(json).expect(200))).toEqual([2000]);
    expect(times(await get(comma).expect(200))).toEqual([2000, 1000]);
  });

  it('helpshift/actions-comma: actions-syntax=json refuses commas', async () => {
    const get = await asking({ 'actions-syntax': 'json' });
    expect(times(await get(json).expect(200))).toEqual([2000]);
    await get(comma).expect(400);
  });

  it('helpshift/actions-comma: actions-syntax=comma takes an array for one odd name', async () => {
    const get = await asking({ 'actions-syntax': 'comma' });
    expect(times(await get(json).expect(200))).toEqual([]);
    expect(times(await get(comma).expect(200))).toEqual([2000, 1000]);
  });

  it('helpshift/actions-unknown: unknown-action=empty serves none', async () => {
    const get = await asking({ 'unknown-action': 'empty' });
    expect(times(await get({ actions: 'unheard-of' }).expect(200))).toEqual([]);
  });

  it('helpshift/actions-unknown: unknown-action=refused is 400', async () => {
    const get = await asking({ 'unknown-action': 'refused' });
    await get({ actions: 'unheard-of' }).expect(400);
    await get({ actions: 'auto-close' }).expect(200);
    // Published, though nothing was resolved here.
    await get({ actions: 'resolve' }).expect(200);
  });

  it('helpshift/window-bounds: since-bound=inclusive and until-bound=inclusive serve the bounds', async () => {
    const get = await asking({ 'since-bound': 'inclusive', 'until-bound': 'inclusive' });
    expect(times(await get({ since: 1000, until: 2000 }))).toEqual([2000, 1000]);
  });

  it('helpshift/window-bounds: since-bound=exclusive leaves out what was made at since', async () => {
    const get = await asking({ 'since-bound': 'exclusive' });
    expect(times(await get({ since: 1000, until: 2000 }))).toEqual([2000]);
  });

  it('helpshift/window-bounds: until-bound=exclusive leaves out what was made at until', async () => {
    const get = await asking({ 'until-bound': 'exclusive' });
    expect(times(await get({ since: 1000, until: 2000 }))).toEqual([1000]);
  });

  it('helpshift/window-reversed: reversed-window=empty serves none', async () => {
    const get = await asking({ 'reversed-window': 'empty' });
    expect(times(await get({ since: 2, until: 1 }).expect(200))).toEqual([]);
  });

  it('helpshift/window-reversed: reversed-window=refused is 400', async () => {
    const get = await asking({ 'reversed-window': 'refused' });
    await get({ since: 2, until: 1 }).expect(400);
    await get({ since: 1, until: 1 }).expect(200);
  });

  it('helpshift/time-invalid: bad-time=refused is 400', async () => {
    const get = await asking({ 'bad-time': 'refused' });
    await get({ since: 'yesterday' }).expect(400);
    await get({ until: '2025-03-31' }).expect(400);
  });

  it('helpshift/time-invalid: bad-time=ignored serves as if it were not there', async () => {
    const get = await asking({ 'bad-time': 'ignored' });
    expect(times(await get({ since: 'yesterday', until: 2000 }).expect(200))).toEqual([2000, 1000]);
  });

  const noPages = ['0', '-1', '1.5', 'two', ''];

  it('helpshift/page-invalid: bad-page=first serves the first page', async () => {
    const get = await asking({ 'bad-page': 'first' });
    for (const page of noPages) {
      const answer = await get({ page, page_size: 1 }).expect(200);
      expect(times(answer)).toEqual([now - 1]);
      expect(answer.body.page).toBe(1);
    }
  });

  it('helpshift/page-invalid: bad-page=empty serves an empty page', async () => {
    const get = await asking({ 'bad-page': 'empty' });
    for (const page of noPages) expect(times(await get({ page }).expect(200))).toEqual([]);
  });

  it('helpshift/page-invalid: bad-page=refused is 400', async () => {
    const get = await asking({ 'bad-page': 'refused' });
    for (const page of noPages) await get({ page }).expect(400);
    await get().expect(200);
  });

  it('helpshift/page-invalid: bad-page=empty goes over page-beyond-last=refused', async () => {
    const get = await asking({ 'bad-page': 'empty', 'page-beyond-last': 'refused' });
    expect(times(await get({ page: 0 }).expect(200))).toEqual([]);
  });

  it('helpshift/page-beyond-last: page-beyond-last=empty serves an empty page', async () => {
    const get = await asking({ 'page-beyond-last': 'empty' });
    expect(times(await get({ page: 2 }).expect(200))).toEqual([]);
    expect(times(await get({ page: Number.MAX_SAFE_INTEGER }).expect(200))).toEqual([]);
  });

  it('helpshift/page-beyond-last: page-beyond-last=refused is 400', async () => {
    const get = await asking({ 'page-beyond-last': 'refused' });
    await get({ page: 2 }).expect(400);
    await get({ page: 1, actions: 'unheard-of' }).expect(200);
  });

  it('helpshift/page-size-invalid: bad-page-size=default serves it as 200', async () => {
    const get = await asking({ 'bad-page-size': 'default' });
    for (const page_size of ['all', '2.5'])
      expect((await get({ page_size }).expect(200)).body['page-size']).toBe(200);
  });

  it('helpshift/page-size-invalid: bad-page-size=refused is 400, and out of range still 200', async () => {
    const get = await asking({ 'bad-page-size': 'refused' });
    await get({ page_size: 'all' }).expect(400);
    expect((await get({ page_size: 1000 }).expect(200)).body['page-size']).toBe(200);
  });

  it('helpshift/sort-order-invalid: bad-sort-order=desc serves the newest first', async () => {
    const get = await asking({ 'bad-sort-order': 'desc' });
    expect(times(await get({ sort_order: '“asc”' }).expect(200))).toEqual(newestFirst);
  });

  it('helpshift/sort-order-invalid: bad-sort-order=refused is 400', async () => {
    const get = await asking({ 'bad-sort-order': 'refused' });
    await get({ sort_order: 'ASC' }).expect(400);
    await get({ sort_order: 'asc' }).expect(200);
  });

  it('helpshift/deep-paging: deepest-record=0 has no limit', async () => {
    await (await asking({ 'deepest-record': 0 }))({ page: 1_000_000 }).expect(200);
  });

  it('helpshift/deep-paging: deepest-record=50000 refuses what is deeper', async () => {
    const get = await asking({ 'deepest-record': 50_000 });
    await get({ page: 250 }).expect(200);
    await get({ page: 251 }).expect(400);
  });

  it('helpshift/parameter-repeated: repeated-parameter=last takes the last', async () => {
    const get = await asking({ 'repeated-parameter': 'last' });
    expect((await get('page_size=1&page_size=2')).body['page-size']).toBe(2);
  });

  it('helpshift/parameter-repeated: repeated-parameter=first takes the first', async () => {
    const get = await asking({ 'repeated-parameter': 'first' });
    expect((await get('page_size=1&page_size=2')).body['page-size']).toBe(1);
  });

  it("helpshift/parameter-unknown: unknown-parameter=ignored does nothing with version 1's", async () => {
    const get = await asking({ 'unknown-parameter': 'ignored' });
    const answer = await get({ 'page-size': 1, 'sort-order': 'asc', updated_since: 2000 });
    expect(times(answer)).toEqual(newestFirst);
  });

  it('helpshift/parameter-unknown: unknown-parameter=refused is 400', async () => {
    await (await asking({ 'unknown-parameter': 'refused' }))({ 'page-size': 1 }).expect(400);
  });
});

describe("Helpshift's credentials and refusals", () => {
  it('helpshift/auth-schemes: auth=any takes Basic and bearer', async () => {
    const get = await asking({ auth: 'any' });
    await get({}, basic('k:')).expect(200);
    await get({}, 'Bearer k').expect(200);
  });

  it('helpshift/auth-schemes: auth=basic refuses bearer', async () => {
    const get = await asking({ auth: 'basic' });
    await get({}, basic('k:')).expect(200);
    await get({}, 'Bearer k').expect(401);
  });

  it('helpshift/auth-schemes: auth=bearer refuses Basic', async () => {
    const get = await asking({ auth: 'bearer' });
    await get({}, basic('k:')).expect(401);
    await get({}, 'Bearer k').expect(200);
  });

  it('helpshift/auth-no-colon: basic-colon=optional takes a key without one', async () => {
    await (await asking({ 'basic-colon': 'optional' }))({}, basic('k')).expect(200);
  });

  it('helpshift/auth-no-colon: basic-colon=required refuses it', async () => {
    const get = await asking({ 'basic-colon': 'required' });
    await get({}, basic('k')).expect(401);
    await get({}, basic('k:')).expect(200);
  });

  for (const status of [401, 403] as const)
    it(`helpshift/refusal-unauthorized-status: unauthorized-status=${status} is the status`, async () => {
      const get = await asking({ 'unauthorized-status': status });
      await get({}, 'Bearer wrong').expect(status);
      await get({}, '').expect(status);
    });

  for (const status of [403, 404] as const)
    it(`helpshift/foreign-domain: foreign-domain=${status} is the status`, async () => {
      const get = await asking({ 'foreign-domain': status });
      await get({}, 'Bearer k', '/v2/e/issues/1').expect(status);
    });

  for (const status of [404, 400] as const)
    it(`helpshift/unknown-issue: unknown-issue=${status} is the status`, async () => {
      const get = await asking({ 'unknown-issue': status });
      await get({}, 'Bearer k', '/v2/d/issues/2').expect(status);
    });

  it('helpshift/api-enabled: api=enabled answers', async () => {
    await (await asking({ api: 'enabled' }))().expect(200);
  });

  it('helpshift/api-disabled: api=disabled refuses with 403', async () => {
    await (await asking({ api: 'disabled' }))().expect(403);
  });

  it('helpshift/error-body: error-body=error-message names kind and reason', async () => {
    const get = await asking({ 'error-body': 'error-message' });
    expect(Object.keys((await get({}, '')).body)).toEqual(['error', 'message']);
  });

  it('helpshift/error-body: error-body=message gives the reason alone', async () => {
    const get = await asking({ 'error-body': 'message' });
    expect(Object.keys((await get({}, '')).body)).toEqual(['message']);
  });
});

describe("Helpshift's presets", () => {
  it('strict refuses what documented repairs, but not a page_size out of range', async () => {
    const strict = await asking({ preset: 'strict' });
    const documented = await asking({ preset: 'documented' });
    for (const query of [
      { page: 0 },
      { page_size: 'all' },
      { sort_order: 'up' },
      { 'page-size': 1 },
    ]) {
      await strict(query, basic('k:')).expect(400);
      await documented(query).expect(200);
    }
    await strict({ page_size: 501 }, basic('k:')).expect(200);
  });

  it('snake and bare are envelopes, and single switches go over them', async () => {
    expect((await (await asking({ preset: 'snake' }))()).body.total_hits).toBe(3);
    expect((await (await asking({ preset: 'bare' }))()).body).toHaveLength(3);
    const over = await asking({ preset: 'bare', envelope: 'kebab' });
    expect((await over()).body['total-hits']).toBe(3);
  });
});
