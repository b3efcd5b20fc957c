import { describe, expect, it } from 'vitest';
import { FixtureError } from '../../../fixtures/language/FixtureError.js';
import { simulated } from '../../testing/simulated.js';
import type { Profile } from './profile.js';

const createdBy = { loginName: 'james' };
const change = { attribute: 'Subject', oldValue: '', newValue: '"b" \\"' };
const records = [
  {
    activity: 'New Incident',
    createdTime: '2018-10-29T10:00:00+0000',
    logType: 'TICKET',
    createdBy,
  },
  {
    activity: 'Incident "a \\" updated',
    htmlLog: ['<p class="x">b</p>'],
    createdTime: '2018-10-29T10:00:01+0000',
    logType: 'TICKET',
    createdBy,
    changeLog: [change],
  },
  {
    activity: 'notification sent',
    createdTime: '2018-10-29T10:00:01+0000',
    logType: 'TICKET_NOTIFICATION',
    createdBy,
    toList: 'a@example.com',
    ccList: 'b@example.com,c@example.com',
  },
  {
    activity: 'escalated',
    createdTime: '2018-10-29T10:00:02+0000',
    logType: 'TICKET_ESCALATION',
    createdBy,
  },
] as const;
const [created, updated, notified, escalated] = records.map(({ activity }) => activity);
const newestFirst = [escalated, notified, updated, created];
const log = '/api/v2/tenants/t/incidents/I/activitylog';

/** Asks a simulator with some switches turned. */
async function asking(profile: Partial<Profile>) {
  const ask = await simulated({
    name: 'switched',
    now: '2018-10-29T11:00:00Z',
    opsramp: {
      profile,
      tenants: {
        t: {
          credentials: [{ token: 'k' }],
          incidents: { I: { created: '2018-10-29T10:00:00Z', records } },
        },
        u: { credentials: [{ token: 'l' }], incidents: { I: { records: [] } } },
      },
    },
  });
  return (query: string | object = {}, authorization = 'Bearer k', path = log) =>
    ask.get(path).set('Authorization', authorization).query(query);
}

type Answer = { body: { results: { activity: string }[] } };
const activities = ({ body }: Answer) => body.results.map(({ activity }) => activity);
const second = (n: number) => `2018-10-29T10:00:0${n}+0000`;
const ascending = { isDescendingOrder: 'false' };

const token = { error: expect.any(String), error_description: expect.any(String) };
const coded = { code: expect.stringMatching(/^\d{4}$/), message: expect.any(String) };
const listed = (fieldName: string) => [{ code: '0002', fieldName, message: expect.any(String) }];

