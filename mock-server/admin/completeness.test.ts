import { describe, expect, it } from 'vitest';
import { administered } from '../testing/administered.js';

const START = Date.UTC(2025, 10, 3, 9);
const admin = await administered({
  name: 'judged',
  now: '2025-11-04T09:00:00Z',
  helpshift: {
    credentials: [{ name: 'walker', api_key: 'k' }],
    domains: {
      d: {
        issues: {
          '1': {
            records: [0, 1, 2, 3, 4].map((i) => ({
              action_taken_at: START + i * 60_000,
              action: i % 2 ? 'resolve' : 'reopen',
              to_data: { i },
            })),
          },
        },
      },
    },
  },
  opsramp: {
    tenants: {
      t: {
        credentials: [{ token: 'o' }],
        incidents: { A: { records: [] } },
        tasks: { A: { records: [] } },
      },
    },
  },
});

const about = { vendor: 'helpshift', target: { domain: 'd', issue_id: '1' } };

/** A new session, whose client asks for pages of two. */
async function session() {
  const { id, vendors } = (await admin.post('/sessions').expect(201)).body;
  const { api_key } = vendors.helpshift.credentials[0];
  return {
    ask: async (page: number) =>
      (
        await admin.vendor
          .get('/v2/d/issues/1/_audit_logs')
          .auth(api_key, '')
          .query({ page_size: 2, page })
          .expect(200)
      ).body.audit_logs,
    verdict: (query: object = {}) =>
      admin
        .get(`/sessions/${id}/completeness`)
        .query({ vendor: 'helpshift', target: 'd/1', ...query }),
    post: (what: string, body: object) =>
      admin.post(`/sessions/${id}/${what}`).send({ ...about, ...body }),
  };
}

describe('the completeness of a session', () => {
  it('says what its client missed, and why', async () => {
    const { ask, verdict } = await session();
    for (const page of [1, 2]) await ask(page);
    expect((await verdict().expect(200)).body).toMatchObject({
      ...about,
      ...{ judged: true, complete: false, events: 5, served: 4, answers: 2, credential: 'walker' },
      missedBecause: { 'stopped-early': 1 },
      missedEvents: [{ cause: 'stopped-early', between: [2] }],
    });
  });

  it('is asked of a window, of actions and of a credential', async () => {
    const { ask, verdict } = await session();
    await ask(1);
    const since = new Date(START + 60_000).toISOString();
    const until = new Date(START + 180_000).toISOString();
    const one = { since, until, actions: 'resolve,other', credential: 'walker' };
    expect((await verdict(one).expect(200)).body).toMatchObject({
      ...{ events: 2, served: 1 },
      asked: { since: '2025-11-03T09:01:00Z', until: '2025-11-03T09:03:00Z' },
    });
  });

  it('is not judged where nothing was asked for, which is an answer like others', async () => {
    const { verdict } = await session();
    expect((await verdict().expect(200)).body).toMatchObject({ judged: false, complete: false });
  });

  it('goes by what is gone', async () => {
    const { ask, post, verdict } = await session();
    await ask(1);
    const { text } = await post('forget', {
      before: new Date(START + 150_000).toISOString(),
    }).expect(204);
    expect(text).toBe('');
    expect(await ask(2)).toEqual([]);
    expect((await verdict()).body.missedBecause).toEqual({ removed: 3 });
  });

  const wrong: [string, object, string][] = [
    ['no vendor', { vendor: undefined }, 'expected vendor and target; vendor is missing'],
    ['no target', { target: undefined }, 'expected vendor and target; target is missing'],
    ['another vendor', { vendor: 'motadata' }, 'no vendor "motadata" in this world'],
    ['another target', { target: 'd/2' }, 'expected a target such as "d/1", found "d/2"'],
    ['a time that is none', { since: 'now' }, 'expected an instant such as'],
    ['another parameter', { vender: 'x' }, 'found "vender"; did you mean vendor?'],
    ['another credential', { credential: 'x' }, 'nothing was asked with a credential "x"'],
  ];
  for (const [what, query, message] of wrong)
    it(`is 400 with ${what}`, async () => {
      const { ask, verdict } = await session();
      await ask(1);
      expect((await verdict(query).expect(400)).body.error).toContain(message);
    });

  it('is 409 with a target that is two', async () => {
    const { verdict } = await session();
    const { body } = await verdict({ vendor: 'opsramp', target: 't/A' }).expect(409);
    expect(body.error).toBe(
      'expected a target that is one ticket\'s alone, found "t/A", which is incident_id and task_id',
    );
  });
});

describe('what a client delivered', () => {
  it('is judged, as records', async () => {
    const { ask, post, verdict } = await session();
    const records = [...(await ask(1)), ...(await ask(2)), ...(await ask(3))];
    const one = await post('received', { records: records.slice(0, 2) }).expect(200);
    const two = await post('received', { records: records.slice(3) }).expect(200);
    expect([one.body, two.body]).toEqual([{ received: 2 }, { received: 4 }]);
    expect((await verdict()).body).toMatchObject({
      complete: true,
      delivered: { faithful: false, missing: 1, missingBecause: { 'lost-by-client': 1 } },
    });
    expect((await post('received', { records, anew: true })).body).toEqual({ received: 5 });
    expect((await verdict()).body.delivered.faithful).toBe(true);
  });

  it('is judged, as lines', async () => {
    const { ask, post, verdict } = await session();
    const lines = (await ask(1)).map((record: object) => JSON.stringify(record));
    await post('received', { lines }).expect(200);
    expect((await verdict({ since: new Date(START + 150_000).toISOString() })).body).toMatchObject({
      delivered: { faithful: true, received: 2, order: 'descending' },
    });
  });

  const expected = 'expected vendor, target, and records or lines';
  const wrong: [string, object, string][] = [
    ['neither records nor lines', {}, expected],
    ['both', { records: [], lines: [] }, expected],
    ['a line that is no text', { lines: [1] }, 'lines[0]: expected a text, found 1'],
    ['another target', { target: { domain: 'd' }, lines: [] }, 'issue_id'],
  ];
  for (const [what, body, message] of wrong)
    it(`is 400 with ${what}`, async () => {
      const { post } = await session();
      expect((await post('received', body).expect(400)).body.error).toContain(message);
    });

  it('is 409 where it is more than is remembered', async () => {
    const { post } = await session();
    const { body } = await post('received', { lines: Array(100_001).fill('x') }).expect(409);
    expect(body.error).toContain('expected at most 100000 delivered records');
  });
});

describe('what is gone', () => {
  it('is 400 where it is not said before when', async () => {
    const { post } = await session();
    const { body } = await post('forget', {}).expect(400);
    expect(body.error).toContain('before is missing');
    await post('forget', { before: 'yesterday' }).expect(400);
  });
});
