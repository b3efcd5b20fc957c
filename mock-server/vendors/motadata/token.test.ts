import fc from 'fast-check';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import supertest, { type Response } from 'supertest';
import { describe, expect, it } from 'vitest';
import { schema } from '../../../specs/schemas.js';
import { startSimulator } from '../../startSimulator.js';
import { afterwards } from '../../testing/afterwards.js';
import { simulated } from '../../testing/simulated.js';
import { vendors } from '../index.js';
import type { Profile } from './profile.js';

const tokenPath = '/api/oauth/token';
const auditPath = '/api/v1/request/1/audit/search/byqual';
const now = '2025-10-08T13:10:00Z';
const seconds = Date.parse(now) / 1000;
const demo = { username: 'demo@example.com', password: 'motadata-demo-password' };
const jerry = { username: 'jerry', password: 'pass:word +é' };
const client = ['motadata-demo-client', 'motadata-demo-secret'] as const;
const other = ['other', 'se:cr%et'] as const;

/** A world whose clock stands still, with two users of one client and one of another. */
async function issuing(profile: Partial<Profile> = {}) {
  const ofDemo = { client_id: client[0], client_secret: client[1] };
  const simulator = await startSimulator(vendors, {
    fixture: {
      name: 'tokens',
      now,
      motadata: {
        profile,
        credentials: [
          { name: 'demo', ...ofDemo, ...demo },
          { name: 'jerry', ...ofDemo, ...jerry, requester: 'Jerry' },
          { name: 'third', client_id: other[0], client_secret: other[1], ...demo },
        ],
        requests: { '1': { records: [] }, '2': { requester: 'Mary', records: [] } },
      },
    },
  });
  afterwards(() => simulator.close());
  const ask = supertest(simulator.url);
  const grant = (form: object | string, [id, secret]: readonly [string, string] = client) =>
    ask.post(tokenPath).auth(id, secret).type('form').send(form);
  return {
    ask,
    grant,
    login: (user: object = demo, as?: readonly [string, string]) =>
      grant({ grant_type: 'password', ...user }, as),
    refresh: (refresh_token: string, as?: readonly [string, string]) =>
      grant({ grant_type: 'refresh_token', refresh_token }, as),
    read: (token: string, path = auditPath) =>
      ask.post(path).auth(token, { type: 'bearer' }).send({}),
    clock: simulator.clock,
    credentials: simulator.credentials('motadata'),
  };
}

/** Expects a refusal in OAuth's way. */
function refused({ status, body }: Response, right: number, error: string): void {
  expect([status, body.error]).toEqual([right, error]);
  const validate = schema('motadata/refusal.schema.json#/$defs/token');
  expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
}