describe("OpsRamp's times", () => {
  const rfc3339 = [
    '2018-10-29T10:00:02Z',
    '2018-10-29T10:00:02+00:00',
    '2018-10-29T15:30:02+05:30',
    '2018-10-29T10:00:01.500Z',
  ];
  const zoneless = ['2018-10-29T10:00:02', '2018-10-29T10:00:01.5', '1540807202000'];
  const unreadable = ['yesterday', '2018-02-30T00:00:00Z', '99999999999999999999'];

  it('opsramp/time-forms: time-forms=documented reads the form of the page alone', async () => {
    const get = await asking({ 'time-forms': 'documented' });
    expect(activities(await get({ startTs: second(2) }).expect(200))).toEqual([escalated]);
    for (const startTs of [...rfc3339, ...zoneless]) await get({ startTs }).expect(400);
  });

  it('opsramp/time-forms: time-forms=rfc3339 reads Z, colons and fractions too', async () => {
    const get = await asking({ 'time-forms': 'rfc3339' });
    for (const startTs of [second(2), ...rfc3339])
      expect(activities(await get({ startTs }).expect(200))).toEqual([escalated]);
    for (const startTs of [...zoneless, ...unreadable]) await get({ startTs }).expect(400);
  });

  it('opsramp/time-forms: time-forms=lenient reads times without a zone and milliseconds too', async () => {
    const get = await asking({ 'time-forms': 'lenient' });
    for (const startTs of [second(2), ...rfc3339, ...zoneless])
      expect(activities(await get({ startTs }).expect(200))).toEqual([escalated]);
    for (const startTs of unreadable) await get({ startTs }).expect(400);
  });

  const blank = { startTs: second(2).replace('+', ' ') };

  it('opsramp/plus-blank: space-for-plus=refused does not read a blank', async () => {
    const get = await asking({ 'space-for-plus': 'refused' });
    expect((await get(blank).expect(400)).body).toEqual(listed('startTs'));
    await get(`startTs=${second(2)}`).expect(400);
  });

  it('opsramp/plus-blank: space-for-plus=accepted reads it as a plus', async () => {
    const get = await asking({ 'space-for-plus': 'accepted' });
    expect(activities(await get(blank).expect(200))).toEqual([escalated]);
    expect(activities(await get(`startTs=${second(2)}`).expect(200))).toEqual([escalated]);
    await get({ startTs: '2018-10-29 10:00:02+0000' }).expect(400);
  });

  it('opsramp/refusal-bad-time: bad-time=400-list is a list of what is wrong', async () => {
    const get = await asking({ 'bad-time': '400-list' });
    expect((await get({ endTs: 'x' }).expect(400)).body).toEqual(listed('endTs'));
  });

  it('opsramp/refusal-bad-time: bad-time=400-object is code and message', async () => {
    const get = await asking({ 'bad-time': '400-object' });
    expect((await get({ endTs: 'x' }).expect(400)).body).toEqual(coded);
    expect((await get({ isDescendingOrder: 'x' }).expect(400)).body).toHaveLength(1);
  });

  it('opsramp/refusal-bad-time: bad-time=500 is code and message', async () => {
    const get = await asking({ 'bad-time': 500 });
    expect((await get({ startTs: 'x' }).expect(500)).body).toEqual(coded);
    await get({ isDescendingOrder: 'x' }).expect(400);
  });

  it('opsramp/refusal-bad-time: bad-time=ignored serves as if it were not there', async () => {
    const get = await asking({ 'bad-time': 'ignored' });
    const answer = await get({ startTs: 'x', endTs: second(0) }).expect(200);
    expect(activities(answer)).toEqual([created]);
    expect(answer.body.startDate).toBe(second(0));
  });
});

describe("OpsRamp's window", () => {
  const bounds = { startTs: second(0), endTs: second(2) };

  it('opsramp/window-bounds: start-bound=inclusive and end-bound=inclusive serve the bounds', async () => {
    const get = await asking({ 'start-bound': 'inclusive', 'end-bound': 'inclusive' });
    expect(activities(await get(bounds))).toEqual(newestFirst);
  });

  it('opsramp/window-bounds: start-bound=exclusive leaves out what was made at startTs', async () => {
    const get = await asking({ 'start-bound': 'exclusive' });
    const answer = await get(bounds);
    expect(activities(answer)).toEqual(newestFirst.slice(0, -1));
    expect(answer.body.startDate).toBe(second(0));
    expect(activities(await get())).toEqual(newestFirst);
  });

  it('opsramp/window-bounds: end-bound=exclusive leaves out what was made at endTs', async () => {
    const get = await asking({ 'end-bound': 'exclusive' });
    const answer = await get(bounds);
    expect(activities(answer)).toEqual(newestFirst.slice(1));
    expect(answer.body.endDate).toBe(second(2));
  });

  const reversed = { startTs: second(2), endTs: second(1) };

  it('opsramp/window-reversed: reversed-window=empty serves none', async () => {
    const get = await asking({ 'reversed-window': 'empty' });
    expect((await get(reversed).expect(200)).body).toMatchObject({ results: [], totalResults: 0 });
  });

  it('opsramp/window-reversed: reversed-window=refused is 400', async () => {
    const get = await asking({ 'reversed-window': 'refused', 'bad-time': 500 });
    expect((await get(reversed).expect(400)).body).toEqual(listed('startTs'));
    await get({ startTs: second(1), endTs: second(1) }).expect(200);
  });

  it('opsramp/window-echo-default: echo-window=resolved tells the defaults', async () => {
    const get = await asking({ 'echo-window': 'resolved' });
    const { body } = await get({ startTs: second(1) });
    expect([body.startDate, body.endDate]).toEqual([second(1), '2018-10-29T11:00:00+0000']);
    expect((await get()).body.startDate).toBe(second(0));
  });

  it('opsramp/window-echo-default: echo-window=asked leaves out what was not asked', async () => {
    const get = await asking({ 'echo-window': 'asked' });
    const { body } = await get({ startTs: second(1) });
    expect(body.startDate).toBe(second(1));
    expect(body).not.toHaveProperty('endDate');
    expect((await get()).body).not.toHaveProperty('startDate');
  });

  it('opsramp/window-echo-default: echo-window=null is null instead', async () => {
    const get = await asking({ 'echo-window': 'null' });
    const { body } = await get({ endTs: second(1) });
    expect([body.startDate, body.endDate]).toEqual([null, second(1)]);
  });
});

