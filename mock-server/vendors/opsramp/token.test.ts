import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../startSimulator.js';
import { afterwards } from '../../testing/afterwards.js';
import { simulated } from '../../testing/simulated.js';
import { vendors } from '../index.js';
import type { Profile } from './profile.js';

const short = '/auth/oauth/token';
const tenancy = '/tenancy/auth/oauth/token';
const own = {
  grant_type: 'client_credentials',
  client_id: 'opsramp-demo-client',
  client_secret: 'opsramp-demo-secret',
};
const log = '/api/v2/tenants/t/incidents/I/activitylog';
const foreign = '/api/v2/tenants/u/incidents/I/activitylog';

const world = (profile: Partial<Profile>) => ({
  name: 'clients',
  now: '2018-10-29T11:00:00Z',
  opsramp: {
    profile,
    tenants: {
      t: {
        credentials: [
          { name: 'client', client_id: own.client_id, client_secret: own.client_secret },
          { name: 'other', client_id: 'b', client_secret: 'a+&=é' },
        ],
        incidents: { I: { records: [] } },
      },
      u: { credentials: [{ token: 'k' }], incidents: { I: { records: [] } } },
    },
  },
});

type Ask = ReturnType<typeof supertest>;

/** What a client and a reader of the log do. */
const doing = (ask: Ask) => ({
  token: (form: object = own, path = short) => ask.post(path).type('form').send(form),
  read: (token: string, path = log) => ask.get(path).set('Authorization', `Bearer ${token}`),
});

const asking = async (profile: Partial<Profile> = {}) => doing(await simulated(world(profile)));

/** The same, with a clock to move and credentials to end. */
async function living(profile: Partial<Profile> = {}) {
  const simulator = await startSimulator(vendors, { fixture: world(profile) });
  afterwards(() => simulator.close());
  const { clock } = simulator;
  return {
    ...doing(supertest(simulator.url)),
    clock,
    credentials: simulator.credentials('opsramp'),
  };
}

const refused = (error: string) => ({ error, error_description: expect.any(String) });

describe("OpsRamp's tokens", () => {
  it('opsramp/token: are for clients, and read the log', async () => {
    const { token, read } = await asking();
    const { body } = await token().expect(200).expect('Content-Type', 'application/json');
    await read(body.access_token).expect(200);
    const other = await token({ ...own, client_id: 'b', client_secret: 'a+&=é' }).expect(200);
    expect(other.body.access_token).not.toBe(body.access_token);
  });

  it("opsramp/token: are for the pages' own client too", async () => {
    const { token, read } = doing(await simulated());
    const { body } = await token().expect(200);
    const sample = '/api/v2/tenants/client_4/incidents/INC0000001798/activitylog';
    expect((await read(body.access_token, sample).expect(200)).body.totalResults).toBe(9);
  });

  it('opsramp/token-answer: are told with their type, life and scope', async () => {
    const { token } = await asking();
    expect((await token()).body).toEqual({
      access_token: expect.stringMatching(/^[0-9a-f-]{36}$/),
      token_type: 'bearer',
      expires_in: 7199,
      scope: 'global:manage',
    });
  });

  it('opsramp/token-tenant: read the tenant of their client, and no other', async () => {
    const { token, read } = await asking();
    const { body } = await token();
    await read(body.access_token, foreign).expect(403);
  });

  it('opsramp/token-method: are not for GET', async () => {
    const ask = await simulated(world({}));
    for (const path of [short, tenancy]) {
      const { body } = await ask.get(path).expect(405).expect('Allow', 'POST');
      expect(body).toEqual({ code: '0005', message: expect.any(String) });
    }
    await ask.get('/auth/oauth/nowhere').expect(404);
  });

  const served = { both: [200, 200], short: [200, 404], tenancy: [404, 200] } as const;
  for (const which of ['both', 'short', 'tenancy'] as const)
    it(`opsramp/token-paths: token-path=${which} is where they are`, async () => {
      const { token } = await asking({ 'token-path': which });
      await token(own, short).expect(served[which][0]);
      await token(own, tenancy).expect(served[which][1]);
    });

  it('opsramp/token-paths: both paths give the same token', async () => {
    const { token } = await asking();
    expect((await token(own, tenancy)).body).toEqual((await token(own, short)).body);
  });

  it('opsramp/token-expires-in: expires-in=number is a number', async () => {
    const { token } = await asking({ 'expires-in': 'number' });
    expect((await token()).body.expires_in).toBe(7199);
  });

  it('opsramp/token-expires-in: expires-in=text is a text', async () => {
    const { token } = await asking({ 'expires-in': 'text' });
    expect((await token()).body.expires_in).toBe('7199');
  });
});