describe("Motadata's tokens", () => {
  it('motadata/token-endpoint: the documented client and user get a token that reads the audit', async () => {
    const ask = await simulated();
    const { body } = await ask
      .post(tokenPath)
      .auth(...client)
      .field({ grant_type: 'password', ...demo })
      .expect(200);
    const audit = ask.post(auditPath).auth(body.access_token, { type: 'bearer' }).send({});
    expect((await audit.expect(200)).body).toHaveLength(6);
  });

  it('motadata/token-endpoint: only POST is possible, and nothing is beside it', async () => {
    const { ask } = await issuing();
    const wrong = await ask.get(tokenPath).expect('Allow', 'POST');
    refused(wrong, 405, 'invalid_request');
    expect((await ask.post('/api/oauth/nowhere').expect(404)).body.code).toBe('404');
  });

  it('motadata/token-answer: it has six keys, and is bearer', async () => {
    const { login } = await issuing();
    const { body } = await login().expect(200);
    const validate = schema('motadata/token.schema.json');
    expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
    expect(body).toMatchObject({
      token_type: 'bearer',
      scope: 'other-api-scope',
      expires_in: 43199,
      jti: decodeJwt(body.access_token).jti,
    });
  });

  it('motadata/token-jwt: it tells its owner, its issuer, and its times by the clock of the world', async () => {
    const { login } = await issuing();
    const { body } = await login().set('Host', '172.16.11.157').expect(200);
    expect(decodeProtectedHeader(body.access_token)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(decodeJwt(body.access_token)).toEqual({
      user_name: 'demo@example.com',
      client_id: 'motadata-demo-client',
      scope: 'other-api-scope',
      iss: 'http://172.16.11.157/api',
      jti: body.jti,
      iat: seconds,
      nbf: seconds,
      exp: seconds + 43199,
    });
  });

  it('motadata/token-password: each user of a client gets a token of their own, and reads what they may', async () => {
    const { login, read } = await issuing();
    const path = auditPath.replace('/1/', '/2/');
    const [technician, requester] = [await login(demo), await login(jerry)];
    expect(decodeJwt(requester.body.access_token).user_name).toBe('jerry');
    await read(technician.body.access_token, path).expect(200);
    await read(requester.body.access_token).expect(200);
    await read(requester.body.access_token, path).expect(403);
  });

  for (const body of ['any', 'multipart', 'urlencoded'] as const)
    it(`motadata/token-body: token-body=${body} takes forms of that kind`, async () => {
      const { ask } = await issuing({ 'token-body': body });
      const form = { grant_type: 'password', ...jerry };
      const post = () => ask.post(tokenPath).auth(...client);
      const multipart = await post().field(form);
      const urlencoded = await post().type('form').send(form);
      expect([multipart.status, urlencoded.status]).toEqual([
        body === 'urlencoded' ? 400 : 200,
        body === 'multipart' ? 400 : 200,
      ]);
      refused(await post().send(form), 400, 'invalid_request');
    });

  it('motadata/token-lifetime: token-lifetime=60 ends it after a minute, to the millisecond', async () => {
    const { login, read, clock } = await issuing({ 'token-lifetime': 60 });
    const { body } = await login();
    expect(body.expires_in).toBe(60);
    clock.advance('PT59.999S');
    await read(body.access_token).expect(200);
    clock.advance('PT0.001S');
    await read(body.access_token).expect(401);
  });

  it('motadata/token-dead: a token that ended is refused as an unknown one, and the next one works', async () => {
    const { login, read, clock, credentials } = await issuing();
    const unknown = (await read('unknown').expect(401)).body;
    const { body: first } = await login();
    clock.advance('PT12H');
    expect((await read(first.access_token).expect(401)).body).toEqual(unknown);
    const { body: second } = await login().expect(200);
    await read(second.access_token).expect(200);
    credentials.endTokens('demo');
    expect((await read(second.access_token).expect(401)).body).toEqual(unknown);
    await read((await login().expect(200)).body.access_token).expect(200);
  });

  it('motadata/token-remaining: a token that is handed out again has less left, in whole seconds', async () => {
    const { login, clock } = await issuing({ 'token-lifetime': 60 });
    const { body: first } = await login();
    clock.advance('PT20.5S');
    expect((await login()).body).toEqual({ ...first, expires_in: 39 });
  });

  it('motadata/token-reissue: token-reissue=same hands out a live token again, and a new one when it has ended, by token-lifetime=43199', async () => {
    const { login, clock } = await issuing({ 'token-reissue': 'same' });
    const { body: first } = await login();
    expect((await login()).body).toEqual(first);
    clock.advance('PT43199S');
    const { body: next } = await login();
    expect(next.jti).not.toBe(first.jti);
    expect(next.expires_in).toBe(43199);
  });

  it('motadata/token-reissue: token-reissue=new hands out another, which ends the old', async () => {
    const { login, read, refresh } = await issuing({ 'token-reissue': 'new' });
    const { body: first } = await login();
    const { body: second } = await login();
    expect(second.jti).not.toBe(first.jti);
    await read(first.access_token).expect(401);
    await read(second.access_token).expect(200);
    refused(await refresh(first.refresh_token), 400, 'invalid_grant');
  });

  it('motadata/token-refresh: it gives a new token for the same user and ends the old one', async () => {
    const { login, read, refresh, clock } = await issuing();
    const { body: first } = await login(jerry);
    clock.advance('PT1H');
    const { body: second } = await refresh(first.refresh_token).expect(200);
    expect(decodeJwt(second.access_token)).toMatchObject({
      user_name: 'jerry',
      client_id: 'motadata-demo-client',
      iat: seconds + 3600,
    });
    expect(second.expires_in).toBe(43199);
    await read(first.access_token).expect(401);
    await read(second.access_token).expect(200);
    await read(second.access_token, auditPath.replace('/1/', '/2/')).expect(403);
    clock.advance('P2D');
    await read(second.access_token).expect(401);
    await refresh(second.refresh_token).expect(200);
  });

  it('motadata/token-refresh-client: with another client it is refused', async () => {
    const { login, refresh } = await issuing();
    const { body } = await login();
    refused(await refresh(body.refresh_token, other), 400, 'invalid_grant');
    await refresh(body.refresh_token).expect(200);
  });

  it('motadata/refresh-reissue: refresh-reissue=same keeps the refresh token', async () => {
    const { login, refresh } = await issuing({ 'refresh-reissue': 'same' });
    const { body: first } = await login();
    const { body: second } = await refresh(first.refresh_token).expect(200);
    expect(second.refresh_token).toBe(first.refresh_token);
    await refresh(first.refresh_token).expect(200);
  });

  it('motadata/refresh-reissue: refresh-reissue=new gives another, and ends the first', async () => {
    const { login, refresh } = await issuing({ 'refresh-reissue': 'new' });
    const { body: first } = await login();
    const { body: second } = await refresh(first.refresh_token).expect(200);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    refused(await refresh(first.refresh_token), 400, 'invalid_grant');
    await refresh(second.refresh_token).expect(200);
  });

  it('motadata/token-one: asked for at once from several sides, it is one and the same', async () => {
    const { login, read } = await issuing();
    const answers = await Promise.all([login(), login(), login(), login()]);
    const tokens = new Set(answers.map(({ body }) => body.access_token));
    expect(tokens.size).toBe(1);
    for (const token of tokens) await read(token).expect(200);
  });

  it('motadata/refresh-reissue: a refresh token that is spent by one of several is spent for all', async () => {
    const { login, refresh, read } = await issuing({ 'refresh-reissue': 'new' });
    const { body } = await login();
    const answers = await Promise.all([1, 2, 3].map(() => refresh(body.refresh_token)));
    const given = answers.filter(({ status }) => status === 200);
    expect(given).toHaveLength(1);
    await read(given[0]?.body.access_token).expect(200);
  });

  it('motadata/token-wrong-client: a client that is none is refused before its form is looked at', async () => {
    const { ask } = await issuing();
    refused(await ask.post(tokenPath).send({}), 401, 'invalid_client');
  });

  it('motadata/token-one: revoking a user ends their token, and leaves the client to the others', async () => {
    for (const [gone, left] of [
      ['demo', 'jerry'],
      ['jerry', 'demo'],
    ] as const) {
      const users = { demo, jerry };
      const { login, read, refresh, credentials } = await issuing();
      const { body } = await login(users[gone]);
      const { body: kept } = await login(users[left]);
      credentials.revoke(gone);
      await read(body.access_token).expect(401);
      refused(await refresh(body.refresh_token), 400, 'invalid_grant');
      refused(await login(users[gone]), 400, 'invalid_grant');
      await read(kept.access_token).expect(200);
      await login(users[left]).expect(200);
    }
  });

  it('motadata/token-one: rotating a password ends the token, and the new password gets the next', async () => {
    const { login, read, credentials } = await issuing();
    const { body } = await login();
    credentials.rotate('demo', { password: 'new' });
    await read(body.access_token).expect(401);
    refused(await login(), 400, 'invalid_grant');
    const { body: next } = await login({ ...demo, password: 'new' }).expect(200);
    await read(next.access_token).expect(200);
  });
});

describe("refusals of Motadata's token endpoint", () => {
  it('motadata/token-errors: they have a sentence of their own', async () => {
    const { grant } = await issuing();
    expect((await grant({ grant_type: 'client_credentials' })).body).toEqual({
      error: 'unsupported_grant_type',
      error_description: 'There is no such grant type.',
    });
  });

  it('motadata/token-wrong-client: a client that is missing or wrong is 401, whatever it asks for', async () => {
    const { ask, grant, login } = await issuing();
    refused(await login(demo, ['motadata-demo-client', 'wrong']), 401, 'invalid_client');
    refused(await login(demo, ['motadata-demo-client', other[1]]), 401, 'invalid_client');
    refused(await grant({ grant_type: 'nonsense' }, ['x', 'y']), 401, 'invalid_client');
    const password = { grant_type: 'password', ...demo };
    for (const header of ['', 'Basic', 'Basic !', 'Basic eA==', 'Bearer x', 'Apikey x'])
      refused(
        await ask.post(tokenPath).set('Authorization', header).type('form').send(password),
        401,
        'invalid_client',
      );
  });

  it('motadata/token-wrong-grant: another grant, or a form that lacks something, is 400', async () => {
    const { ask, grant } = await issuing();
    for (const grant_type of ['client_credentials', 'Password', 'authorization_code', ''])
      refused(await grant({ grant_type, ...demo }), 400, 'unsupported_grant_type');
    for (const form of [
      demo,
      { grant_type: 'password', username: 'demo@example.com' },
      { grant_type: 'password', password: 'x' },
      { grant_type: 'refresh_token' },
    ])
      refused(await grant(form), 400, 'invalid_request');
    refused(await ask.post(tokenPath).auth(...client), 400, 'invalid_request');
  });

  for (const status of [400, 401] as const)
    it(`motadata/wrong-password: wrong-password=${status} is the status, of a wrong user too`, async () => {
      const { login, refresh } = await issuing({ 'wrong-password': status });
      refused(await login({ ...demo, password: 'wrong' }), status, 'invalid_grant');
      refused(await login({ ...demo, username: 'jerry' }), status, 'invalid_grant');
      refused(await login(jerry, other), status, 'invalid_grant');
      refused(await refresh('wrong'), 400, 'invalid_grant');
    });

  it('motadata/token-wrong-refresh: nonsense, an access token, or one of a stranger is 400', async () => {
    const { login, refresh } = await issuing();
    const { body } = await login();
    const [head, claims] = body.refresh_token.split('.');
    for (const wrong of ['', 'x', body.access_token, `${head}.${claims}.eA`, `a.${btoa('1')}.c`])
      refused(await refresh(wrong), 400, 'invalid_grant');
  });

  it('http/never-500: of any form gets a refusal or a token', async () => {
    const { grant } = await issuing();
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('password', 'a.e30.c'));
    const key = fc.constantFrom('grant_type', 'username', 'password', 'refresh_token', '__proto__');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(key, value)), async (pairs) => {
        const text = pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
        refused(await grant(text), 400, expect.any(String) as unknown as string);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a fixture with clients', () => {
  const credential = { client_id: 'c', client_secret: 's', username: 'u', password: 'p' };
  const playing = (...credentials: object[]) =>
    simulated({ name: 'clients', motadata: { credentials, requests: {} } });

  it('may have several users of one client, and one password for them', async () => {
    await playing(credential, { ...credential, username: 'v' });
  });

  it('may not have one user twice', async () => {
    await expect(playing(credential, credential)).rejects.toThrow(
      'motadata.credentials[1].password: expected a secret of its own, found that of fixture motadata.credentials[0].password',
    );
  });

  it('may not leave out what a client needs', async () => {
    const { password, ...without } = credential;
    await expect(playing({ ...without, token: password })).rejects.toThrow(
      /credentials\[0\]: expected a client: client_id, client_secret, username and password; password is missing$/,
    );
  });
});
