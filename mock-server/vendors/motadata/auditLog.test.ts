import { describe, expect, it } from 'vitest';
import { simulated } from '../../testing/simulated.js';

const path = '/api/v1/request/1/audit/search/byqual';
const key = 'demo/key+AuditRg@YXVkaXRyaWctZGVtbw==';
const ask = await simulated();

const post = (body?: string, to = path) =>
  ask
    .post(to)
    .set('Authorization', 'Bearer motadata-demo-token')
    .set('Content-Type', 'application/json')
    .send(body);

describe("Motadata's audit", () => {
  it('motadata/endpoint: answers POST with a bare array', async () => {
    const { body } = await post('{}').expect(200).expect('Content-Type', 'application/json');
    expect(body).toHaveLength(6);
  });

  it('motadata/success: the list comes with status 200, and is an array with nothing around it', async () => {
    const response = await post('{}');
    expect([response.status, Array.isArray(response.body)]).toEqual([200, true]);
  });

  it('motadata/bare-array: a request without paging or filters gets all entries in one array', async () => {
    expect((await post('{}', `${path}?offset=2&size=2`).expect(200)).text).toMatch(/^\[\{.*\}\]$/);
  });

  it('motadata/purpose: tells what was changed and done on the request, and when', async () => {
    const { body } = await post('{}').expect(200);
    expect(body).toContainEqual({
      auditString: 'Jerry has changed Status from Open to In Progress.',
      auditDate: 'Wed, Oct 08, 2025 01:02 pm',
    });
  });

  it('motadata/equal-entries: the same sentence twice is two entries', async () => {
    const { body } = await post('{}').expect(200);
    const replies = body.filter(
      ({ auditString }: { auditString: string }) =>
        auditString === 'Jerry has added Reply To Technician.',
    );
    expect(replies).toHaveLength(2);
  });

  it('motadata/self-hosted: answers over plain HTTP, whatever the host is called', async () => {
    await post('{}').set('Host', '172.16.11.157').expect(200);
  });

  it('motadata/base-path: there is nothing without v1', async () => {
    await post('{}', path.replace('/v1', '')).expect(404);
  });

  it("motadata/newest-first: serves the page's entries in exactly the page's order", async () => {
    const { body } = await post('{}').expect(200);
    expect(body).toEqual([
      {
        auditString: 'Jerry has added Reply To Technician.',
        auditDate: 'Wed, Oct 08, 2025 01:07 pm',
      },
      {
        auditString: 'Jerry has changed Status from In Progress to Pending.',
        auditDate: 'Wed, Oct 08, 2025 01:06 pm',
      },
      {
        auditString: 'Jerry has added Reply To Technician.',
        auditDate: 'Wed, Oct 08, 2025 01:03 pm',
      },
      {
        auditString: 'Jerry has changed Status from Open to In Progress.',
        auditDate: 'Wed, Oct 08, 2025 01:02 pm',
      },
      { auditString: 'System has added Email Content.', auditDate: 'Wed, Oct 08, 2025 01:01 pm' },
      {
        auditString:
          'Request with ID as INC-1, Subject as "Test TICKET", Source as Email, Status as Open, Urgency as Low, Priority as Low, Impact as Low, for Requester "Jerry".',
        auditDate: 'Wed, Oct 08, 2025 01:01 pm',
      },
    ]);
  });

  it('motadata/record-fields: an entry is a sentence and a date, and nothing else', async () => {
    const { body } = await post('{}').expect(200);
    for (const entry of body) {
      expect(Object.keys(entry)).toEqual(['auditString', 'auditDate']);
      expect(Object.values(entry).map((value) => typeof value)).toEqual(['string', 'string']);
    }
  });

  it('motadata/audit-string: the sentence of a creation has quotation marks, as it is', async () => {
    const { body } = await post('{}').expect(200);
    expect(body.at(-1).auditString).toMatch(
      /Subject as "Test TICKET", .* for Requester "Jerry"\.$/,
    );
  });

  it('motadata/audit-date: the date is that of the fixture, untouched', async () => {
    const { body } = await post('{}').expect(200);
    expect(body[0].auditDate).toBe('Wed, Oct 08, 2025 01:07 pm');
  });

  it('motadata/body-empty: an empty object, spelt in any way, asks for all', async () => {
    for (const body of ['{}', '{ }', ' {\n}\n']) expect((await post(body)).body).toHaveLength(6);
  });

  it('motadata/request-name: the name INC-1 of request 1 is not its id', async () => {
    await post('{}', '/api/v1/request/INC-1/audit/search/byqual').expect(400);
  });

  it('motadata/refusal-bad-request: a wrong id and a malformed body are both 400', async () => {
    await post('{}', '/api/v1/request/x/audit/search/byqual').expect(400);
    await post('{"a":}').expect(400);
  });

  it('motadata/error-body: every refusal has code, userMessage and a cause that is null', async () => {
    for (const refused of [
      await post('[]'),
      await post('{}', path.replace('1/a', '2/a')),
      await post('{}', '/api/v1/nowhere'),
      await ask.get(path),
      await ask.post(path),
    ])
      expect(refused.body).toEqual({
        code: String(refused.status),
        userMessage: expect.any(String),
        cause: null,
      });
  });

  it('motadata/body-object: an object with anything in it is a valid body', async () => {
    await post('{"qualDetails":{"quals":[]}}').expect(200);
  });

  for (const body of [undefined, '', '[]', 'null', '"{}"', '1', '{', '{}{}'])
    it(`motadata/body-object: the body ${body ?? '(none)'} is refused with 400`, async () => {
      const { body: answer } = await post(body).expect(400);
      expect(answer).toEqual({ code: '400', userMessage: expect.any(String), cause: null });
    });

  it('motadata/body-object: bytes that are not UTF-8 are refused with 400', async () => {
    const request = post(undefined);
    request.write(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]));
    await request.expect(400);
  });

  for (const id of ['INC-1', '1.5', '-1', 'x', '%20'])
    it(`motadata/request-id-integer: the id ${id} is refused with 400`, async () => {
      await post('{}', `/api/v1/request/${id}/audit/search/byqual`).expect(400);
    });

  it('motadata/refusal-not-found: a request that does not exist is refused with 404', async () => {
    const { body } = await post('{}', '/api/v1/request/2/audit/search/byqual').expect(404);
    expect(body.code).toBe('404');
  });
});