describe("OpsRamp's order", () => {
  it('opsramp/boolean-case: boolean-case=any understands capitals', async () => {
    const get = await asking({ 'boolean-case': 'any' });
    expect((await get({ isDescendingOrder: 'TRUE' }).expect(200)).body.descendingOrder).toBe(true);
    expect((await get({ isDescendingOrder: 'False' }).expect(200)).body.descendingOrder).toBe(
      false,
    );
  });

  it('opsramp/boolean-case: boolean-case=exact does not', async () => {
    const get = await asking({ 'boolean-case': 'exact' });
    await get({ isDescendingOrder: 'TRUE' }).expect(400);
    expect((await get(ascending).expect(200)).body.descendingOrder).toBe(false);
  });

  it('opsramp/boolean-invalid: bad-boolean=refused is 400', async () => {
    const get = await asking({ 'bad-boolean': 'refused' });
    expect((await get({ isDescendingOrder: '1' }).expect(400)).body).toEqual(
      listed('isDescendingOrder'),
    );
  });

  for (const order of ['descending', 'ascending'] as const)
    it(`opsramp/boolean-invalid: bad-boolean=${order} is the order then`, async () => {
      const get = await asking({ 'bad-boolean': order });
      const { body } = await get({ isDescendingOrder: '1' }).expect(200);
      expect(body.descendingOrder).toBe(order === 'descending');
      expect(body.results[0].activity).toBe(order === 'descending' ? escalated : created);
    });

  for (const layout of ['mirrored', 'kept'] as const)
    it(`opsramp/ties: ascending is descending reversed with same-second=${layout}`, async () => {
      const get = await asking({ 'same-second': layout });
      expect(activities(await get(ascending))).toEqual(activities(await get()).reverse());
    });

  it('opsramp/same-second: same-second=mirrored serves the last written first', async () => {
    const get = await asking({ 'same-second': 'mirrored' });
    expect(activities(await get())).toEqual([escalated, notified, updated, created]);
  });

  it('opsramp/same-second: same-second=kept serves the first written first', async () => {
    const get = await asking({ 'same-second': 'kept' });
    expect(activities(await get())).toEqual([escalated, updated, notified, created]);
  });
});

describe("OpsRamp's parameters", () => {
  const parameters = ['startTs', 'endTs', 'isDescendingOrder', 'pageNo', 'pageSize'];

  it('opsramp/parameter-empty: empty-parameter=default serves as if it were not there', async () => {
    const get = await asking({ 'empty-parameter': 'default', paging: 'numbered' });
    for (const name of parameters)
      expect(activities(await get({ [name]: '' }).expect(200))).toEqual(newestFirst);
  });

  it('opsramp/parameter-empty: empty-parameter=refused is 400', async () => {
    const get = await asking({
      'empty-parameter': 'refused',
      'bad-time': 'ignored',
      paging: 'numbered',
    });
    for (const name of parameters)
      expect((await get({ [name]: '' }).expect(400)).body).toEqual(listed(name));
    await get().expect(200);
  });

  const twice = 'isDescendingOrder=true&isDescendingOrder=false';

  it('opsramp/parameter-repeated: repeated-parameter=last takes the last', async () => {
    const get = await asking({ 'repeated-parameter': 'last' });
    expect((await get(twice)).body.descendingOrder).toBe(false);
  });

  it('opsramp/parameter-repeated: repeated-parameter=first takes the first', async () => {
    const get = await asking({ 'repeated-parameter': 'first' });
    expect((await get(twice)).body.descendingOrder).toBe(true);
  });

  it('opsramp/parameter-unknown: unknown-parameter=ignored does nothing with them', async () => {
    const get = await asking({ 'unknown-parameter': 'ignored' });
    const answer = await get({ pageNo: 'x', pageSize: 1, sortName: 'id' }).expect(200);
    expect(activities(answer)).toEqual(newestFirst);
  });

  it('opsramp/parameter-unknown: unknown-parameter=refused is 400', async () => {
    const get = await asking({ 'unknown-parameter': 'refused' });
    for (const name of ['sortName', 'pageNo', 'pageSize'])
      expect((await get({ [name]: '1' }).expect(400)).body).toEqual(listed(name));
    const paged = await asking({ 'unknown-parameter': 'refused', paging: 'unnumbered' });
    await paged({ sortName: '1' }).expect(400);
    await paged({ pageNo: 1, pageSize: 1 }).expect(200);
  });
});

