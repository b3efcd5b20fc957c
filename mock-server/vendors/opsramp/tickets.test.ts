import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { FixtureError } from '../../../fixtures/language/FixtureError.js';
import { ticketTypes } from '../../../fixtures/language/vendors/opsramp/language.js';
import { startSimulator } from '../../startSimulator.js';
import { afterwards } from '../../testing/afterwards.js';
import { simulated } from '../../testing/simulated.js';
import { vendors } from '../index.js';
import type { Profile } from './profile.js';

const incidents = '/api/v2/tenants/t/incidents';
const at = (time: string) => ({
  createdTime: `${time}+0000`,
  activity: 'a',
  logType: 'TICKET',
  createdBy: { loginName: 'l' },
});
const other = { INC9: { created: '2018-10-20T00:00:00Z', records: [] } };

/** INC1 is old, INC4 is yet to come, and INC2 will change once more. */
const tickets = {
  INC3: {
    created: '2018-10-20T10:00:00Z',
    subject: 'Disk: full+ again',
    status: 'Open',
    records: [at('2018-10-20T10:00:01')],
  },
  INC1: {
    created: '2018-09-29T10:59:59Z',
    updated: '2018-10-29T10:59:59Z',
    subject: 'Disk',
    status: 'Closed',
    records: [],
  },
  INC2: {
    created: '2018-10-20T10:00:00Z',
    records: [at('2018-10-21T10:00:00'), at('2018-10-29T11:00:01')],
  },
  INC4: { created: '2018-10-29T11:00:01Z', updated: '2018-10-29T11:00:02Z', records: [] },
  INC5: { created: '2018-09-29T11:00:00Z', status: 'On Hold', records: [] },
};

const world = (profile: Partial<Profile>, some: object = tickets) => ({
  name: 'tickets',
  now: '2018-10-29T11:00:00Z',
  opsramp: {
    profile,
    tenants: {
      t: { credentials: [{ token: 'k' }], incidents: some },
      u: { credentials: [{ token: 'l' }], incidents: other },
    },
  },
});

const reading =
  (ask: ReturnType<typeof supertest>) =>
  (query: string | object = {}, path = `${incidents}/search`) =>
    ask.get(path).set('Authorization', 'Bearer k').query(query);

const asking = async (profile: Partial<Profile> = {}, some: object = tickets) =>
  reading(await simulated(world(profile, some)));

type Answer = { body: { results: { id: string; updatedDate: string }[] } };
const ids = ({ body }: Answer) => body.results.map(({ id }) => id);
const updated = ({ body }: Answer, of: string) =>
  body.results.find(({ id }) => id === of)?.updatedDate;
const listed = (fieldName: string) => [{ code: '0002', fieldName, message: expect.any(String) }];

describe("OpsRamp's search", () => {
  it("opsramp/search: finds the tenant's incidents", async () => {
    const get = await asking();
    expect(ids(await get().expect(200))).toEqual(['INC5', 'INC3', 'INC2']);
    const { body } = await get({}, '/api/v2/tenants/u/incidents/search').expect(403);
    expect(body.error).toBe('access_denied');
  });

  it("opsramp/search: finds the pages' own incident, and knows when it changed", async () => {
    const get = reading(await simulated());
    const { body } = await get(
      { queryString: 'startCreationDate:2018-10-24T05:26:27+0000' },
      '/api/v2/tenants/client_4/incidents/search',
    )
      .set('Authorization', 'Bearer opsramp-demo-token')
      .expect(200);
    expect(body.results).toEqual([
      {
        id: 'INC0000001798',
        subject: 'Network Storage in SJ Unavailable',
        createdDate: '2018-10-24T05:26:27+0000',
        updatedDate: '2018-10-29T07:17:13+0000',
      },
    ]);
  });

  it('opsramp/ticket-fields: tells what there is to tell of a ticket', async () => {
    const get = await asking();
    expect((await get()).body.results.slice(1)).toEqual([
      {
        id: 'INC3',
        subject: 'Disk: full+ again',
        createdDate: '2018-10-20T10:00:00+0000',
        updatedDate: '2018-10-20T10:00:01+0000',
        status: 'Open',
      },
      {
        id: 'INC2',
        createdDate: '2018-10-20T10:00:00+0000',
        updatedDate: '2018-10-21T10:00:00+0000',
      },
    ]);
  });

  it('opsramp/search-now: does not find what is yet to come', async () => {
    const simulator = await startSimulator(vendors, { fixture: world({}) });
    afterwards(() => simulator.close());
    const get = reading(supertest(simulator.url));
    expect(ids(await get({ queryString: 'uniqueId:INC4' }))).toEqual([]);
    expect(updated(await get(), 'INC2')).toBe('2018-10-21T10:00:00+0000');
    simulator.clock.advance('PT1S');
    const found = await get({ queryString: 'uniqueId:INC4' });
    expect(updated(found, 'INC4')).toBe('2018-10-29T11:00:01+0000');
    expect(updated(await get(), 'INC2')).toBe('2018-10-29T11:00:01+0000');
  });
});