describe("Motadata's credentials", () => {
  const authorized = (authorization: string) =>
    ask.post(path).set('Authorization', authorization).send({});

  it('motadata/auth-api-key: takes the key as it is after the word Apikey', async () => {
    await authorized(`Apikey ${key}`).expect(200);
  });

  it('motadata/auth-api-key-encoded: takes the key percent-encoded, as the page shows it', async () => {
    await authorized(`Apikey ${encodeURIComponent(key)}`).expect(200);
  });

  it('motadata/auth-api-key-encoded: a key encoded twice is refused', async () => {
    await authorized(`Apikey ${encodeURIComponent(encodeURIComponent(key))}`).expect(401);
  });

  it('motadata/auth-api-key-encoded: a key that the fixture has encoded is the same key', async () => {
    const asking = await simulated({
      name: 'pasted',
      motadata: {
        credentials: [{ api_key: encodeURIComponent(key) }],
        requests: { 1: { records: [] } },
      },
    });
    const sent = (value: string) =>
      asking.post(path).set('Authorization', `Apikey ${value}`).send({});
    await sent(key).expect(200);
    await sent(encodeURIComponent(key)).expect(200);
    await sent(encodeURIComponent(encodeURIComponent(key))).expect(401);
  });

  it('motadata/auth-bearer: takes a bearer token', async () => {
    await authorized('Bearer motadata-demo-token').expect(200);
  });

  it('motadata/refusal-unauthorized: no credential is refused with 401', async () => {
    const { body } = await ask.post(path).send({}).expect(401);
    expect(body).toEqual({ code: '401', userMessage: expect.any(String), cause: null });
  });

  for (const wrong of ['Bearer wrong', `Bearer ${key}`, 'Apikey motadata-demo-token', key])
    it(`motadata/refusal-unauthorized: "${wrong}" is refused with 401`, async () => {
      await authorized(wrong).expect(401);
    });

  it('motadata/refusal-order: a missing credential is refused before a bad id and a bad body', async () => {
    await ask.post('/api/v1/request/x/audit/search/byqual').send('nonsense').expect(401);
  });

  it('motadata/refusal-order: a bad body is refused before a missing request', async () => {
    await post('[]', '/api/v1/request/2/audit/search/byqual').expect(400);
  });
});