describe("OpsRamp's pages", () => {
  it('opsramp/paging: paging=none answers in one piece', async () => {
    const get = await asking({ paging: 'none', 'largest-page': 1 });
    const answer = await get({ pageNo: 2, pageSize: 1 });
    expect(activities(answer)).toEqual(newestFirst);
    expect(answer.body).toMatchObject({ totalResults: 4, pageSize: 4, nextPage: false });
  });

  it('opsramp/paging: paging=numbered answers a page and tells which', async () => {
    const get = await asking({ paging: 'numbered' });
    const first = await get({ pageSize: 3 });
    expect(activities(first)).toEqual(newestFirst.slice(0, 3));
    const { results, startDate, endDate, ...paging } = first.body;
    expect(paging).toEqual({
      totalResults: 4,
      pageSize: 3,
      nextPage: true,
      pageNo: 1,
      totalPages: 2,
      nextPageNo: 2,
      descendingOrder: true,
    });
    const last = await get({ pageSize: 3, pageNo: 2 });
    expect(activities(last)).toEqual([created]);
    expect(last.body).toMatchObject({ nextPage: false, pageNo: 2, totalPages: 2 });
    expect(last.body).not.toHaveProperty('nextPageNo');
    expect(activities(await get({ pageSize: 3, ...ascending }))[0]).toBe(created);
    const empty = await get({ startTs: second(3) });
    expect(empty.body).toMatchObject({ totalPages: 0, nextPage: false, pageSize: 100 });
  });

  it('opsramp/paging: paging=unnumbered answers a page and does not tell which', async () => {
    const get = await asking({ paging: 'unnumbered' });
    const first = await get({ pageSize: 3 });
    expect(activities(first)).toEqual(newestFirst.slice(0, 3));
    expect(first.body.nextPage).toBe(true);
    for (const key of ['pageNo', 'totalPages', 'nextPageNo'])
      expect(first.body).not.toHaveProperty(key);
    const last = await get({ pageSize: 3, pageNo: 2 });
    expect(activities(last)).toEqual([created]);
    expect(last.body.nextPage).toBe(false);
  });

  it('opsramp/page-size: largest-page=100 is the default and the limit', async () => {
    const get = await asking({ paging: 'numbered', 'largest-page': 100 });
    expect((await get()).body.pageSize).toBe(100);
    expect((await get({ pageSize: 101 })).body.pageSize).toBe(100);
    expect((await get({ pageSize: 99 })).body.pageSize).toBe(99);
  });

  it('opsramp/page-size: largest-page=2 makes pages of two', async () => {
    const get = await asking({ paging: 'unnumbered', 'largest-page': 2 });
    expect(activities(await get())).toEqual(newestFirst.slice(0, 2));
    expect(activities(await get({ pageSize: 3, pageNo: 2 }))).toEqual(newestFirst.slice(2));
  });

  it('opsramp/page-invalid: refuses what is no whole number from 1, and has nothing beyond the last', async () => {
    const get = await asking({ paging: 'numbered' });
    for (const wrong of ['0', '-1', '1.5', 'two', '9'.repeat(400)])
      for (const name of ['pageNo', 'pageSize'])
        expect((await get({ [name]: wrong }).expect(400)).body).toEqual(listed(name));
    const beyond = await get({ pageNo: Number.MAX_SAFE_INTEGER }).expect(200);
    expect(beyond.body).toMatchObject({ results: [], nextPage: false });
  });
});