describe("OpsRamp's pages of tickets", () => {
  it('opsramp/search-envelope: tells which page it is, and of how many', async () => {
    const get = await asking();
    const { results, ...first } = (await get({ pageSize: 2 })).body;
    expect(first).toEqual({
      totalResults: 3,
      orderBy: 'ticket.id',
      pageNo: 1,
      pageSize: 2,
      totalPages: 2,
      nextPage: true,
      nextPageNo: 2,
      previousPageNo: 0,
      descendingOrder: true,
    });
    const last = (await get({ pageSize: 2, pageNo: 2, isDescendingOrder: 'false' })).body;
    expect(last).toMatchObject({ pageNo: 2, previousPageNo: 1, descendingOrder: false });
  });

  it('opsramp/search-pages: cut what was found without a gap or an overlap', async () => {
    const get = await asking();
    const pages = [1, 2, 3, 4].map((pageNo) => get({ pageNo, pageSize: 1 }).expect(200));
    const answers = await Promise.all(pages);
    expect(answers.map(ids)).toEqual([['INC5'], ['INC3'], ['INC2'], []]);
    const next = answers.map(({ body }) => body.nextPageNo);
    expect(next).toEqual([2, 3, undefined, undefined]);
  });

  it('opsramp/search-pages: a number that is none is refused with 400', async () => {
    const get = await asking();
    for (const name of ['pageNo', 'pageSize'])
      for (const value of ['0', '-1', 'x', '1.5'])
        expect((await get({ [name]: value }).expect(400)).body).toEqual(listed(name));
  });

  it('opsramp/search-empty: are 0 where nothing was found', async () => {
    const get = await asking({}, {});
    const { body } = await get().expect(200);
    expect(body).toMatchObject({ results: [], totalPages: 0, nextPage: false, pageSize: 100 });
    expect(body).not.toHaveProperty('nextPageNo');
  });

  it('opsramp/search-page-size: largest-page=2 is how many when not told, and at most', async () => {
    const get = await asking({ 'largest-page': 2 });
    for (const query of [{}, { pageSize: 3 }]) expect(ids(await get(query))).toHaveLength(2);
    expect((await get({ pageSize: 1 })).body.pageSize).toBe(1);
  });

  it('opsramp/search-last-page: last-page=absent has no next number', async () => {
    const get = await asking({ 'last-page': 'absent' });
    expect((await get()).body).not.toHaveProperty('nextPageNo');
  });

  it('opsramp/search-last-page: last-page=zero has 0', async () => {
    const get = await asking({ 'last-page': 'zero' });
    expect((await get()).body.nextPageNo).toBe(0);
    expect((await get({ pageSize: 2 })).body.nextPageNo).toBe(2);
  });
});