describe("Motadata's times", () => {
  type Settings = { zone?: string; format?: string };

  /** The dates of some records, newest first, as the account and users of their own write them. */
  async function datesOf(
    records: object[],
    account: Settings,
    ...own: Settings[]
  ): Promise<string[][]> {
    const ask = await simulated({
      name: 'times',
      motadata: {
        ...account,
        credentials: [{ token: 't0' }, ...own.map((form, i) => ({ token: `t${i + 1}`, ...form }))],
        requests: { '1': { records } },
      },
    });
    return Promise.all(
      [undefined, ...own].map(async (_, i) => {
        const { body } = await ask
          .post(path)
          .auth(`t${i}`, { type: 'bearer' })
          .send({})
          .expect(200);
        return body.map(({ auditDate }: { auditDate: string }) => auditDate);
      }),
    );
  }

  const auditString = 'Jerry has added Note.';
  const made = (...instants: string[]) => instants.map((at) => ({ at, record: { auditString } }));

  it('motadata/own-time-form: each user gets dates in their own zone, across a date line', async () => {
    const records = [{ auditString, auditDate: 'Wed, Oct 08, 2025 01:07 pm' }];
    const users = [{ zone: 'Pacific/Kiritimati' }, { zone: 'Pacific/Pago_Pago' }, { zone: 'UTC' }];
    expect(await datesOf(records, { zone: 'UTC' }, ...users)).toEqual([
      ['Wed, Oct 08, 2025 01:07 pm'],
      ['Thu, Oct 09, 2025 03:07 am'],
      ['Wed, Oct 08, 2025 02:07 am'],
      ['Wed, Oct 08, 2025 01:07 pm'],
    ]);
  });

  it('motadata/own-time-form: each user gets dates in their own format, such as 24 hours', async () => {
    const records = [{ auditString, auditDate: '08-10-2025 13:07' }];
    const users = [
      { format: 'EEE, MMM dd, yyyy hh:mm aaa' },
      { format: 'yyyy/MM/dd HH:mm', zone: 'Asia/Kolkata' },
      { zone: 'Asia/Tokyo' },
    ];
    expect(await datesOf(records, { format: 'dd-MM-yyyy HH:mm' }, ...users)).toEqual([
      ['08-10-2025 13:07'],
      ['Wed, Oct 08, 2025 01:07 pm'],
      ['2025/10/08 18:37'],
      ['08-10-2025 22:07'],
    ]);
  });

  it('motadata/own-time-form: a record with an instant and no date is written for everyone', async () => {
    expect(
      await datesOf(made('2025-10-08T13:07:00Z'), { zone: 'Asia/Kolkata' }, { zone: 'UTC' }),
    ).toEqual([['Wed, Oct 08, 2025 06:37 pm'], ['Wed, Oct 08, 2025 01:07 pm']]);
  });

  it('motadata/zone: an hour that a clock change repeats is written twice, newest first all the same', async () => {
    const records = made('2025-11-02T05:50:00Z', '2025-11-02T06:10:00Z');
    expect(await datesOf(records, { zone: 'America/New_York' }, { zone: 'UTC' })).toEqual([
      ['Sun, Nov 02, 2025 01:10 am', 'Sun, Nov 02, 2025 01:50 am'],
      ['Sun, Nov 02, 2025 06:10 am', 'Sun, Nov 02, 2025 05:50 am'],
    ]);
  });

  it('motadata/zone: an hour that a clock change leaves out is never written', async () => {
    const records = made('2025-03-09T06:59:00Z', '2025-03-09T07:00:00Z');
    expect(await datesOf(records, { zone: 'America/New_York' })).toEqual([
      ['Sun, Mar 09, 2025 03:00 am', 'Sun, Mar 09, 2025 01:59 am'],
    ]);
  });

  it('motadata/date-format: noon is 12 pm and midnight 12 am', async () => {
    const records = made('2025-10-08T00:05:00Z', '2025-10-08T12:05:00Z');
    expect(await datesOf(records, {}, { zone: 'Asia/Kolkata' })).toEqual([
      ['Wed, Oct 08, 2025 12:05 pm', 'Wed, Oct 08, 2025 12:05 am'],
      ['Wed, Oct 08, 2025 05:35 pm', 'Wed, Oct 08, 2025 05:35 am'],
    ]);
  });

  it('motadata/minute-precision: seconds are dropped, but still decide the order', async () => {
    const records = [
      {
        at: '2025-10-08T13:07:59Z',
        record: { auditString, auditDate: 'Wed, Oct 08, 2025 01:07 pm' },
      },
      ...made('2025-10-08T13:07:01Z'),
    ];
    const minutes = Array(2).fill('Wed, Oct 08, 2025 01:07 pm');
    const seconds = ['13:07:59', '13:07:01'].map((time) => `2025-10-08 ${time}`);
    expect(await datesOf(records, {}, { format: 'yyyy-MM-dd HH:mm:ss' })).toEqual([
      minutes,
      seconds,
    ]);
  });
});

describe('what the portal shows', () => {
  it("motadata/visible-entries: serves what the requester sees, whoever's the credential", async () => {
    const record = { auditString: 'a', auditDate: 'Wed, Oct 08, 2025 01:07 pm' };
    const ask = await simulated({
      name: 'portal',
      motadata: {
        credentials: [{ token: 'technician' }, { token: 'jerry', requester: 'Jerry' }],
        requests: {
          '1': {
            records: [
              { visibleTo: 'requester', record },
              { visibleTo: 'technician', record: { ...record, auditString: 'b' } },
            ],
          },
        },
      },
    });
    for (const token of ['technician', 'jerry']) {
      const { body } = await ask.post(path).auth(token, { type: 'bearer' }).send({}).expect(200);
      expect(body).toEqual([record]);
    }
  });

  it('motadata/no-entries: a request without entries has an empty list', async () => {
    const ask = await simulated({
      name: 'bare',
      motadata: { credentials: [{ token: 't' }], requests: { '1': { records: [] } } },
    });
    const { text } = await ask.post(path).auth('t', { type: 'bearer' }).send({}).expect(200);
    expect(text).toBe('[]');
  });
});