describe("OpsRamp's records", () => {
  const oldest = async (profile: Partial<Profile>) =>
    (await asking(profile))(ascending).expect(200);

  it('opsramp/log-types-beyond: vocabulary=open lets a fixture have any type', async () => {
    expect(activities(await (await asking({ vocabulary: 'open' }))())).toEqual(newestFirst);
  });

  it('opsramp/log-types-beyond: vocabulary=published refuses a fixture with another', async () => {
    await expect(asking({ vocabulary: 'published' })).rejects.toThrow(FixtureError);
    await expect(asking({ vocabulary: 'published' })).rejects.toThrow(
      /records\[3\]\.logType: expected what the vendor has published .* found "TICKET_ESCALATION"/,
    );
  });

  it('opsramp/optional-keys-form: optional-keys=omitted leaves them out', async () => {
    expect((await oldest({ 'optional-keys': 'omitted' })).body.results).toEqual(records);
  });

  it('opsramp/optional-keys-form: optional-keys=null writes null', async () => {
    const { results } = (await oldest({ 'optional-keys': 'null' })).body;
    const nothing = { htmlLog: null, changeLog: null, toList: null, ccList: null };
    expect(results).toEqual(records.map((record) => ({ ...nothing, ...record })));
  });

  it('opsramp/optional-keys-form: optional-keys=empty writes empty lists and texts', async () => {
    const { results } = (await oldest({ 'optional-keys': 'empty' })).body;
    const nothing = { htmlLog: [], changeLog: [], toList: '', ccList: '' };
    expect(results).toEqual(records.map((record) => ({ ...nothing, ...record })));
  });

  it('opsramp/quotes: quotes=escaped is JSON', async () => {
    expect(JSON.parse((await oldest({ quotes: 'escaped' })).text).results).toEqual(records);
  });

  it('opsramp/quotes: quotes=single is JSON with other marks', async () => {
    const [, second] = JSON.parse((await oldest({ quotes: 'single' })).text).results;
    expect(second.activity).toBe("Incident 'a \\' updated");
    expect(second.htmlLog).toEqual(["<p class='x'>b</p>"]);
    expect(second.changeLog).toEqual([change]);
  });

  it('opsramp/quotes: quotes=raw is what the page prints, and no JSON', async () => {
    const get = await asking({ quotes: 'raw' });
    const text = String((await get().responseType('blob')).body);
    expect(text).toContain(
      '"activity":"Incident "a \\\\" updated","htmlLog":["<p class="x">b</p>"]',
    );
    expect(text).toContain(JSON.stringify([change]));
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });
});