describe("OpsRamp's order of tickets", () => {
  const all = { 'search-window': 'all' } as const;

  it('opsramp/search-order: is by id, turned round, when not told', async () => {
    const get = await asking(all);
    expect(ids(await get())).toEqual(['INC5', 'INC3', 'INC2', 'INC1']);
    expect(ids(await get({ isDescendingOrder: 'false' }))).toEqual([
      ...['INC1', 'INC2', 'INC3', 'INC5'],
    ]);
  });

  for (const prefix of ['ticket.', ''])
    it(`opsramp/search-order: is by what ${prefix}… names`, async () => {
      const get = await asking(all);
      const by = (key: string) =>
        get({ sortName: prefix + key, isDescendingOrder: 'false' }).expect(200);
      expect(ids(await by('updatedDate'))).toEqual(['INC5', 'INC3', 'INC2', 'INC1']);
      expect((await by('createdDate')).body.orderBy).toBe(`${prefix}createdDate`);
    });

  it('opsramp/search-ties: is by id among equals, and turned round with them', async () => {
    const get = await asking();
    const sortName = 'ticket.createdDate';
    const ascending = ids(await get({ sortName, isDescendingOrder: 'false' }));
    expect(ascending).toEqual(['INC5', 'INC2', 'INC3']);
    expect(ids(await get({ sortName }))).toEqual(ascending.reverse());
  });
});

