import { describe, expect, it } from 'vitest';
import { simulated } from '../../testing/simulated.js';

const path = '/v2/amazon/issues/3423/_audit_logs';
const ask = await simulated();

type Query = Record<string, string | number>;
const get = (query: Query = {}) => ask.get(path).auth('hs-demo-key', '').query(query);
const times = async (query: Query) =>
  (await get(query).expect(200)).body.audit_logs.map(
    (record: { action_taken_at: number }) => record.action_taken_at,
  );

const [created, tagged, taggedAgain, resolved] = [
  1754768308863, 1754768905120, 1754771460007, 1754868308000,
];
const newestFirst = [resolved, taggedAgain, tagged, created];

describe("Helpshift's audit logs", () => {
  it("helpshift/endpoint: answers GET with the issue's records", async () => {
    const { body } = await get().expect(200).expect('Content-Type', 'application/json');
    expect(body.audit_logs).toHaveLength(4);
  });

  it('helpshift/domain: refuses a domain that the key is not for', async () => {
    await ask.get('/v2/other/issues/3423/_audit_logs').auth('hs-demo-key', '').expect(403);
  });

  it('helpshift/publish-id: finds an issue by its publish id, and no other', async () => {
    const { body } = await ask
      .get('/v2/amazon/issues/3424/_audit_logs')
      .auth('hs-demo-key', '')
      .expect(404);
    expect(body).toEqual({ error: 'not_found', message: 'There is no ticket 3424.' });
  });

  it('helpshift/sort-order: sorts by action_taken_at, ascending or descending', async () => {
    expect(await times({ sort_order: 'asc' })).toEqual(newestFirst.toReversed());
    expect(await times({ sort_order: 'desc' })).toEqual(newestFirst);
  });

  it('helpshift/sort-order-default: sorts descending when not told', async () => {
    expect(await times({})).toEqual(newestFirst);
  });

  it('helpshift/actions: a JSON array serves only the records of those actions', async () => {
    expect(await times({ actions: '["create-issue","add-tags"]' })).toEqual([
      taggedAgain,
      tagged,
      created,
    ]);
  });

  it("helpshift/actions-comma: the page's own example, separated by commas, does the same", async () => {
    expect(await times({ actions: 'create-issue,resolve' })).toEqual([resolved, created]);
  });

  it('helpshift/actions-default: serves all actions when not told', async () => {
    const { body } = await get().expect(200);
    const actions = body.audit_logs.map((record: { action: string }) => record.action);
    expect(new Set(actions)).toEqual(new Set(['create-issue', 'add-tags', 'resolve']));
  });

  it('helpshift/since: serves records from that millisecond on', async () => {
    expect(await times({ since: taggedAgain })).toEqual([resolved, taggedAgain]);
    expect(await times({ since: taggedAgain + 1 })).toEqual([resolved]);
  });

  it('helpshift/until: serves records up to that millisecond', async () => {
    expect(await times({ until: tagged })).toEqual([tagged, created]);
    expect(await times({ until: tagged - 1 })).toEqual([created]);
  });

  it('helpshift/window: since and until cut a window together', async () => {
    expect(await times({ since: tagged, until: taggedAgain })).toEqual([taggedAgain, tagged]);
  });

  it('helpshift/ties: records of one millisecond keep one order, and descending is ascending reversed', async () => {
    const actions = ['a', 'b', 'c', 'd'];
    const records = actions.map((action) => ({ action_taken_at: 5, action, actor: {} }));
    const tied = await simulated({
      name: 'tied',
      helpshift: {
        credentials: [{ api_key: 'k' }],
        domains: { d: { issues: { '1': { records } } } },
      },
    });
    const served = async (query: Query) =>
      (await tied.get('/v2/d/issues/1/_audit_logs').auth('k', '').query(query)).body.audit_logs.map(
        (record: { action: string }) => record.action,
      );
    expect(await served({ sort_order: 'asc' })).toEqual(actions);
    expect(await served({ sort_order: 'desc' })).toEqual(actions.toReversed());
    expect(await served({ page_size: 2, page: 2 })).toEqual(['b', 'a']);
  });

  it('helpshift/page-from-one: page 1 is the first page, and the default', async () => {
    expect((await get({ page_size: 1 })).body).toEqual((await get({ page_size: 1, page: 1 })).body);
  });

  it('helpshift/state: from_data is the state before, to_data the state after', async () => {
    const { body } = await get({ page_size: 1 }).expect(200);
    const [{ from_data, to_data }] = body.audit_logs;
    expect([from_data, to_data]).toEqual([{ status: 'in-progress' }, { status: 'resolved' }]);
  });

  it('helpshift/page: counts pages from 1 and ends with what is left', async () => {
    expect(await times({ page_size: 3, page: 1 })).toEqual(newestFirst.slice(0, 3));
    expect(await times({ page_size: 3, page: 2 })).toEqual([created]);
  });

  it('helpshift/page-size: serves at most that many records', async () => {
    expect(await times({ page_size: 1 })).toEqual([resolved]);
  });

  it('helpshift/record-fields: a record tells time, action, actor, and state before and after', async () => {
    const { body } = await get({ sort_order: 'asc', page_size: 1 }).expect(200);
    expect(body.audit_logs).toEqual([
      {
        action_taken_at: created,
        action: 'create-issue',
        actor: { name: 'Priya N.', uid: 'eu-20817', roles: [] },
        from_data: null,
        to_data: { status: 'new', title: 'Cannot log in after the update', tags: [] },
      },
    ]);
  });

  it('helpshift/actor: an agent has a name, an email and roles', async () => {
    const { body } = await get({ page_size: 1 }).expect(200);
    expect(body.audit_logs[0].actor).toEqual({
      name: 'Dana Lowe',
      email: 'dana.lowe@example.com',
      roles: ['Agent'],
    });
  });

  it('helpshift/end-user: an end user may have a uid, and lacks the keys that are not known', async () => {
    const { body } = await get({ sort_order: 'asc', page_size: 1 }).expect(200);
    expect(body.audit_logs[0].actor.uid).toBe('eu-20817');
    expect(body.audit_logs[0].actor).not.toHaveProperty('email');
  });

  it('helpshift/envelope: the paging fields are those of v1, around audit_logs', async () => {
    const { body } = await get({ page_size: 3, page: 2 }).expect(200);
    const { audit_logs, ...paging } = body;
    expect(paging).toEqual({ page: 2, 'page-size': 3, 'total-hits': 4, 'total-pages': 2 });
    expect(audit_logs).toHaveLength(1);
  });

  it('helpshift/total-pages-empty: an empty result is one page of none', async () => {
    const { body } = await get({ actions: 'unheard-of' }).expect(200);
    expect(body).toEqual({
      page: 1,
      'page-size': 200,
      'total-hits': 0,
      'total-pages': 1,
      audit_logs: [],
    });
  });
});

