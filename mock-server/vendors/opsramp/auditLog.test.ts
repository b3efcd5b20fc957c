import { describe, expect, it } from 'vitest';
import { simulated } from '../../testing/simulated.js';

const path = '/api/v2/tenants/client_4/incidents/INC0000001798/activitylog';
const ask = await simulated();

const get = (query: Record<string, string> = {}, to = path) =>
  ask.get(to).set('Authorization', 'Bearer opsramp-demo-token').query(query);
const times = async (query: Record<string, string>) =>
  (await get(query).expect(200)).body.results.map(
    (record: { createdTime: string }) => record.createdTime,
  );

const newestFirst = [
  '2018-10-29T07:17:13+0000',
  '2018-10-29T07:17:12+0000',
  '2018-10-29T07:17:11+0000',
  '2018-10-29T07:13:21+0000',
  '2018-10-29T07:13:18+0000',
  '2018-10-29T07:11:42+0000',
  '2018-10-29T07:11:34+0000',
  '2018-10-25T06:26:29+0000',
  '2018-10-25T06:26:27+0000',
];

describe("OpsRamp's activity log", () => {
  it("opsramp/endpoint: answers GET with the incident's activities", async () => {
    const { body } = await get().expect(200).expect('Content-Type', 'application/json');
    expect(body.results).toHaveLength(9);
  });

  it('opsramp/start: serves activities from that second on', async () => {
    expect(await times({ startTs: '2018-10-29T07:17:12+0000' })).toEqual(newestFirst.slice(0, 2));
    expect(await times({ startTs: '2018-10-29T07:17:13+0000' })).toEqual(newestFirst.slice(0, 1));
  });

  it('opsramp/end: serves activities up to that second', async () => {
    expect(await times({ endTs: '2018-10-25T06:26:29+0000' })).toEqual(newestFirst.slice(-2));
    expect(await times({ endTs: '2018-10-25T06:26:28+0000' })).toEqual(newestFirst.slice(-1));
  });

  it('opsramp/window: startTs and endTs cut a window together', async () => {
    expect(
      await times({ startTs: '2018-10-29T07:11:42+0000', endTs: '2018-10-29T07:13:21+0000' }),
    ).toEqual(newestFirst.slice(3, 6));
  });

  it('opsramp/start-default: the window begins when the ticket was created', async () => {
    expect((await get().expect(200)).body.startDate).toBe('2018-10-24T05:26:27+0000');
  });

  it('opsramp/order-descending: isDescendingOrder=true serves the newest first', async () => {
    expect(await times({ isDescendingOrder: 'true' })).toEqual(newestFirst);
  });

  it('opsramp/order-ascending: isDescendingOrder=false serves the oldest first', async () => {
    const { body } = await get({ isDescendingOrder: 'false' }).expect(200);
    expect(body.results[0].createdTime).toBe(newestFirst.at(-1));
    expect(body.descendingOrder).toBe(false);
  });

  it('opsramp/order-default: serves the newest first when not told', async () => {
    expect(await times({})).toEqual(newestFirst);
    expect((await get().expect(200)).body.descendingOrder).toBe(true);
  });

  it('opsramp/envelope: counts what it serves and echoes the window', async () => {
    const { body } = await get({
      startTs: '2018-10-24T05:26:27+0000',
      endTs: '2018-10-30T05:26:27+0000',
      isDescendingOrder: 'true',
    }).expect(200);
    const { results, ...rest } = body;
    expect(results).toHaveLength(9);
    expect(rest).toEqual({
      totalResults: 9,
      pageSize: 9,
      nextPage: false,
      startDate: '2018-10-24T05:26:27+0000',
      endDate: '2018-10-30T05:26:27+0000',
      descendingOrder: true,
    });
  });

  it('opsramp/record-fields: every activity has text, time, type and author', async () => {
    for (const record of (await get().expect(200)).body.results)
      expect(record).toMatchObject({
        activity: expect.any(String),
        createdTime: expect.any(String),
        logType: expect.any(String),
        createdBy: { loginName: expect.any(String), firstName: expect.any(String) },
      });
  });

  it('opsramp/optional-keys: an entry without a change log, HTML or recipients lacks the key', async () => {
    const { results } = (await get().expect(200)).body;
    const keys = (record: object) =>
      ['htmlLog', 'changeLog', 'toList', 'ccList'].filter((key) => key in record);
    expect(results.map(keys)).toEqual([
      ['toList', 'ccList'],
      ['htmlLog', 'changeLog'],
      ['htmlLog'],
      ['toList', 'ccList'],
      ['htmlLog', 'changeLog'],
      ['toList', 'ccList'],
      ['htmlLog', 'changeLog'],
      ['toList', 'ccList'],
      [],
    ]);
  });

  it('opsramp/strings-unchanged: quotes, HTML and trailing blanks are served as they are', async () => {
    const { text } = await get().expect(200);
    const created = JSON.parse(text).results.at(-1);
    expect(created.activity).toBe(
      'New Incident "#INC0000001798 Network Storage" created by OpsRamp API User from ' +
        "<span style='font-weight:bold;'>Test(Custom)</span> integration",
    );
    expect(created.createdBy.lastName).toBe(' ');
  });

  it('opsramp/refusal-not-found: an incident that does not exist is refused with 404', async () => {
    const { body } = await get({}, path.replace('1798', '1799')).expect(404);
    expect(body).toEqual({ code: '0003', message: expect.any(String) });
  });
});

