import { describe, expect, it } from 'vitest';
import { type Ask, simulated } from '../../testing/simulated.js';
import type { Profile } from './profile.js';

const path = '/api/v1/request/search/byqual';
const auditString = 'Jerry has added Note.';
const recorded = (at: string, visibleTo?: string) => ({
  at,
  ...(visibleTo && { visibleTo }),
  record: { auditString },
});
const time = (hour: string) => Date.parse(`2025-10-08T${hour}:00Z`);

const requests = {
  // Made second, changed last.
  '9': { records: [recorded('2025-10-08T09:00:00Z'), recorded('2025-10-08T18:00:00Z')] },
  // Made last.
  '10': {
    name: 'SR-10',
    subject: 'A "new" laptop',
    created: '2025-10-08T10:00:00Z',
    updated: '2025-10-08T11:30:00Z',
    records: [],
  },
  // Made first, changed where only technicians see it.
  '11': {
    requester: 'Mary',
    created: '2025-10-08T08:00:00Z',
    records: [recorded('2025-10-08T12:00:00Z', 'technician')],
  },
};

/** Asks a simulator with some switches turned for its list, as a technician unless told. */
async function listing(profile: Partial<Profile> = {}, own: object = requests) {
  const ask = await simulated({
    name: 'listed',
    motadata: {
      profile,
      credentials: [{ token: 'technician' }, { token: 'jerry', requester: 'Jerry' }],
      requests: own,
    },
  });
  return (query = '', body: unknown = {}, token = 'technician') => post(ask, query, body, token);
}

function post(ask: Ask, query: string, body: unknown, token: string) {
  return ask
    .post(path + query)
    .auth(token, { type: 'bearer' })
    .set('Content-Type', 'application/json')
    .send(JSON.stringify(body));
}

type Listed = { body: { objectList: { id: number; updatedTime: number }[] } };
const ids = ({ body }: Listed) => body.objectList.map(({ id }) => id);
const updates = ({ body }: Listed) => body.objectList.map(({ updatedTime }) => updatedTime);

describe("Motadata's list of requests", () => {
  it("motadata/list: has the page's request, by id and name", async () => {
    const ask = await simulated();
    const { body } = await post(ask, '', {}, 'motadata-demo-token').expect(200);
    expect(body).toEqual({
      objectList: [
        {
          id: 1,
          name: 'INC-1',
          subject: 'Test TICKET',
          createdTime: time('13:01'),
          updatedTime: time('13:07'),
        },
      ],
      totalCount: 1,
    });
  });

  it('motadata/list: is at the path with two slashes too, where the audit is, and not for GET', async () => {
    const ask = await simulated();
    const twice = `/api/${path.slice(4)}`;
    await ask.post(twice).auth('motadata-demo-token', { type: 'bearer' }).send({}).expect(200);
    await ask.get(path).expect(405).expect('Allow', 'POST');
    const strict = await simulated({
      name: 'once',
      motadata: {
        profile: { 'double-slash': 'refused' },
        credentials: [{ token: 't' }],
        requests: {},
      },
    });
    await strict.post(twice).auth('t', { type: 'bearer' }).send({}).expect(404);
  });

  it('motadata/list: is refused without a credential, or without an object for a body', async () => {
    const list = await listing();
    expect((await list('', {}, 'wrong').expect(401)).body.code).toBe('401');
    for (const body of [[], null, '{}', 1]) await list('', body).expect(400);
  });

  it('motadata/list: names and subjects that no fixture gives are made of the id, however long that is', async () => {
    const id = '12345678901234567890';
    const list = await listing({}, { [id]: { records: [] } });
    const { text, body } = await list().expect(200);
    expect(text).toContain(`{"id":${id},"name":"INC-${id}",`);
    expect(body.objectList[0]).toMatchObject({ subject: `Request ${id}` });
  });

  it('motadata/list-envelope: totalCount counts all pages, and a page behind the last is empty', async () => {
    const list = await listing();
    expect((await list('?size=1').expect(200)).body).toMatchObject({ totalCount: 3 });
    expect((await list('?offset=3').expect(200)).body).toEqual({ objectList: [], totalCount: 3 });
    expect((await list(`?offset=${'9'.repeat(400)}`)).body.objectList).toEqual([]);
    const none = await listing({}, {});
    expect((await none().expect(200)).body).toEqual({ objectList: [], totalCount: 0 });
  });

  it('motadata/list-times: they are epoch milliseconds, as the fixture says or its records', async () => {
    const { body } = await (await listing())();
    expect(body.objectList).toEqual([
      {
        id: 10,
        name: 'SR-10',
        subject: 'A "new" laptop',
        createdTime: time('10:00'),
        updatedTime: time('11:30'),
      },
      {
        id: 9,
        name: 'INC-9',
        subject: 'Request 9',
        createdTime: time('09:00'),
        updatedTime: time('18:00'),
      },
      {
        id: 11,
        name: 'INC-11',
        subject: 'Request 11',
        createdTime: time('08:00'),
        updatedTime: time('12:00'),
      },
    ]);
  });

  it('motadata/list-paging: pages cut the whole without gap or overlap', async () => {
    const list = await listing();
    const all = ids(await list());
    for (const size of [1, 2, 3, 2000]) {
      const paged: number[] = [];
      for (let offset = 0; offset < 3; offset += size)
        paged.push(...ids(await list(`?offset=${offset}&size=${size}`).expect(200)));
      expect(paged).toEqual(all);
    }
  });

  it("motadata/list-own: a requester lists their own and nobody's, a technician all", async () => {
    const list = await listing();
    const { body } = await list('', {}, 'jerry').expect(200);
    expect([ids({ body }), body.totalCount]).toEqual([[10, 9], 2]);
    expect(ids(await list())).toEqual([10, 9, 11]);
    const open = await listing({ 'others-requests': 'readable' });
    expect(ids(await open('', {}, 'jerry'))).toEqual([10, 9, 11]);
  });

  it('motadata/list-audit-off: it is answered, with the same times', async () => {
    const [on, off] = [await listing(), await listing({ 'audit-trail': 'off' })];
    expect((await off().expect(200)).body).toEqual((await on()).body);
  });

  it('motadata/list-stable: equal times are in the order of the ids, as numbers', async () => {
    const same = { created: '2025-10-08T10:00:00Z', records: [] };
    // Ids so long keep a fixture's order, where shorter ones are put in order by JavaScript.
    const inOrder = [9, 10, 90, 8_000_000_000, 9_000_000_000, 10_000_000_000];
    const own = Object.fromEntries(inOrder.toReversed().map((id) => [id, same]));
    const list = await listing({}, own);
    expect(ids(await list('?sort_by=createdTime'))).toEqual(inOrder);
    expect(ids(await list('?sort_by=-createdTime'))).toEqual(inOrder.toReversed());
  });
});

