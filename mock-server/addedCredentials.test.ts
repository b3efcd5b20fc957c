import supertest from 'supertest';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SimulatorSession } from './Simulator.js';
import { startSimulator } from './startSimulator.js';
import { vendors } from './vendors/index.js';

async function opened(): Promise<{ session: SimulatorSession; url: string }> {
  const simulator = await startSimulator(vendors, {});
  onTestFinished(() => simulator.close());
  return { session: await simulator.sessions.open(), url: simulator.url };
}

const logs = '/v2/amazon/issues/3423/_audit_logs';

describe('a credential that is added', () => {
  it('is good in its session alone, and goes with a reset', async () => {
    const { session, url } = await opened();
    session.credentials('helpshift').add({ name: 'second', api_key: 'k2' });
    await supertest(url).get(logs).auth('k2', '').expect(200);
    expect(session.journal().entries[0]?.credential).toBe('second');
    session.reset();
    await supertest(url).get(logs).auth('k2', '').expect(401);
  });

  it('is for what it says', async () => {
    const { session, url } = await opened();
    session.credentials('helpshift').add({ api_key: 'k2', domain: 'amazon' });
    await supertest(url).get(logs).auth('k2', '').expect(200);
    await supertest(url).get(logs.replace('amazon', 'other')).auth('k2', '').expect(403);
    session.credentials('opsramp').add({ token: 't2', tenant_id: 'client_4' });
    const incident = '/api/v2/tenants/client_4/incidents/INC0000001798/activitylog';
    await supertest(url).get(incident).set('Authorization', 'Bearer t2').expect(200);
  });

  it('may be another user of a client', async () => {
    const { session, url } = await opened();
    const { name: _, ...client } = session.vendors.motadata?.credentials[2] ?? {};
    session.credentials('motadata').add({ ...client, username: 'second', password: 'p2' });
    await supertest(url)
      .post('/api/oauth/token')
      .auth(client.client_id ?? '', client.client_secret ?? '')
      .type('form')
      .send({ grant_type: 'password', username: 'second', password: 'p2' })
      .expect(200);
  });

  const wrong: [string, string, Record<string, string>, string][] = [
    ['an unknown key', 'helpshift', { apikey: 'x' }, 'credential apikey: unknown key "apikey"'],
    ['a blank in it', 'helpshift', { api_key: 'a b' }, 'credential api_key: expected an API key'],
    ['a domain that is none', 'helpshift', { api_key: 'x', domain: 'amazn' }, 'found "amazn"'],
    ['no tenant', 'opsramp', { token: 'x' }, 'expected tenant_id to be one of client_4'],
    ['a strange tenant', 'opsramp', { token: 'x', tenant_id: 'y' }, 'found "y"'],
    ['a zone that is none', 'motadata', { token: 'x', zone: 'Asia/Kolkatta' }, 'credential zone:'],
    ['a secret of the default session', 'helpshift', { api_key: 'hs-demo-key' }, 'of its own'],
  ];
  for (const [what, vendor, entry, message] of wrong)
    it(`is refused with ${what}`, async () => {
      const { session } = await opened();
      const before = session.vendors;
      expect(() => session.credentials(vendor).add(entry)).toThrow(message);
      expect(session.vendors).toEqual(before);
    });

  it('is refused with a name that another one of the session has', async () => {
    const { session } = await opened();
    const add = () => session.credentials('helpshift').add({ name: 'demo', api_key: 'k2' });
    expect(add).toThrow('expected a name of its own, found "demo", which another credential has');
    expect(session.credentials('helpshift').list()).toHaveLength(1);
  });

  it('is refused with a secret that another one of the session has', async () => {
    const { session } = await opened();
    const { api_key = '' } = session.vendors.helpshift?.credentials[0] ?? {};
    expect(() => session.credentials('helpshift').add({ api_key })).toThrow('of its own');
  });
});

describe('credentials that are added', () => {
  it('are a thousand at most, however many of them have ended', async () => {
    const { session } = await opened();
    const credentials = session.credentials('helpshift');
    for (let i = 0; i < 1000; i++) credentials.add({ name: `n${i}`, api_key: `k${i}` });
    credentials.revoke('n0');
    expect(() => credentials.add({ api_key: 'more' })).toThrow(
      'expected at most 1000 credentials added to a vendor of a session, found one more',
    );
    session.reset();
    credentials.add({ api_key: 'more' });
  });
});

describe('a rotation', () => {
  it('makes secrets up where it is given none, and keeps what a client is known by', async () => {
    const { session, url } = await opened();
    const before = session.vendors.opsramp?.credentials[1] ?? {};
    session.credentials('opsramp').rotate('demo client');
    const after = session.vendors.opsramp?.credentials[1] ?? {};
    expect(after.client_id).toBe(before.client_id);
    expect(after.client_secret).not.toBe(before.client_secret);
    const form = { ...after, grant_type: 'client_credentials' };
    await supertest(url).post('/auth/oauth/token').type('form').send(form).expect(200);
  });

  it('makes secrets up that tell their session', async () => {
    const { session } = await opened();
    session.credentials('helpshift').rotate('demo');
    const { api_key } = session.vendors.helpshift?.credentials[0] ?? {};
    expect(api_key).toMatch(new RegExp(`^${session.id}-[0-9a-f]{6}-hs-demo-key$`));
  });

  it('leaves credentials in their order', async () => {
    const { session } = await opened();
    const names = () => session.vendors.motadata?.credentials.map(({ name }) => name);
    const before = names();
    session.credentials('motadata').rotate('demo key');
    expect(names()).toEqual(before);
  });

  it('takes no secret of another session', async () => {
    const { session } = await opened();
    const rotate = () =>
      session.credentials('helpshift').rotate('demo', { api_key: 'hs-demo-key' });
    expect(rotate).toThrow('of its own');
    expect(session.credentials('helpshift').list()).toHaveLength(1);
  });
});