describe("OpsRamp's times", () => {
  it('opsramp/plus-encoded: a raw plus arrives as a blank and is refused with 400', async () => {
    const { body } = await get({}, `${path}?startTs=2018-10-29T07:17:12+0000`).expect(400);
    expect(body).toEqual([{ code: '0002', fieldName: 'startTs', message: expect.any(String) }]);
  });

  it('opsramp/plus-encoded: an encoded plus is a time', async () => {
    await get({}, `${path}?startTs=2018-10-29T07:17:12%2B0000`).expect(200);
  });

  for (const time of ['2018-10-29', '1540797432000', '2018-13-29T07:17:12+0000', 'yesterday'])
    for (const name of ['startTs', 'endTs'])
      it(`opsramp/refusal-bad-time: ${name}=${time} is refused with 400`, async () => {
        const { body } = await get({ [name]: time }).expect(400);
        expect(body[0].fieldName).toBe(name);
      });

  it('opsramp/refusal-bad-time: a day that does not exist is refused with 400', async () => {
    await get({ endTs: '2018-02-30T00:00:00+0000' }).expect(400);
  });
});

describe("OpsRamp's credentials", () => {
  const authorized = (authorization: string) => ask.get(path).set('Authorization', authorization);

  it('opsramp/auth-bearer: takes a bearer token', async () => {
    await authorized('Bearer opsramp-demo-token').expect(200);
  });

  it('opsramp/refusal-no-token: no token is refused with 401', async () => {
    const { body } = await ask.get(path).expect(401);
    expect(body).toEqual({ error: 'unauthorized', error_description: expect.any(String) });
  });

  it('opsramp/refusal-dead-token: a token that is not known is refused with 407', async () => {
    const { body } = await authorized('Bearer wrong').expect(407);
    expect(body).toEqual({ error: 'invalid_token', error_description: expect.any(String) });
  });

  it('opsramp/foreign-tenant: a token is refused for a tenant that it is not for', async () => {
    await get({}, path.replace('client_4', 'client_5')).expect(403);
  });

  it('opsramp/refusal-order: a dead token is refused before a bad time', async () => {
    await authorized('Bearer wrong').query({ startTs: 'x' }).expect(407);
  });

  it('opsramp/refusal-order: a bad time is refused before a missing incident', async () => {
    await get({ startTs: 'x' }, path.replace('1798', '1799')).expect(400);
  });
});

describe("OpsRamp's default window", () => {
  it('opsramp/end-default: the window ends now', async () => {
    const now = '2018-10-29T07:13:20Z';
    const record = (createdTime: string) => ({
      activity: 'New Incident created',
      createdTime,
      logType: 'TICKET',
      createdBy: { loginName: 'api' },
    });
    const frozen = await simulated({
      name: 'frozen',
      now,
      opsramp: {
        tenants: {
          t: {
            credentials: [{ token: 'k' }],
            incidents: {
              I: {
                records: [record('2018-10-29T07:13:20+0000'), record('2018-10-29T07:13:21+0000')],
              },
            },
          },
        },
      },
    });
    const { body, headers } = await frozen
      .get('/api/v2/tenants/t/incidents/I/activitylog')
      .set('Authorization', 'Bearer k')
      .expect(200);
    expect(body.totalResults).toBe(1);
    expect(body.endDate).toBe('2018-10-29T07:13:20+0000');
    expect(headers.date).toBe('Mon, 29 Oct 2018 07:13:20 GMT');
  });
});
