import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import supertest from 'supertest';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readFixture } from '../fixtures/language/readFixture.js';
import { folderOf } from '../fixtures/testing/complaint.js';
import { Sessions } from './Sessions.js';
import type { SimulatorSession } from './Simulator.js';
import { startSimulator } from './startSimulator.js';
import type { AnyVendor } from './Vendor.js';
import { vendors } from './vendors/index.js';
import { World } from './World.js';

const world = (...keys: string[]) => `name: w
now: 2025-11-03T09:00:00Z
helpshift:
  credentials: [${keys.map((key) => `{ name: ${key}, api_key: ${key} }`)}]
  domains: { shop: { issues: { "1": { records: [{ action_taken_at: 5, action: a }] } } } }
opsramp:
  tenants:
    t:
      credentials: [{ name: client, client_id: c, client_secret: s }]
      incidents: { INC1: { created: 2018-10-24T05:26:27Z, records: [] } }
`;

async function owned(bounds = {}) {
  const file = join(folderOf({ 'x.yaml': world('k1') }), 'x.yaml');
  const simulator = await startSimulator(vendors, { fixture: file, bounds });
  onTestFinished(() => simulator.close());
  const ask = supertest(simulator.url);
  const reload = (...keys: string[]) => {
    writeFileSync(file, world(...keys));
    simulator.reload();
  };
  const { sessions } = simulator;
  const session = await sessions.open();
  /** Whose a request with a key is, and what it is answered. */
  async function whose(key: string) {
    const all = sessions.list();
    const before = all.map(({ requests }) => requests);
    const { status } = await ask.get('/v2/shop/issues/1/_audit_logs').auth(key, '');
    const [asked = 'nobody'] = all.filter((one, i) => one.requests !== before[i]);
    return [asked === session ? 'session' : asked === 'nobody' ? asked : asked.id, status];
  }
  return { simulator, sessions, session, ask, reload, whose };
}

const first = (session: SimulatorSession, vendor: string) =>
  session.vendors[vendor]?.credentials[0] ?? {};

describe('a secret', () => {
  it('of the fixture is the default session’s from the reload on, though another had added it', async () => {
    const { session, reload, whose } = await owned();
    session.credentials('helpshift').add({ name: 'x', api_key: 'k2' });
    expect(await whose('k2')).toEqual(['session', 200]);
    reload('k1', 'k2');
    expect(await whose('k2')).toEqual(['default', 200]);
    await session.close();
    expect(await whose('k2')).toEqual(['default', 200]);
  });

  it('that has ended tells whose it was until the session is closed, and so does a client’s id', async () => {
    const { session, ask, whose } = await owned();
    const { api_key = '' } = first(session, 'helpshift');
    const { client_id } = first(session, 'opsramp');
    const form = { grant_type: 'client_credentials', client_id, client_secret: 'guess' };
    const guess = () => ask.post('/auth/oauth/token').type('form').send(form).expect(401);
    session.credentials('helpshift').rotate('k1');
    expect(await whose(api_key)).toEqual(['session', 401]);
    await guess();
    expect(session.requests).toBe(2);
    await session.close();
    expect(await whose(api_key)).toEqual(['nobody', 401]);
    await guess();
    expect(session.requests).toBe(2);
  });

  it('that has ended is forgotten once a hundred others have, and anybody may have it then', async () => {
    const { session, sessions, whose } = await owned();
    const { api_key = '' } = first(session, 'helpshift');
    const credentials = session.credentials('helpshift');
    for (let i = 0; i < 100; i++) credentials.rotate('k1', { api_key: `r${i}` });
    expect(await whose(api_key)).toEqual(['session', 401]);
    credentials.rotate('k1', { api_key: 'last' });
    expect(await whose(api_key)).toEqual(['nobody', 401]);
    expect(await whose('r0')).toEqual(['session', 401]);
    const other = await sessions.open();
    other.credentials('helpshift').add({ api_key });
    expect((await whose(api_key))[0]).toBe(other.id);
  });

  it('is told by a client’s id until a hundred other ids have ended', async () => {
    const { session, ask } = await owned();
    const { client_id } = first(session, 'opsramp');
    const form = { grant_type: 'client_credentials', client_id, client_secret: 'guess' };
    const guess = async () => {
      const { requests } = session;
      await ask.post('/auth/oauth/token').type('form').send(form).expect(401);
      return session.requests - requests;
    };
    const credentials = session.credentials('opsramp');
    credentials.rotate('client', { client_id: 'r' });
    expect(await guess()).toBe(1);
    for (let i = 0; i < 100; i++) credentials.rotate('client', { client_id: `r${i}` });
    expect(await guess()).toBe(0);
  });

  it('that is made up over and over stays as long as it was', async () => {
    const { session } = await owned();
    const lengths = [0, 1, 2].map(() => {
      session.credentials('helpshift').rotate('k1');
      return first(session, 'helpshift').api_key?.length;
    });
    expect(new Set(lengths)).toEqual(new Set(['0123456789-012345-k1'.length]));
  });

  it('that a token is ends with a reset', async () => {
    const { session, ask } = await owned();
    const { client_id, client_secret } = first(session, 'opsramp');
    const form = { grant_type: 'client_credentials', client_id, client_secret };
    const token = async () =>
      (await ask.post('/auth/oauth/token').type('form').send(form).expect(200)).body
        .access_token as string;
    const before = await token();
    session.reset();
    expect(session.credentials('opsramp').texts()).not.toContain(before);
    expect(await token()).not.toBe(before);
    await ask
      .get('/api/v2/tenants/t/incidents/INC1/activitylog')
      .set('Authorization', `Bearer ${before}`)
      .expect(407);
  });

  it('that a token is ends when it was to end, though the clock is set back meanwhile', async () => {
    const { session, ask } = await owned();
    const { client_id, client_secret } = first(session, 'opsramp');
    const form = { grant_type: 'client_credentials', client_id, client_secret };
    const { body } = await ask.post('/auth/oauth/token').type('form').send(form).expect(200);
    const read = (status: number) =>
      ask
        .get('/api/v2/tenants/t/incidents/INC1/activitylog')
        .set('Authorization', `Bearer ${body.access_token}`)
        .expect(status);
    session.clock.advance('P1D');
    await read(407);
    session.clock.set('2025-11-01T09:00:00Z');
    await read(200);
    session.clock.set('2025-11-04T09:00:00Z');
    await read(407);
  });

  it('is not taken from a session by a client of the same id in another, which goes', async () => {
    const { session, sessions, ask } = await owned();
    const { client_id } = first(session, 'opsramp');
    const other = await sessions.open();
    const client = { client_id, client_secret: 'another', tenant_id: 't' } as Record<
      string,
      string
    >;
    other.credentials('opsramp').add({ name: 'same', ...client });
    const form = { grant_type: 'client_credentials', client_id, client_secret: 'guess' };
    const guess = () => ask.post('/auth/oauth/token').type('form').send(form).expect(401);
    await guess();
    expect([session.requests, other.requests]).toEqual([1, 0]);
    await other.close();
    await guess();
    expect(session.requests).toBe(2);
  });
});

