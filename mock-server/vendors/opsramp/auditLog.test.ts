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

describe("OpsRamp's sample", () => {
  const results = async () => (await get().expect(200)).body.results;

  it('opsramp/all-optional: answers a request without parameters', async () => {
    expect((await ask.get(path).auth('opsramp-demo-token', { type: 'bearer' })).status).toBe(200);
  });

  it('opsramp/incident: finds an incident by the id that people see, and no other', async () => {
    await get({}, path.replace('INC0000001798', '1798')).expect(404);
  });

  it('opsramp/accept: answers in JSON to whoever takes XML as well', async () => {
    await get()
      .set('Accept', 'application/json,application/xml')
      .expect(200)
      .expect((answer) => {
        expect(answer.headers['content-type']).toBe('application/json');
      });
  });

  it('opsramp/one-piece: is one piece, and has no numbers of pages', async () => {
    const { body } = await get({ pageNo: '2', pageSize: '1' }).expect(200);
    expect(body).toMatchObject({ totalResults: 9, pageSize: 9, nextPage: false });
    for (const key of ['pageNo', 'totalPages', 'nextPageNo']) expect(body).not.toHaveProperty(key);
  });

  it('opsramp/total: totalResults counts the window', async () => {
    const { body } = await get({ startTs: '2018-10-29T07:17:12+0000' }).expect(200);
    expect(body).toMatchObject({ totalResults: 2, pageSize: 2 });
  });

  it('opsramp/window-echo: startDate and endDate tell the window in UTC', async () => {
    const { body } = await get({
      startTs: '2018-10-29T12:47:12+0530',
      endTs: '2018-10-29T07:17:12+0000',
    }).expect(200);
    expect(body.startDate).toBe('2018-10-29T07:17:12+0000');
    expect(body.endDate).toBe('2018-10-29T07:17:12+0000');
    expect(body.totalResults).toBe(1);
  });

  for (const order of [true, false])
    it(`opsramp/order-echo: descendingOrder is ${order} where that was asked for`, async () => {
      const { body } = await get({ isDescendingOrder: String(order) }).expect(200);
      expect(body.descendingOrder).toBe(order);
    });

  it('opsramp/created-time: tells the second, in UTC', async () => {
    for (const { createdTime } of await results())
      expect(createdTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/);
  });

  it('opsramp/log-types: has the three published types', async () => {
    const types = (await results()).map(({ logType }: { logType: string }) => logType);
    expect(new Set(types)).toEqual(
      new Set(['TICKET', 'TICKET_NOTIFICATION', 'TICKET_INTERNAL_RESPONSE']),
    );
  });

  it('opsramp/author: has names and an email, and no id', async () => {
    for (const { createdBy } of await results()) {
      const { phoneNumber, ...rest } = createdBy;
      expect(Object.keys(rest)).toEqual(['loginName', 'lastName', 'firstName', 'email']);
    }
  });

  it('opsramp/phone-number: the two oldest activities lack it', async () => {
    const known = (await results()).map(
      ({ createdBy }: { createdBy: object }) => 'phoneNumber' in createdBy,
    );
    expect(known).toEqual([...Array(7).fill(true), false, false]);
  });

  it('opsramp/author-spellings: one person acts under three login names', async () => {
    const names = (await results())
      .filter(
        ({ createdBy }: { createdBy: { lastName: string } }) => createdBy.lastName === 'Blake',
      )
      .map(({ createdBy }: { createdBy: { loginName: string } }) => createdBy.loginName);
    expect(new Set(names)).toEqual(new Set(['James_Blake', 'James.Blake', 'James']));
  });

  it('opsramp/author-in-text: the text names Annie, and the author is James', async () => {
    const [, , , notified] = await results();
    expect(notified.activity).toMatch(/ sent by Annie$/);
    expect(notified.createdBy.firstName).toBe('James');
  });

  it('opsramp/html-log: is a list of texts in HTML', async () => {
    const [, updated] = await results();
    expect(updated.htmlLog).toEqual([
      '<div class="ActivityLogDetails"></div><p>Identified On changed from 2018-10-31 00:00 to 2018-10-30 18:30:00</p>',
      '<p>internal date and time changed from 2018-10-31 00:00 to 2018-10-30 18:30:00</p>',
    ]);
  });

  it('opsramp/change-log: names attributes with their values before and after', async () => {
    const [, updated] = await results();
    for (const change of updated.changeLog)
      expect(change).toEqual({
        attribute: expect.any(String),
        oldValue: expect.any(String),
        newValue: expect.any(String),
      });
  });

  it('opsramp/change-log-incomplete: a new response stands in htmlLog alone', async () => {
    const [, , , , responded] = await results();
    expect(responded.htmlLog[0]).toContain('New response ');
    expect(JSON.stringify(responded.changeLog)).not.toContain('esponse');
  });

  it('opsramp/change-conflict: the old Subject is spelt in two ways', async () => {
    const [, , , , , , renamed] = await results();
    expect(renamed.htmlLog[0]).toContain('from Network Storgae to');
    expect(renamed.changeLog[0].oldValue).toBe('Network Storage');
  });

  it('opsramp/change-times: one change has minutes of one zone and seconds of another', async () => {
    const [, updated] = await results();
    expect(updated.changeLog[0]).toEqual({
      attribute: 'Identified On',
      oldValue: '2018-10-31 00:00',
      newValue: '2018-10-30 18:30:00',
    });
  });

  it('opsramp/recipients: are texts with commas between the addresses', async () => {
    const [notified] = await results();
    expect(notified.toList).toBe('john.smith@myorganization.com');
    expect(notified.ccList).toBe('network.admin@myorganization.com,support@myorganization.com');
  });
});