describe("A token's life", () => {
  it('opsramp/token-life: token-lifetime=7199 when not told; ends to the second, and the next token reads', async () => {
    const { token, read, clock } = await living();
    const { body: first } = await token();
    clock.advance('PT7198S');
    await read(first.access_token).expect(200);
    clock.advance('PT1S');
    expect((await read(first.access_token).expect(407)).body).toEqual(refused('invalid_token'));
    const { body: next } = await token().expect(200);
    expect(next.expires_in).toBe(7199);
    expect(next.access_token).not.toBe(first.access_token);
    await read(next.access_token).expect(200);
    await read(first.access_token).expect(407);
  });

  it('opsramp/token-lifetime: token-lifetime=60 is a minute', async () => {
    const { token, read, clock } = await living({ 'token-lifetime': 60 });
    const { body } = await token();
    expect(body.expires_in).toBe(60);
    clock.advance('PT59.999S');
    await read(body.access_token).expect(200);
    clock.advance('PT0.001S');
    await read(body.access_token).expect(407);
  });

  it('opsramp/token-again: is told as what is left of it', async () => {
    const { token, clock } = await living();
    const { body: first } = await token();
    clock.advance('PT1H0.5S');
    expect((await token()).body).toEqual({ ...first, expires_in: 3598 });
  });

  it('opsramp/token-reissue: token-reissue=same goes on', async () => {
    const { token, read } = await living({ 'token-reissue': 'same' });
    const { body: first } = await token();
    expect((await token()).body).toEqual(first);
    await read(first.access_token).expect(200);
  });

  it('opsramp/token-reissue: token-reissue=new ends with the next token', async () => {
    const { token, read } = await living({ 'token-reissue': 'new' });
    const { body: first } = await token();
    const { body: next } = await token();
    await read(first.access_token).expect(407);
    await read(next.access_token).expect(200);
  });

  it('opsramp/token-ended: ends early, and the client gets the next', async () => {
    const { token, read, credentials } = await living();
    const { body: first } = await token();
    credentials.endTokens('client');
    expect((await read(first.access_token).expect(407)).body).toEqual(refused('invalid_token'));
    await read((await token()).body.access_token).expect(200);
  });

  it('opsramp/token-ended: ends with its client, who gets no other', async () => {
    const { token, read, credentials } = await living();
    const { body: other } = await token({ ...own, client_id: 'b', client_secret: 'a+&=é' });
    const { body: first } = await token();
    credentials.revoke('client');
    await read(first.access_token).expect(407);
    await token().expect(401);
    await read(other.access_token).expect(200);
  });

  it('opsramp/token-ended: ends when its client gets another secret, which is good', async () => {
    const { token, read, credentials } = await living();
    const { body: first } = await token();
    credentials.rotate('client', { client_secret: 'fresh' });
    await read(first.access_token).expect(407);
    await token().expect(401);
    const { body } = await token({ ...own, client_secret: 'fresh' }).expect(200);
    await read(body.access_token).expect(200);
  });
});

describe('A request for a token', () => {
  for (const grant_type of ['password', 'refresh_token', '', undefined])
    it(`opsramp/refusal-grant: with the grant ${grant_type} is refused with 400`, async () => {
      const { token } = await asking();
      const { body } = await token({ ...own, grant_type, client_secret: 'x' }).expect(400);
      expect(body).toEqual(refused('unsupported_grant_type'));
    });

  for (const wrong of [
    { client_secret: 'b' },
    { client_secret: undefined },
    { client_id: 'nobody' },
    { client_id: undefined },
    { client_id: undefined, client_secret: undefined },
    { client_secret: 'a+&=é' },
  ])
    it(`opsramp/refusal-client: with ${JSON.stringify(wrong)} is refused with 401`, async () => {
      const { token } = await asking();
      const { body } = await token({ ...own, ...wrong }).expect(401);
      expect(body).toEqual({ error: 'unauthorized', error_description: 'Bad API credentials' });
    });

  it('opsramp/refusal-client: with a token for a client is refused with 401', async () => {
    const { token } = await asking();
    const { body } = await token();
    await token({ ...own, client_secret: body.access_token }).expect(401);
    await token({ ...own, client_id: '', client_secret: 'k' }).expect(401);
  });

  it('opsramp/refusal-token-form: that is no urlencoded form is refused with 400', async () => {
    const ask = await simulated(world({}));
    const refusals = [
      ask.post(short).send(own),
      ask.post(short).type('text/plain').send('grant_type=client_credentials'),
      ask.post(short).field('grant_type', 'client_credentials').field('client_id', 'b'),
      ask.post(short),
    ];
    for (const answer of refusals)
      expect((await answer.expect(400)).body).toEqual(refused('invalid_request'));
  });
});

describe('A thousand requests for a token', () => {
  it('opsramp/token-again: get one token', async () => {
    const { token } = await asking();
    const tokens = new Set<string>();
    for (let i = 0; i < 1000; i++) tokens.add((await token()).body.access_token);
    expect(tokens.size).toBe(1);
  });
});