describe("OpsRamp's refusals", () => {
  for (const status of [401, 407] as const)
    it(`opsramp/refusal-no-token: no-token=${status} is the status`, async () => {
      const get = await asking({ 'no-token': status });
      expect((await get({}, '').expect(status)).body).toEqual(token);
    });

  for (const status of [401, 407, 400] as const)
    it(`opsramp/refusal-malformed: malformed-authorization=${status} is the status`, async () => {
      const get = await asking({ 'malformed-authorization': status });
      for (const wrong of ['Basic azpr', 'Bearer', 'Bearer ', 'k', 'Bearer k k'])
        expect((await get({}, wrong).expect(status)).body).toEqual(token);
      await get({}, 'bearer k').expect(200);
    });

  for (const status of [407, 401] as const)
    it(`opsramp/dead-token: dead-token=${status} is the status`, async () => {
      const get = await asking({ 'dead-token': status });
      const { body } = await get({}, 'Bearer dead').expect(status);
      expect(body).toEqual({ ...token, error: 'invalid_token' });
    });

  const foreign = log.replace('/t/', '/u/');

  for (const status of [403, 401] as const)
    it(`opsramp/foreign-tenant: foreign-tenant=${status} is the status`, async () => {
      const get = await asking({ 'foreign-tenant': status });
      expect((await get({}, 'Bearer k', foreign).expect(status)).body).toEqual(token);
    });

  it('opsramp/foreign-tenant: foreign-tenant=404 hides that there is such a tenant', async () => {
    const get = await asking({ 'foreign-tenant': 404, 'not-found': 500 });
    const { body } = await get({}, 'Bearer k', foreign).expect(404);
    expect(body).toEqual({ ...coded, code: '0003' });
  });

  for (const status of [404, 500] as const)
    it(`opsramp/not-found-status: not-found=${status} is the status`, async () => {
      const get = await asking({ 'not-found': status });
      const { body } = await get({}, 'Bearer k', log.replace('/I/', '/J/')).expect(status);
      expect(body).toEqual({ ...coded, code: '0003' });
    });

  it('opsramp/tenant-deactivated-order: tenant=active answers', async () => {
    await (await asking({ tenant: 'active' }))().expect(200);
  });

  it('opsramp/tenant-deactivated: tenant=deactivated refuses with 410', async () => {
    const { body } = await (await asking({ tenant: 'deactivated' }))().expect(410);
    expect(body).toEqual(coded);
  });

  it('opsramp/tenant-deactivated-order: tenant=deactivated refuses whatever is asked with a token', async () => {
    const get = await asking({ tenant: 'deactivated' });
    await get({ startTs: 'x' }).expect(410);
    await get({}, 'Bearer k', foreign).expect(410);
    await get({}, 'Bearer k', log.replace('/I/', '/J/')).expect(410);
    await get({}, '').expect(401);
  });

  it('opsramp/error-shapes: error-shapes=mixed has three shapes', async () => {
    const get = await asking({ 'error-shapes': 'mixed' });
    expect((await get({}, '')).body).toEqual(token);
    expect((await get({ startTs: 'x' })).body).toEqual(listed('startTs'));
    expect((await get({}, 'Bearer k', '/api/v2/nowhere')).body).toEqual(coded);
  });

  it('opsramp/error-shapes-here: error-shapes=coded has one', async () => {
    const get = await asking({ 'error-shapes': 'coded' });
    const refusals = [
      get({}, ''),
      get({}, 'Bearer'),
      get({}, 'Bearer dead'),
      get({}, 'Bearer k', foreign),
      get({ startTs: 'x' }),
      get({ isDescendingOrder: 'x' }),
      get({}, 'Bearer k', log.replace('/I/', '/J/')),
    ];
    for (const { body } of await Promise.all(refusals)) expect(body).toEqual(coded);
  });

  it('opsramp/error-codes: a wrong parameter has 0002, and what is missing 0003', async () => {
    const get = await asking({ 'error-shapes': 'coded' });
    expect((await get({ endTs: 'x' })).body.code).toBe('0002');
    expect((await get({}, 'Bearer k', '/api/v2/nowhere')).body.code).toBe('0003');
  });
});

describe("OpsRamp's presets", () => {
  const odd = [
    { startTs: '' },
    { isDescendingOrder: 'TRUE' },
    { startTs: second(2), endTs: second(1) },
    { pageNo: 1 },
  ];

  it('documented is the default', async () => {
    const documented = await asking({ preset: 'documented' });
    const plain = await asking({});
    for (const query of odd)
      expect((await documented(query).expect(200)).text).toBe((await plain(query)).text);
  });

  it('strict refuses what documented takes', async () => {
    const strict = await asking({ preset: 'strict' });
    for (const query of odd) await strict(query).expect(400);
    await strict({}, 'Basic azpr').expect(400);
    expect(activities(await strict({ startTs: second(0) }).expect(200))).toEqual(newestFirst);
  });

  it('lenient takes what documented refuses', async () => {
    const lenient = await asking({ preset: 'lenient' });
    const documented = await asking({ preset: 'documented' });
    for (const [query, served] of [
      [`startTs=${second(2)}`, [escalated]],
      ['startTs=2018-10-29T10:00:02', [escalated]],
      ['startTs=yesterday', newestFirst],
      ['isDescendingOrder=yes', newestFirst],
    ] as const) {
      await documented(query).expect(400);
      expect(activities(await lenient(query).expect(200))).toEqual(served);
    }
  });

  it('paged has numbered pages, and single switches go over it', async () => {
    const paged = await asking({ preset: 'paged', 'largest-page': 3 });
    expect((await paged()).body).toMatchObject({ pageNo: 1, nextPageNo: 2, pageSize: 3 });
    const over = await asking({ preset: 'paged', paging: 'unnumbered' });
    expect((await over()).body).not.toHaveProperty('pageNo');
  });

  it('classic-401 has no 407', async () => {
    const classic = await asking({ preset: 'classic-401' });
    for (const wrong of ['', 'Basic azpr', 'Bearer dead']) await classic({}, wrong).expect(401);
  });
});