describe("OpsRamp's times", () => {
  it('opsramp/end: an activity that was made within the second of endTs is served', async () => {
    const within = await simulated({
      name: 'within',
      opsramp: {
        tenants: {
          t: {
            credentials: [{ token: 'k' }],
            incidents: {
              I: {
                records: [
                  {
                    at: '2018-10-29T07:13:20.400Z',
                    record: { activity: 'a', logType: 'TICKET', createdBy: { loginName: 'l' } },
                  },
                ],
              },
            },
          },
        },
      },
    });
    const { body } = await within
      .get('/api/v2/tenants/t/incidents/I/activitylog')
      .set('Authorization', 'Bearer k')
      .query({ endTs: '2018-10-29T07:13:20+0000' })
      .expect(200);
    expect(body.results[0].createdTime).toBe('2018-10-29T07:13:20+0000');
  });

  it('opsramp/refusal-bad-time: a time that cannot be written back is refused with 400', async () => {
    await get({ endTs: '9999-12-31T23:59:59-2359' }).expect(400);
    await get({ startTs: '0000-01-01T00:00:00+0100' }).expect(400);
  });

  it('opsramp/time-form: the documented form is read', async () => {
    await get({ startTs: '2018-10-29T07:17:12+0000' }).expect(200);
  });

  for (const offset of ['+0530', '-0800'])
    it(`opsramp/time-offset: ${offset} is counted in`, async () => {
      const hours = offset === '+0530' ? '12:47' : '23:17';
      const day = offset === '+0530' ? '29' : '28';
      const startTs = `2018-10-${day}T${hours}:12${offset}`;
      expect(await times({ startTs })).toEqual(newestFirst.slice(0, 2));
    });

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

  it('opsramp/tenant: a token reads the tenant that it is for, and no other', async () => {
    await get().expect(200);
    await get({}, path.replace('client_4', 'nobody')).expect(403);
  });

  it('opsramp/refusal-malformed: another scheme is refused with 401', async () => {
    await authorized(`Basic ${btoa('james:secret')}`).expect(401);
  });

  it('opsramp/refusal-method: another method is refused with 405', async () => {
    const { body } = await ask.post(path).expect(405);
    expect(body).toEqual({ code: '0005', message: expect.any(String) });
  });

  it('opsramp/refusal-validation: a wrong parameter is refused with 400 and a list', async () => {
    const { body } = await get({ isDescendingOrder: 'down' }).expect(400);
    expect(body).toEqual([
      { code: '0002', fieldName: 'isDescendingOrder', message: expect.any(String) },
    ]);
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