describe("switches of Motadata's list", () => {
  it('motadata/list-size: list-size=25 is the page where none is asked for', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [i, { records: [] }]));
    const { body } = await (await listing({}, many))();
    expect([body.objectList.length, body.totalCount]).toEqual([25, 30]);
  });

  it('motadata/list-size: list-size=2 makes it smaller, and size goes over it', async () => {
    const list = await listing({ 'list-size': 2 });
    expect(ids(await list())).toEqual([10, 9]);
    expect(ids(await list('?size=3'))).toEqual([10, 9, 11]);
  });

  it('motadata/list-order: list-order=newest-first begins with the newest', async () => {
    expect(ids(await (await listing({ 'list-order': 'newest-first' }))())).toEqual([10, 9, 11]);
  });

  it('motadata/list-order: list-order=oldest-first begins with the oldest', async () => {
    expect(ids(await (await listing({ 'list-order': 'oldest-first' }))())).toEqual([11, 9, 10]);
  });

  it('motadata/list-sort: list-sort=ascending ascends, and a minus descends', async () => {
    const list = await listing({ 'list-sort': 'ascending' });
    expect(ids(await list('?sort_by=createdTime'))).toEqual([11, 9, 10]);
    expect(ids(await list('?sort_by=-createdTime'))).toEqual([10, 9, 11]);
    expect(ids(await list('?sort_by=updatedTime'))).toEqual([10, 11, 9]);
    expect(ids(await list('?sort_by=-updatedTime'))).toEqual([9, 11, 10]);
  });

  it('motadata/list-sort: list-sort=descending descends, and a minus ascends', async () => {
    const list = await listing({ 'list-sort': 'descending' });
    expect(ids(await list('?sort_by=updatedTime'))).toEqual([9, 11, 10]);
    expect(ids(await list('?sort_by=-updatedTime'))).toEqual([10, 11, 9]);
  });

  it('motadata/list-sort: list-sort=ignored sorts as if there were none', async () => {
    const list = await listing({ 'list-sort': 'ignored', 'list-bad-parameter': 'refused' });
    for (const sort of ['updatedTime', '-updatedTime', 'nonsense'])
      expect(ids(await list(`?sort_by=${sort}`))).toEqual([10, 9, 11]);
  });

  const wrong = ['offset=-1', 'offset=x', 'size=0', 'size=1.5', 'size=', 'sort_by=id'];

  it('motadata/list-bad-parameter: list-bad-parameter=ignored answers as if there were none', async () => {
    const list = await listing({ 'list-bad-parameter': 'ignored' });
    for (const query of wrong) expect(ids(await list(`?${query}`))).toEqual([10, 9, 11]);
  });

  it('motadata/list-bad-parameter: list-bad-parameter=refused is 400', async () => {
    const list = await listing({ 'list-bad-parameter': 'refused' });
    for (const query of wrong) await list(`?${query}`).expect(400);
    await list('?offset=0&size=1&sort_by=updatedTime').expect(200);
  });

  const filter = { qualDetails: { type: 'FlatQualificationRest', quals: [{}] } };

  it('motadata/list-filter: list-filter=ignored lists all', async () => {
    const list = await listing({ 'list-filter': 'ignored' });
    expect(ids(await list('', filter).expect(200))).toHaveLength(3);
  });

  it('motadata/list-filter: list-filter=refused is 400', async () => {
    const list = await listing({ 'list-filter': 'refused' });
    await list('', filter).expect(400);
    await list().expect(200);
  });

  it('motadata/updated-by-audit: updated-by-audit=yes moves it to the last record, a hidden one too', async () => {
    const list = await listing({ 'updated-by-audit': 'yes' });
    expect(updates(await list())).toEqual([time('11:30'), time('18:00'), time('12:00')]);
  });

  it('motadata/updated-by-audit: updated-by-audit=no leaves it where the fixture says, or at its making', async () => {
    const list = await listing({ 'updated-by-audit': 'no' });
    expect(updates(await list())).toEqual([time('11:30'), time('09:00'), time('08:00')]);
  });
});

describe('a fixture with times of a request', () => {
  for (const [key, value] of [
    ['updated', '2025-02-30T00:00:00Z'],
    ['updated', 'yesterday'],
    ['created', '2025-02-30T00:00:00Z'],
  ] as const)
    it(`may not have ${key}: ${value}`, async () => {
      const playing = listing({}, { '1': { [key]: value, records: [] } });
      await expect(playing).rejects.toThrow(
        new RegExp(`motadata\\.requests\\.1\\.${key}: expected an instant .*, found "${value}"`),
      );
    });
});