describe("OpsRamp's queryString", () => {
  const all = { 'search-window': 'all' } as const;
  const wide = 'startCreationDate:2018-01-01T00:00:00+0000';
  const finding = async (profile: Partial<Profile> = all) => {
    const get = await asking(profile);
    return async (queryString: string) => ids(await get({ queryString }).expect(200)).sort();
  };

  it('opsramp/search-query: leaves what fits all fields', async () => {
    const found = await finding();
    expect(await found('subject:Disk+status:Open')).toEqual(['INC3']);
    expect(await found('status:Closed+subject:Disk: full+ again')).toEqual([]);
    expect(await found('subject:full+ again+status:Open')).toEqual(['INC3']);
    expect(await found('')).toHaveLength(4);
  });

  for (const name of ['uniqueId', 'id'])
    it(`opsramp/search-id: ${name} leaves that ticket`, async () => {
      const found = await finding();
      expect(await found(`${name}:INC2`)).toEqual(['INC2']);
      expect(await found(`${name}:INC`)).toEqual([]);
      expect(await found(`id:INC1+uniqueId:INC2`)).toEqual([]);
    });

  it('opsramp/search-status: leaves tickets with that status, or one of several', async () => {
    const found = await finding();
    expect(await found('status:Open')).toEqual(['INC3']);
    expect(await found('status:Closed, On Hold')).toEqual(['INC1', 'INC5']);
    expect(await found('status:Closed,Open')).toEqual(['INC1', 'INC3']);
  });

  it('opsramp/search-dates: leaves what was created in a window', async () => {
    const found = await finding({});
    expect(await found(wide)).toEqual(['INC1', 'INC2', 'INC3', 'INC5']);
    expect(await found('endCreationDate:2018-09-29T11:00:00+0000')).toEqual(['INC1', 'INC5']);
    expect(
      await found(
        'startCreationDate:2018-09-29T16:30:00+0530+endCreationDate:2018-10-01T00:00:00+0000',
      ),
    ).toEqual(['INC5']);
  });

  it('opsramp/search-dates: leaves what was last changed in a window', async () => {
    const found = await finding({});
    expect(await found('startUpdationDate:2018-10-21T10:00:00+0000')).toEqual(['INC1', 'INC2']);
    expect(await found('endUpdationDate:2018-10-20T10:00:01+0000')).toEqual(['INC3', 'INC5']);
    expect(await found(`${wide}+startUpdationDate:2018-10-29T10:59:59+0000`)).toEqual(['INC1']);
  });

  const from = 'startCreationDate:2018-10-20T10:00:00+0000';
  const to = 'endUpdationDate:2018-10-20T10:00:01+0000';

  it('opsramp/search-bounds: start-bound=inclusive and end-bound=inclusive find the bounds', async () => {
    const found = await finding({ 'start-bound': 'inclusive', 'end-bound': 'inclusive' });
    expect(await found(`${from}+${to}`)).toEqual(['INC3']);
  });

  it('opsramp/search-bounds: start-bound=exclusive and end-bound=exclusive do not', async () => {
    expect(await (await finding({ 'start-bound': 'exclusive' }))(`${from}+${to}`)).toEqual([]);
    expect(await (await finding({ 'end-bound': 'exclusive' }))(`${from}+${to}`)).toEqual([]);
    const found = await finding({ 'start-bound': 'exclusive', 'end-bound': 'exclusive' });
    expect(await found('')).toEqual(['INC2', 'INC3', 'INC5']);
  });

  it('opsramp/refusal-bad-time: a date that cannot be read is refused with 400', async () => {
    const get = await asking();
    const answer = await get({ queryString: 'endUpdationDate:yesterday' }).expect(400);
    expect(answer.body).toEqual(listed('endUpdationDate'));
  });

  it('opsramp/refusal-bad-time: bad-time=ignored searches as if no date were there', async () => {
    const found = await finding({ 'bad-time': 'ignored' });
    expect(await found('endUpdationDate:yesterday')).toEqual(['INC2', 'INC3', 'INC5']);
  });

  it('opsramp/parameter-empty: a field with nothing behind its colon is as good as none', async () => {
    expect(await (await finding())('uniqueId:+status:Open')).toEqual(['INC3']);
  });

  const raw = `queryString=subject:Disk+status:Open`;

  it('opsramp/search-plus: space-for-plus=refused does not take a raw plus', async () => {
    const get = await asking({ 'space-for-plus': 'refused' });
    expect((await get(raw).expect(400)).body).toEqual(listed('queryString'));
    expect(ids(await get({ queryString: 'subject:full+ again' }).expect(200))).toEqual(['INC3']);
  });

  it('opsramp/search-plus: space-for-plus=accepted takes it', async () => {
    const get = await asking({ 'space-for-plus': 'accepted' });
    expect(ids(await get(raw).expect(200))).toEqual(['INC3']);
    expect(ids(await get(`queryString=${wide}+id:INC1`).expect(200))).toEqual(['INC1']);
  });

  it('opsramp/search-subject: search-subject=contains finds a part of it', async () => {
    const found = await finding({ ...all, 'search-subject': 'contains' });
    expect(await found('subject:Disk')).toEqual(['INC1', 'INC3']);
  });

  it('opsramp/search-subject: search-subject=exact finds all of it', async () => {
    const found = await finding({ ...all, 'search-subject': 'exact' });
    expect(await found('subject:Disk')).toEqual(['INC1']);
    expect(await found('status:On Hold')).toEqual(['INC5']);
  });

  it('opsramp/search-window: without dates leaves what was created in the last month', async () => {
    expect(await (await finding({}))('subject:Disk')).toEqual(['INC3']);
  });

  it('opsramp/search-window-off: search-window=month is so', async () => {
    expect(await (await finding({ 'search-window': 'month' }))('')).not.toContain('INC1');
  });

  it('opsramp/search-window-off: search-window=all is not', async () => {
    expect(await (await finding({ 'search-window': 'all' }))('')).toContain('INC1');
  });

  const unknown = [{ sortName: 'color' }, { queryString: 'color:red' }, { queryString: 'red' }];

  it('opsramp/search-invalid: bad-search=refused is 400', async () => {
    const get = await asking({ 'bad-search': 'refused' });
    for (const query of unknown)
      expect((await get(query).expect(400)).body).toEqual(listed(Object.keys(query)[0] as string));
  });

  it('opsramp/search-invalid: bad-search=ignored searches as if it were not there', async () => {
    const get = await asking({ 'bad-search': 'ignored' });
    const plain = (await get()).text;
    for (const query of unknown) expect((await get(query).expect(200)).text).toBe(plain);
  });
});