describe('helpshift/page-size-out-of-range', () => {
  for (const page_size of ['0', '-1', '501', '1000'])
    it(`helpshift/page-size-out-of-range: page_size=${page_size} is served as 200`, async () => {
      const { body } = await get({ page_size }).expect(200);
      expect(body['page-size']).toBe(200);
    });

  it('helpshift/page-size-default: no page_size, or one with nothing in it, is served as 200', async () => {
    expect((await get().expect(200)).body['page-size']).toBe(200);
    expect((await get({ page_size: '' }).expect(200)).body['page-size']).toBe(200);
  });

  for (const page_size of [1, 500])
    it(`helpshift/page-size: the bound ${page_size} is taken as it is`, async () => {
      expect((await get({ page_size }).expect(200)).body['page-size']).toBe(page_size);
    });
});

describe("Helpshift's credentials", () => {
  const authorized = (authorization: string) => ask.get(path).set('Authorization', authorization);

  it('helpshift/auth-basic: takes the key as Basic user name with an empty password', async () => {
    await authorized(`Basic ${btoa('hs-demo-key:')}`).expect(200);
  });

  it('helpshift/auth-bearer: takes the key as a bearer token', async () => {
    await authorized('Bearer hs-demo-key').expect(200);
  });

  it('helpshift/auth-basic: a password that is not empty is refused', async () => {
    await authorized(`Basic ${btoa('hs-demo-key:secret')}`).expect(401);
  });

  it('helpshift/refusal-unauthorized: no credential is refused with 401', async () => {
    const { body } = await ask.get(path).expect(401).expect('Content-Type', 'application/json');
    expect(body.error).toBe('unauthorized');
    expect(body.message).toEqual(expect.any(String));
  });

  for (const wrong of ['Bearer wrong', 'Basic !!!', 'hs-demo-key', 'Apikey hs-demo-key'])
    it(`helpshift/refusal-unauthorized: "${wrong}" is refused with 401`, async () => {
      await authorized(wrong).expect(401);
    });
});
