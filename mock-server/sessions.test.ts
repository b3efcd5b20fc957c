import { request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import supertest from 'supertest';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { folderOf } from '../fixtures/testing/complaint.js';
import { Misuse } from './Misuse.js';
import type { SessionOptions, SimulatorOptions, SimulatorSession } from './Simulator.js';
import { startSimulator } from './startSimulator.js';
import { vendors } from './vendors/index.js';

const NOW = '2025-11-03T09:00:00Z';

const activity = (createdTime: string) => ({
  activity: 'Incident Updated',
  createdTime,
  logType: 'TICKET',
  createdBy: { loginName: 'ana', firstName: 'Ana', lastName: 'Lim' },
});

const fixture = {
  name: 'three',
  now: NOW,
  helpshift: {
    credentials: [{ name: 'collector', api_key: 'hs' }],
    domains: { shop: { issues: { '1': { records: [{ action_taken_at: 5, action: 'a' }] } } } },
  },
  motadata: {
    credentials: [{ name: 'collector', api_key: 'mo/+ta' }],
    requests: {
      '1': { records: [{ at: '2025-11-03T08:00:00Z', record: { auditString: 'one' } }] },
    },
  },
  opsramp: {
    tenants: {
      t: {
        credentials: [
          { name: 'collector', token: 'or' },
          { name: 'client', client_id: 'c', client_secret: 's' },
        ],
        incidents: {
          INC1: {
            created: '2018-10-24T05:26:27Z',
            records: [activity('2018-10-24T05:26:27+0000')],
          },
        },
      },
    },
  },
};

async function started(options: SimulatorOptions = { fixture }) {
  const simulator = await startSimulator(vendors, options);
  onTestFinished(() => simulator.close());
  return simulator;
}

/** All that a client must know of its session. */
type Client = Pick<SimulatorSession, 'vendors'>;

/** How a client that was given a session reads its ticket; the answer's count of records. */
const reading: Record<string, (client: Client) => Promise<supertest.Response>> = {
  helpshift: ({ vendors: { helpshift } }) =>
    supertest(helpshift?.baseUrl ?? '')
      .get('/v2/shop/issues/1/_audit_logs')
      .auth(helpshift?.credentials[0]?.api_key ?? 'none', ''),
  motadata: ({ vendors: { motadata } }) =>
    supertest(motadata?.baseUrl ?? '')
      .post('/api/v1/request/1/audit/search/byqual')
      .set('Authorization', `Apikey ${motadata?.credentials[0]?.api_key ?? 'none'}`)
      .send({}),
  opsramp: ({ vendors: { opsramp } }) =>
    supertest(opsramp?.baseUrl ?? '')
      .get('/api/v2/tenants/t/incidents/INC1/activitylog')
      .set('Authorization', `Bearer ${opsramp?.credentials[0]?.token ?? 'none'}`),
};

const count: Record<string, (body: never) => number> = {
  helpshift: ({ audit_logs }: { audit_logs: unknown[] }) => audit_logs.length,
  motadata: ({ length }: unknown[]) => length,
  opsramp: ({ results }: { results: unknown[] }) => results.length,
};

const names = Object.keys(reading);

function read(client: Client, vendor: string): Promise<supertest.Response> {
  return (reading[vendor] as (typeof reading)[string])(client);
}

async function countOf(session: SimulatorSession, vendor: string): Promise<number> {
  const { status, body } = await read(session, vendor);
  expect(status).toBe(200);
  return (count[vendor] as (body: unknown) => number)(body);
}

const another: Record<string, object> = {
  helpshift: { action_taken_at: 6, action: 'b' },
  motadata: { at: '2025-11-03T08:30:00Z', record: { auditString: 'two' } },
  opsramp: activity('2018-10-25T05:26:27+0000'),
};

function append(session: SimulatorSession, vendor: string): void {
  const target = session.vendors[vendor]?.targets[0] ?? {};
  session.append(vendor, target, [another[vendor] as object]);
}

describe('a session', () => {
  for (const vendor of names)
    it(`is chosen by the credentials that it was given: ${vendor}`, async () => {
      const { sessions } = await started();
      const [one, two] = [await sessions.open(), await sessions.open()];
      append(one, vendor);
      expect(await countOf(one, vendor)).toBe(2);
      expect(await countOf(two, vendor)).toBe(1);
      expect(await countOf(sessions.get('default') as SimulatorSession, vendor)).toBe(1);
      expect([one, two].map(({ requests }) => requests)).toEqual([1, 1]);
    });

  it('has the same odd characters in its credentials as the fixture has', async () => {
    const { sessions } = await started();
    const { vendors } = await sessions.open();
    expect(vendors.motadata?.credentials[0]?.api_key).toMatch(
      /^[0-9a-f]{10}-[0-9a-f]{6}-mo\/\+ta$/,
    );
  });

  it('says where its tickets are, and what its credentials are for', async () => {
    const { sessions, url } = await started();
    const { vendors } = await sessions.open();
    expect(vendors.opsramp).toMatchObject({
      baseUrl: url,
      credentials: [{ name: 'collector', tenant_id: 't' }, { name: 'client' }],
      targets: [{ tenant_id: 't', incident_id: 'INC1' }],
    });
    expect(vendors.helpshift?.targets).toEqual([{ domain: 'shop', issue_id: '1' }]);
    expect(vendors.motadata?.targets).toEqual([{ request_id: '1' }]);
  });

  it('has a clock of its own', async () => {
    const { sessions, clock } = await started();
    const [one, two] = [await sessions.open(), await sessions.open()];
    one.clock.advance('PT1H');
    const dates = await Promise.all(
      [one, two].map(async (session) => (await read(session, 'helpshift')).headers.date),
    );
    expect(dates).toEqual(['Mon, 03 Nov 2025 10:00:00 GMT', 'Mon, 03 Nov 2025 09:00:00 GMT']);
    expect(clock.now()).toBe(Date.parse(NOW));
  });

  it('has a clock that begins where it is told', async () => {
    const { sessions } = await started();
    const { clock } = await sessions.open({ now: '2030-01-01T00:00:00Z' });
    expect([clock.now(), clock.running]).toEqual([Date.UTC(2030, 0), false]);
  });

  it('has only the vendors that are asked for', async () => {
    const { sessions } = await started();
    const { vendors } = await sessions.open({ vendors: ['motadata'] });
    expect(Object.keys(vendors)).toEqual(['motadata']);
  });

  it('has tokens of its own, which end with its own credentials alone', async () => {
    const { sessions } = await started();
    const opened = [await sessions.open(), await sessions.open()];
    const tokens = await Promise.all(
      opened.map(async ({ vendors: { opsramp } }) => {
        const { client_id, client_secret } = opsramp?.credentials[1] ?? {};
        const { body } = await supertest(opsramp?.baseUrl ?? '')
          .post('/auth/oauth/token')
          .type('form')
          .send({ grant_type: 'client_credentials', client_id, client_secret })
          .expect(200);
        return body.access_token as string;
      }),
    );
    opened[0]?.credentials('opsramp').endTokens('client');
    const statuses = await Promise.all(
      tokens.map(async (token, i) => {
        const { status } = await supertest(opened[i]?.vendors.opsramp?.baseUrl ?? '')
          .get('/api/v2/tenants/t/incidents/INC1/activitylog')
          .set('Authorization', `Bearer ${token}`);
        return status;
      }),
    );
    expect(statuses).toEqual([407, 200]);
    // Dead as it is, it tells whose it was.
    expect(opened[0]?.requests).toBe(2);
  });

  it('is as it was at first once it is reset', async () => {
    const { sessions } = await started();
    const session = await sessions.open();
    const before = session.vendors;
    for (const vendor of names) append(session, vendor);
    session.clock.advance('P1D');
    session.clock.run();
    session.credentials('helpshift').rotate('collector', { api_key: 'other' });
    session.credentials('opsramp').revoke('collector');
    await read(session, 'motadata');
    session.reset();
    expect(session.vendors).toEqual(before);
    expect([session.clock.now(), session.clock.running]).toEqual([Date.parse(NOW), false]);
    expect(session.journal()).toEqual({ entries: [], dropped: 0 });
    for (const vendor of names) expect(await countOf(session, vendor)).toBe(1);
  });

  it('is gone once it is closed, and its credentials are nobody’s', async () => {
    const simulator = await started();
    const session = await simulator.sessions.open();
    const { vendors } = session;
    await session.close();
    expect(simulator.sessions.get(session.id)).toBeUndefined();
    expect((await read({ vendors }, 'helpshift')).status).toBe(401);
    expect(simulator.unattributed().entries[0]?.nearMiss).toBe(
      `a credential of session ${session.id}, which is closed`,
    );
  });

  const deeds: [string, (session: SimulatorSession) => unknown][] = [
    ['credentials', (session) => session.credentials('helpshift')],
    ['records', (session) => append(session, 'helpshift')],
    ['faults', (session) => session.setFaults([])],
    ['a reset', (session) => session.reset()],
    ['a moved clock', ({ clock }) => clock.advance('PT1H')],
    ['a set clock', ({ clock }) => clock.set(NOW)],
    ['a clock that runs', ({ clock }) => clock.run()],
    ['a clock that stands still', ({ clock }) => clock.stop()],
  ];
  for (const [what, act] of deeds)
    it(`is not given ${what} once it is closed`, async () => {
      const { sessions } = await started();
      const session = await sessions.open();
      await session.close();
      expect(() => act(session)).toThrow(`session ${session.id} is closed`);
    });

  it('is not given other credentials by what was taken of it while it was open', async () => {
    const { sessions } = await started();
    const session = await sessions.open();
    const credentials = session.credentials('helpshift');
    await session.close();
    const message = `session ${session.id} is closed`;
    expect(() => credentials.add({ api_key: 'x', domain: 'shop' })).toThrow(message);
    expect(() => credentials.rotate('collector')).toThrow(message);
  });

  it('can be looked into once it is closed', async () => {
    const { sessions } = await started();
    const session = await sessions.open();
    await read(session, 'helpshift');
    await session.close();
    expect(session.journal().entries.map(({ status }) => status)).toEqual([200]);
    expect(session.clock.now()).toBe(Date.parse(NOW));
  });

  it('is not opened once the simulator is closed', async () => {
    const { sessions, close, clock } = await started();
    await close();
    await expect(sessions.open()).rejects.toThrow('the simulator is closed');
    expect(() => clock.advance('PT1H')).toThrow('session default is closed');
  });

  it('is closed when its time is over', async () => {
    const { sessions } = await started();
    const session = await sessions.open({ expiresIn: 'PT0.01S' });
    expect(session.expires).toBe(session.opened + 10);
    await vi.waitFor(() => expect(sessions.get(session.id)).toBeUndefined());
  });

  it('leaves a world that is read again to the default one', async () => {
    const simulator = await started();
    const session = await simulator.sessions.open();
    append(session, 'motadata');
    simulator.reload();
    expect(await countOf(session, 'motadata')).toBe(2);
  });

  it('can be of one of several files, or of a fixture of its own', async () => {
    const world = (name: string, key: string) =>
      `name: ${name}\nhelpshift: { credentials: [{ api_key: ${key} }], domains: { ${key}: { issues: {} } } }\n`;
    const folder = folderOf({ 'a.yaml': world('x', 'k1'), 'b.yaml': world('y', 'k2') });
    const { sessions } = await started({ fixture: [`${folder}/a.yaml`, `${folder}/b.yaml`] });
    const both = await sessions.open();
    const one = await sessions.open({ fixture: 'b' });
    const own = await sessions.open({ fixture });
    expect([both, one, own].map(({ vendors }) => vendors.helpshift?.credentials.length)).toEqual([
      2, 1, 1,
    ]);
    expect([one.fixture, own.fixture]).toEqual(['y', 'three']);
    expect(await countOf(own, 'opsramp')).toBe(1);
  });

  it('whose vendor the default one lacks still refuses strangers as that vendor does', async () => {
    const { motadata, ...rest } = fixture;
    const { sessions, url } = await started({ fixture: rest });
    const path = '/api/v1/request/1/audit/search/byqual';
    await supertest(url)
      .post(path)
      .expect(404)
      .expect('Content-Type', /^text\/plain/);
    const session = await sessions.open({ fixture });
    expect(await countOf(session, 'motadata')).toBe(1);
    await supertest(url)
      .post(path)
      .set('Authorization', 'Apikey x')
      .expect(401, /"code"/);
  });

  const wrong: [string, SessionOptions, string][] = [
    ['an unknown option', { mistakes: [] } as never, 'unknown option "mistakes"'],
    ['an unknown file', { fixture: 'thre' }, 'no fixture is called "thre"; did you mean three?'],
    ['no vendor', { vendors: [] }, 'vendors: expected some of helpshift, motadata, opsramp'],
    ['a strange vendor', { vendors: ['jira'] }, 'found jira'],
    ['a wrong instant', { now: 'today' }, 'expected an instant such as 2025-03-31T06:30:00Z'],
    [
      'a life of a month',
      { expiresIn: 'P1M' },
      'found "P1M"; years and months have no fixed length',
    ],
    ['no life', { expiresIn: 'PT0S' }, 'expiresIn: expected an ISO 8601 duration up to P7D'],
    ['too long a life', { expiresIn: 'P8D' }, 'expiresIn: expected an ISO 8601 duration up to P7D'],
    [
      'a file’s text',
      { fixture: 'name: a\nhelpshift: {}\n' },
      'fixture: expected the name of a fixture, or a whole one as an object',
    ],
    ['a Date', { now: new Date(0) } as never, 'found a Date; its toISOString() is an instant'],
  ];
  for (const [what, options, message] of wrong)
    it(`is not opened with ${what}`, async () => {
      const { sessions } = await started();
      await expect(sessions.open(options)).rejects.toThrow(message);
      expect(sessions.list()).toHaveLength(1);
    });

  it('is not opened where there are as many as may be', async () => {
    const { sessions } = await started({ fixture, bounds: { sessions: 2 } });
    await sessions.open();
    await sessions.open();
    await expect(sessions.open()).rejects.toThrow('expected at most 2 open sessions');
    await sessions.list()[1]?.close();
    await sessions.open();
  });

  it('that is the default one cannot be closed', async () => {
    const { sessions } = await started();
    await expect(sessions.get('default')?.close()).rejects.toThrow(Misuse);
  });
});

describe('a session with a port of its own', () => {
  it('has every request there, whatever it is sent with', async () => {
    const simulator = await started();
    const session = await simulator.sessions.open({ ownPort: true });
    const url = session.vendors.helpshift?.baseUrl ?? '';
    expect(url).not.toBe(simulator.url);
    await supertest(url).get('/v2/shop/issues/1/_audit_logs').expect(401);
    await supertest(url)
      .get('/nowhere')
      .expect(404, /helpshift under .*motadata under .*opsramp under/);
    expect(await countOf(session, 'helpshift')).toBe(1);
    expect(session.requests).toBe(3);
    expect(simulator.unattributed().entries).toEqual([]);
  });

  it('has it no longer once it is closed', async () => {
    const { sessions } = await started();
    const session = await sessions.open({ ownPort: true });
    const url = session.vendors.helpshift?.baseUrl ?? '';
    await session.close();
    const error = await new Promise((resolve) => request(url).on('error', resolve).end());
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });
});

/** What may happen to a session. */
type Step = [what: 'read' | 'append' | 'advance' | 'revoke' | 'reset', nth: number, vendor: string];

describe('sessions', () => {
  it('know nothing of each other, whatever happens to them in whatever order', async () => {
    const { sessions } = await started({ fixture, bounds: { sessions: 1e6 } });
    const steps = fc.array(
      fc.tuple(
        fc.constantFrom<Step[0][]>('read', 'read', 'append', 'advance', 'revoke', 'reset'),
        fc.nat(3),
        fc.constantFrom(...names),
      ),
      { minLength: 5, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const opened = await Promise.all([0, 1, 2, 3].map(() => sessions.open()));
        const fresh = () => ({ added: {} as Record<string, number>, hours: 0, gone: new Set() });
        const models = opened.map(fresh);
        const reads: Promise<void>[] = [];
        for (const [what, nth, vendor] of all) {
          const session = opened[nth] as SimulatorSession;
          const model = models[nth] as (typeof models)[0];
          if (what === 'append') {
            append(session, vendor);
            model.added[vendor] = (model.added[vendor] ?? 0) + 1;
          } else if (what === 'advance') {
            session.clock.advance('PT1H');
            model.hours++;
          } else if (what === 'revoke' && !model.gone.has(vendor)) {
            session.credentials(vendor).revoke('collector');
            model.gone.add(vendor);
          } else if (what === 'reset') {
            session.reset();
            models[nth] = fresh();
          } else if (what === 'read' && !model.gone.has(vendor)) {
            const expected = [
              200,
              new Date(Date.parse(NOW) + model.hours * 3_600_000).toUTCString(),
              1 + (model.added[vendor] ?? 0),
            ];
            const { status, headers, body } = await read(session, vendor);
            expect([status, headers.date, count[vendor]?.(body as never)]).toEqual(expected);
            // Others read meanwhile.
            reads.push(
              ...opened
                .filter((_, i) => !models[i]?.gone.has(vendor))
                .map(async (other) => {
                  await read(other, vendor);
                }),
            );
            await Promise.all(reads.splice(0));
          }
        }
        await Promise.all(opened.map((session) => session.close()));
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('are opened by the ten thousand in under a millisecond and a few kilobytes each', async () => {
    const { sessions } = await started({
      fixture: {
        name: 'huge',
        helpshift: {
          credentials: [{ api_key: 'k' }],
          domains: { d: { issues: { '1': { generate: { records: 10_000_000 } } } } },
        },
      },
    });
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as () => void;
    for (let i = 0; i < 100; i++) await (await sessions.open()).close();
    gc();
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    for (let i = 0; i < 10_000; i++) await sessions.open();
    const each = (performance.now() - start) / 10_000;
    gc();
    const bytes = (process.memoryUsage().heapUsed - before) / 10_000;
    expect(sessions.list()).toHaveLength(10_001);
    expect(each).toBeLessThan(1);
    expect(bytes).toBeLessThan(8 * 1024);
    const last = sessions.list().at(-1) as SimulatorSession;
    const { api_key = '' } = last.vendors.helpshift?.credentials[0] ?? {};
    await supertest(last.vendors.helpshift?.baseUrl ?? '')
      .get('/v2/d/issues/1/_audit_logs?page=40000')
      .auth(api_key, '')
      .expect(200);
    expect(last.requests).toBe(1);
  }, 60_000);
});