describe("OpsRamp's ticket", () => {
  it('opsramp/ticket: is answered by its id, whenever it was created', async () => {
    const get = await asking();
    expect((await get({}, `${incidents}/INC1`).expect(200)).body).toEqual({
      id: 'INC1',
      subject: 'Disk',
      createdDate: '2018-09-29T10:59:59+0000',
      updatedDate: '2018-10-29T10:59:59+0000',
      status: 'Closed',
    });
    const { body } = await get({}, `${incidents}/INC9`).expect(404);
    expect(body).toEqual({ code: '0003', message: expect.any(String) });
  });

  it('opsramp/updated: updated-by-audit=yes moves it with its activities', async () => {
    const get = await asking({ 'updated-by-audit': 'yes', 'search-window': 'all' });
    const answer = await get();
    expect(updated(answer, 'INC2')).toBe('2018-10-21T10:00:00+0000');
    expect(updated(answer, 'INC1')).toBe('2018-10-29T10:59:59+0000');
  });

  it('opsramp/updated: updated-by-audit=no leaves it as the fixture has it', async () => {
    const get = await asking({ 'updated-by-audit': 'no', 'search-window': 'all' });
    const answer = await get();
    expect(updated(answer, 'INC2')).toBe('2018-10-20T10:00:00+0000');
    expect(updated(answer, 'INC1')).toBe('2018-10-29T10:59:59+0000');
  });
});

describe("OpsRamp's other tickets", () => {
  const created = '2018-10-20T10:00:00Z';
  const each = Object.fromEntries(
    ticketTypes.map((type) => [
      type,
      { [`${type}-1`]: { created, records: [at('2018-10-20T10:00:01')] } },
    ]),
  );
  const fixture = (tenant: object) => ({
    name: 'siblings',
    now: '2018-10-29T11:00:00Z',
    opsramp: { tenants: { t: { credentials: [{ token: 'k' }], ...tenant } } },
  });

  for (const type of ticketTypes)
    it(`opsramp/siblings: ${type} have a log, a search and an answer of their own`, async () => {
      const get = reading(await simulated(fixture(each)));
      const path = `/api/v2/tenants/t/${type}`;
      expect(ids(await get({}, `${path}/search`).expect(200))).toEqual([`${type}-1`]);
      expect((await get({}, `${path}/${type}-1`).expect(200)).body.id).toBe(`${type}-1`);
      const log = await get({}, `${path}/${type}-1/activitylog`).expect(200);
      expect(log.body.totalResults).toBe(1);
      for (const another of ticketTypes.filter((one) => one !== type))
        await get({}, `${path}/${another}-1/activitylog`).expect(404);
    });

  it('are where a fixture has no incidents at all', async () => {
    const get = reading(await simulated(fixture({ tasks: { T: { created, records: [] } } })));
    expect(ids(await get({}, '/api/v2/tenants/t/tasks/search').expect(200))).toEqual(['T']);
    expect(ids(await get().expect(200))).toEqual([]);
  });

  it('must be there in a fixture, one kind at least', async () => {
    await expect(simulated(fixture({}))).rejects.toThrow(
      /tenants\.t: expected a tenant: credentials, and tickets such as incidents/,
    );
  });

  it('were last changed at an instant that exists', async () => {
    for (const updated of ['2018-02-30T00:00:00Z', '0000-01-01T00:00:00+01:00'])
      await expect(
        simulated(fixture({ tasks: { T: { created, updated, records: [] } } })),
      ).rejects.toThrow(/tenants\.t\.tasks\.T\.updated: expected an instant that exists/);
  });

  const credentials = (...list: object[]) => fixture({ tasks: {}, credentials: list });

  it('are read with a token, or with a client that has id and secret, and not with both', async () => {
    for (const wrong of [
      { client_id: 'a' },
      { client_secret: 'b' },
      { client_id: 'a', client_secret: 'b', token: 'c' },
      { name: 'none' },
    ])
      await expect(simulated(credentials(wrong))).rejects.toThrow(FixtureError);
    await simulated(credentials({ client_id: 'a', client_secret: 'b' }, { token: 'c' }));
  });

  it('are read with secrets that no two credentials share', async () => {
    const twice = [{ client_id: 'a', client_secret: 'b' }, { token: 'b' }];
    await expect(simulated(credentials(...twice))).rejects.toThrow(/a secret of its own/);
  });
});