/** How many of a kind keep the process alive. */
const held = (kind: string) =>
  process.getActiveResourcesInfo().filter((one) => one === kind).length;

describe('a session with a port of its own', () => {
  it('is not opened over the end of the simulator, and listens nowhere', async () => {
    const { simulator, sessions } = await owned();
    const opening = sessions.open({ ownPort: true });
    const refused = expect(opening).rejects.toThrow('the simulator is closed');
    await simulator.close();
    await refused;
    await expect.poll(() => held('TCPServerWrap')).toBe(0);
    await expect(sessions.open()).rejects.toThrow('the simulator is closed');
  });

  it('whose port cannot be had leaves nothing behind', async () => {
    const played = (given: object) =>
      new World(
        readFixture(
          [given],
          vendors.map(({ language }) => language),
        ),
        vendors,
      );
    const motadata = { credentials: [{ token: 't' }], requests: {} };
    const whole = played({
      name: 'x',
      helpshift: { credentials: [{ api_key: 'k' }], domains: {} },
    });
    const worlds = { whole, named: () => whole, given: played };
    const bounds = { sessions: 9, journal: { entries: 9, bytes: 9999 } };
    const sessions = new Sessions(worlds, bounds, () => Promise.reject(new Error('no port')));
    const vendor = vendors.find(({ name }) => name === 'motadata') as AnyVendor;
    const opening = sessions.open({ fixture: { name: 'y', motadata }, ownPort: true });
    await expect(opening).rejects.toThrow('no port');
    expect(sessions.of(vendor, [])).toBeUndefined();
    expect(sessions.list()).toHaveLength(1);
  });

  it('counts among those that may be open as soon as it is asked for', async () => {
    const { sessions } = await owned({ sessions: 2 });
    const opening = sessions.open({ ownPort: true });
    await expect(sessions.open()).rejects.toThrow('expected at most 2 open sessions');
    await opening;
  });
});

describe('a session that is reset', () => {
  it('begins then, by a clock that runs', async () => {
    const { sessions } = await owned();
    const session = await sessions.open({
      fixture: { name: 'x', motadata: { requests: {}, credentials: [{ token: 't' }] } },
    });
    onTestFinished(() => void vi.useRealTimers());
    vi.setSystemTime(Date.now() + 3_600_000);
    session.reset();
    expect(session.parts[0]?.born).toBe(Date.now());
  });
});

describe('a session that nobody closes', () => {
  it('does not keep the process alive until its time is over', async () => {
    const { sessions } = await owned();
    const before = held('Timeout');
    await sessions.open({ expiresIn: 'P7D' });
    expect(held('Timeout')).toBe(before);
  });
});

describe('a session that is closed', () => {
  it('is let go of before its time would be over', async () => {
    const { sessions } = await owned();
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as () => void;
    const closed = async () => {
      const session = await sessions.open();
      await session.close();
      return new WeakRef(session);
    };
    const session = await closed();
    await expect
      .poll(() => {
        gc();
        return session.deref() === undefined;
      })
      .toBe(true);
  });
});
