import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { faulty, paths } from '../testing/faulty.js';

const form = (session: { vendors: object }) => {
  const { opsramp } = session.vendors as Record<string, { credentials: Record<string, string>[] }>;
  const { client_id, client_secret } = opsramp?.credentials.find((one) => one.client_id) ?? {};
  return { grant_type: 'client_credentials', client_id, client_secret };
};

const issue = (id: string, time: number) => ({
  [id]: { records: [{ action_taken_at: time, action: 'resolve' }] },
});
const twoIssues = {
  name: 'merged',
  helpshift: {
    credentials: [{ api_key: 'k' }],
    domains: { amazon: { issues: { ...issue('3423', 1000), ...issue('2', 2000) } } },
  },
};

const timesOf = ({ audit_logs }: { audit_logs: { action_taken_at: number }[] }) =>
  audit_logs.map(({ action_taken_at }) => action_taken_at);

describe('a fault that changes the world', () => {
  it('revokes the credential that a request was sent with, and no other', async () => {
    const { helpshift, opsramp } = await faulty([{ when: { page: 3 }, do: 'revoke' }]);
    await helpshift({ page: 2, page_size: 1 }).expect(200);
    await helpshift({ page: 3, page_size: 1 }).expect(401);
    await helpshift({ page: 1, page_size: 1 }).expect(401);
    await opsramp().expect(200);
  });

  it('revokes a credential by its name', async () => {
    const { session, helpshift, opsramp } = await faulty([
      { when: { vendor: 'opsramp', times: 1 }, do: { revoke: 'demo' } },
    ]);
    await helpshift().expect(200);
    await opsramp().expect(407);
    expect(session.credentials('opsramp').list()).not.toContainEqual(
      expect.objectContaining({ name: 'demo' }),
    );
  });

  it('ends a token that was fetched, and its client gets another', async () => {
    const { session, url } = await faulty([
      { when: { vendor: 'opsramp', endpoint: 'audit-log', nth: 2 }, do: 'endToken' },
    ]);
    const ask = supertest(url);
    const fetched = async () => {
      const { body } = await ask.post('/auth/oauth/token').type('form').send(form(session));
      return `Bearer ${body.access_token}`;
    };
    const read = (token: string) => ask.get(paths.opsramp).set('Authorization', token);
    const first = await fetched();
    await read(first).expect(200);
    await read(first).expect(407);
    const second = await fetched();
    expect(second).not.toBe(first);
    await read(second).expect(200);
  });

  it('happens when a token that was fetched is old enough', async () => {
    const { session, url } = await faulty([{ when: { tokenAge: 'PT1H' }, do: 'endToken' }]);
    const ask = supertest(url);
    const fetched = async () => {
      const { body } = await ask.post('/auth/oauth/token').type('form').send(form(session));
      return `Bearer ${body.access_token}`;
    };
    const read = (token: string) => ask.get(paths.opsramp).set('Authorization', token);
    session.clock.advance('PT1H');
    const first = await fetched();
    await read(first).expect(200);
    session.clock.advance('PT1H');
    await read(first).expect(407);
    await read(await fetched()).expect(200);
  });

  it('ends a token that the fixture gives, for good', async () => {
    const { opsramp, motadata } = await faulty([{ when: { nth: 2 }, do: 'endToken' }]);
    await opsramp().expect(200);
    await opsramp().expect(407);
    await opsramp().expect(407);
    await motadata().expect(200);
  });

  it('ends no key, which is no token', async () => {
    const { session, url } = await faulty([{ do: 'endToken' }]);
    const { api_key = '' } = session.vendors.motadata?.credentials.find((one) => one.api_key) ?? {};
    await supertest(url)
      .post(paths.motadata)
      .set('Authorization', `Apikey ${api_key}`)
      .send({})
      .expect(200);
    expect(session.faults()).toMatchObject([{ fired: 0 }]);
  });

  it('moves the clock before the request is dealt with', async () => {
    const now = '2025-08-10T00:00:00Z';
    const { session, opsramp } = await faulty([{ when: { nth: 2 }, do: { clock: 'PT1H' } }], {
      now,
    });
    await opsramp().expect('Date', 'Sun, 10 Aug 2025 00:00:00 GMT');
    await opsramp().expect('Date', 'Sun, 10 Aug 2025 01:00:00 GMT');
    expect(session.journal().entries.map(({ time }) => time)).toEqual([
      now,
      '2025-08-10T01:00:00Z',
    ]);
  });

  it('does not move the clock beyond the last time that there is', async () => {
    const { session, opsramp } = await faulty([{ do: { clock: 'P1000000D' } }], {
      now: '2025-08-10T00:00:00Z',
    });
    for (let i = 0; i < 9; i++) await opsramp().expect(200);
    expect(new Date(session.clock.now()).getUTCFullYear()).toBe(9999);
  });

  it('adds records at the newest end, so that pages shift', async () => {
    const { helpshift } = await faulty([{ when: { page: 2 }, do: { append: 1 } }]);
    const first = await helpshift({ page: 1, page_size: 2 });
    const second = await helpshift({ page: 2, page_size: 2 });
    expect(second.body['total-hits']).toBe(5);
    expect(second.body.audit_logs[0]).toEqual(first.body.audit_logs[1]);
  });

  it('adds records of each vendor', async () => {
    const { motadata, opsramp } = await faulty([{ when: { nth: '2..' }, do: { append: 7 } }]);
    const [before, after] = [await motadata(), await motadata()];
    expect(before.body).toHaveLength(6);
    expect(after.body.slice(7)).toEqual(before.body);
    await opsramp().expect(200, /"totalResults":16/);
    await opsramp().expect(200, /"totalResults":23/);
  });

  it('adds records as the clock goes on, each at its own time', async () => {
    const { session, opsramp } = await faulty([{ do: { append: { count: 2, every: 'PT10S' } } }], {
      now: '2019-01-01T00:00:00Z',
    });
    await opsramp().expect(200, /"totalResults":9/);
    session.clock.advance('PT25S');
    const { body } = await opsramp();
    expect(body.totalResults).toBe(13);
    expect(
      body.results.slice(0, 4).map(({ createdTime }: { createdTime: string }) => createdTime),
    ).toEqual([20, 20, 10, 10].map((second) => `2019-01-01T00:00:${second}+0000`));
    await opsramp().expect(200, /"totalResults":13/);
    expect(session.faults()).toMatchObject([{ fired: 1 }]);
    session.reset();
    await opsramp().expect(200, /"totalResults":9/);
  });

  it('adds the same records again once the session is reset', async () => {
    const { session, helpshift } = await faulty([{ do: { append: 3 } }], {
      now: '2025-08-11T00:00:00Z',
    });
    const { body } = await helpshift();
    session.reset();
    expect((await helpshift()).body).toEqual(body);
  });

  it('adds records behind the newest, though that is of a time to come', async () => {
    const { session, helpshift } = await faulty([{ when: { nth: 2 }, do: { append: 1 } }], {
      now: '2025-08-11T00:00:00Z',
    });
    const action_taken_at = Date.UTC(2025, 8, 1);
    const target = { domain: 'amazon', issue_id: '3423' };
    session.append('helpshift', target, [{ action_taken_at, action: 'resolve' }]);
    const { body: before } = await helpshift();
    const { body } = await helpshift();
    expect(body.audit_logs.slice(1)).toEqual(before.audit_logs);
    expect(body.audit_logs[0]).toMatchObject({ action_taken_at });
  });

  it('adds records that arrive out of order', async () => {
    const { helpshift } = await faulty(
      [{ when: { nth: 2 }, do: { append: { count: 1, ago: 'P1D' } } }],
      {
        now: '2025-08-11T00:00:00Z',
      },
    );
    const before = await helpshift();
    const { body } = await helpshift();
    expect(body['total-hits']).toBe(5);
    const at = body.audit_logs.findIndex(
      ({ action_taken_at }: { action_taken_at: number }) =>
        action_taken_at === Date.UTC(2025, 7, 10),
    );
    expect(at).toBeGreaterThan(0);
    expect(body.audit_logs.toSpliced(at, 1)).toEqual(before.body.audit_logs);
  });

  it('merges a ticket into another, which has the records of both', async () => {
    const { helpshift, url, authorization } = await faulty(
      [{ when: { ticket: '3423', nth: 2 }, do: { mergeTicket: '2' } }],
      { fixture: twoIssues },
    );
    const other = () =>
      supertest(url)
        .get(paths.helpshift.replace('3423', '2'))
        .set('Authorization', authorization.helpshift);
    await helpshift().expect(200, /"total-hits":1/);
    await helpshift().expect(404);
    const { body } = await other();
    expect(timesOf(body)).toEqual([2000, 1000]);
  });

  it('finds the world as the faults before it have left it', async () => {
    const { session, helpshift } = await faulty([
      { when: { page: 3 }, do: 'revoke' },
      { when: { page: 3 }, do: { append: 1 } },
      { when: { page: 3 }, do: 'revoke' },
    ]);
    await helpshift({ page: 3 }).expect(401);
    expect(session.faults().map(({ fired }) => fired)).toEqual([1, 0, 0]);
  });

  it('merges what is still there of a ticket, and nothing that is gone for good', async () => {
    const times = (all: readonly number[]) =>
      all.map((time) => ({ action_taken_at: time * 86_400_000, action: 'resolve' }));
    const fixture = {
      name: 'merged',
      now: '1970-01-10T00:00:00Z',
      helpshift: {
        credentials: [{ api_key: 'k' }],
        domains: {
          amazon: {
            issues: { 3423: { records: times([1, 5]) }, 2: { records: times([3]) } },
          },
        },
      },
    };
    const { helpshift, url, authorization, session } = await faulty(
      [
        { when: { ticket: '3423', nth: 1 }, do: { retain: 'P5D' } },
        { when: { ticket: '3423', nth: 2 }, do: { mergeTicket: '2' } },
      ],
      { fixture },
    );
    session.append('helpshift', { domain: 'amazon', issue_id: '3423' }, times([2, 6]));
    await helpshift().expect(200, /"total-hits":2/);
    await helpshift().expect(404);
    const { body } = await supertest(url)
      .get(paths.helpshift.replace('3423', '2'))
      .set('Authorization', authorization.helpshift);
    expect(
      body.audit_logs.map((one: { action_taken_at: number }) => one.action_taken_at / 86_400_000),
    ).toEqual([6, 5, 3]);
  });

  it('merges what is still there of a generated ticket', async () => {
    const fixture = {
      name: 'merged',
      now: '2026-01-10T00:00:00Z',
      helpshift: {
        credentials: [{ api_key: 'k' }],
        domains: {
          amazon: { issues: { 3423: { generate: { records: 50 } }, 2: { records: [] } } },
        },
      },
    };
    const { helpshift, url, authorization, session } = await faulty([], { fixture });
    const { body } = await helpshift({ page_size: 20 });
    const kept = body.audit_logs.map((one: object) => JSON.stringify(one));
    const oldest = body.audit_logs.at(-1).action_taken_at;
    const target = { domain: 'amazon', issue_id: '3423' };
    session.forget('helpshift', target, new Date(oldest).toISOString());
    session.setFaults([{ when: { ticket: '3423' }, do: { mergeTicket: '2' } }]);
    await helpshift().expect(404);
    const other = await supertest(url)
      .get(paths.helpshift.replace('3423', '2'))
      .set('Authorization', authorization.helpshift);
    expect(other.body.audit_logs.map((one: object) => JSON.stringify(one))).toEqual(kept);
  });

  it('adds no more records than a session may have', async () => {
    const { session, motadata } = await faulty([{ do: { append: 4000 } }]);
    for (let i = 0; i < 3; i++) await motadata().expect(200);
    expect(session.faults()).toMatchObject([{ fired: 2 }]);
  });

  it('adds as many as there is room for of what has come due by the clock', async () => {
    const { session, motadata } = await faulty([{ do: { append: { count: 3, every: 'PT1S' } } }]);
    const { body: before } = await motadata();
    session.clock.advance('PT4H');
    for (let i = 0; i < 2; i++) expect((await motadata()).body).toHaveLength(before.length + 9999);
    expect(session.faults()).toMatchObject([{ fired: 1 }]);
  });

  it('merges as many of a generated ticket’s records as there is room for', async () => {
    const issues = { 3423: { generate: { records: 20_000 } }, 2: { records: [] } };
    const { helpshift, url, authorization } = await faulty([{ do: { mergeTicket: '2' } }], {
      fixture: {
        name: 'merged',
        helpshift: { credentials: [{ api_key: 'k' }], domains: { amazon: { issues } } },
      },
    });
    await helpshift().expect(404);
    await supertest(url)
      .get(paths.helpshift.replace('3423', '2'))
      .set('Authorization', authorization.helpshift)
      .expect(200, /"total-hits":10000\b/);
  });

  it('lets old records be gone for good', async () => {
    const { helpshift } = await faulty([{ when: { nth: 2 }, do: { retain: 'P1D' } }], {
      now: '2025-08-11T00:00:00Z',
    });
    await helpshift().expect(200, /"total-hits":4/);
    const { body } = await helpshift();
    expect(body['total-hits']).toBe(1);
    expect((await helpshift()).body).toEqual(body);
  });

  it('deletes a ticket', async () => {
    const { helpshift, opsramp } = await faulty([{ when: { page: 2 }, do: 'deleteTicket' }]);
    await helpshift().expect(200);
    await helpshift({ page: 2 }).expect(404);
    await helpshift().expect(404);
    await opsramp().expect(200);
  });

  it('happens where somebody asks who is known, and else not', async () => {
    const { session, url, authorization } = await faulty([{ do: 'deleteTicket' }], {
      ownPort: true,
    });
    const { baseUrl = url } = session.vendors.opsramp ?? {};
    const ask = supertest(baseUrl).get(paths.opsramp);
    await ask.set('Authorization', 'Bearer of nothing').expect(401);
    expect(session.faults()).toMatchObject([{ fired: 0 }]);
    await supertest(baseUrl)
      .get(paths.opsramp)
      .set('Authorization', authorization.opsramp)
      .expect(404);
  });
});
