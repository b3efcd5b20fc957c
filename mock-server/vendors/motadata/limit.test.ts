import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../startSimulator.js';
import { afterwards } from '../../testing/afterwards.js';
import { vendors } from '../index.js';
import type { Profile } from './profile.js';

const path = '/api/v1/request/1/audit/search/byqual';
const now = '2025-10-08T13:10:00Z';

/** A world whose clock stands still, with a limit, and a way to ask in it. */
async function limited(profile: Partial<Profile>) {
  const simulator = await startSimulator(vendors, {
    fixture: {
      name: 'limited',
      now,
      motadata: {
        profile,
        credentials: [
          { token: 'a' },
          { token: 'b' },
          { client_id: 'c', client_secret: 's', username: 'u', password: 'p' },
        ],
        requests: { '1': { records: [] } },
      },
    },
  });
  afterwards(() => simulator.close());
  const ask = supertest(simulator.url);
  const post = (token = 'a', to = path, body = '{}') =>
    ask.post(to).auth(token, { type: 'bearer' }).type('json').send(body);
  const statuses = async (count: number, token?: string) => {
    const all: number[] = [];
    for (let i = 0; i < count; i++) all.push((await post(token)).status);
    return all;
  };
  return { ask, post, statuses, clock: simulator.clock };
}

const told = ({ headers }: { headers: Record<string, string> }) =>
  ['limit', 'remaining', 'reset'].map((name) => headers[`x-ratelimit-${name}`]);

describe("Motadata's rate limit", () => {
  it('motadata/rate-limit-size: rate-limit-capacity=0 has no limit and no headers', async () => {
    const { post, statuses } = await limited({});
    expect(new Set(await statuses(40))).toEqual(new Set([200]));
    expect(told(await post())).toEqual([undefined, undefined, undefined]);
  });

  it("motadata/rate-limit-size: rate-limit-capacity=30, the vendor's, allows 30 at once", async () => {
    const { statuses } = await limited({ 'rate-limit-capacity': 30 });
    expect(await statuses(31)).toEqual([...Array(30).fill(200), 429]);
  });

  it('motadata/rate-limit-size: rate-limit-refill=20 gives one back in 50 milliseconds, no more than it holds', async () => {
    const { statuses, clock } = await limited({ 'rate-limit-capacity': 2 });
    expect(await statuses(3)).toEqual([200, 200, 429]);
    clock.advance('PT0.049S');
    expect(await statuses(1)).toEqual([429]);
    clock.advance('PT0.001S');
    expect(await statuses(2)).toEqual([200, 429]);
    clock.advance('PT1H');
    expect(await statuses(3)).toEqual([200, 200, 429]);
  });

  it('motadata/rate-limit-size: rate-limit-refill=0.5 gives one back in two seconds', async () => {
    const { statuses, clock } = await limited({
      'rate-limit-capacity': 1,
      'rate-limit-refill': 0.5,
    });
    expect(await statuses(2)).toEqual([200, 429]);
    clock.advance('PT1.999S');
    expect(await statuses(1)).toEqual([429]);
    clock.advance('PT0.001S');
    expect(await statuses(1)).toEqual([200]);
  });

  it('motadata/rate-limit: a refused request costs nothing, and the reset that it was told is true', async () => {
    const { post, statuses, clock } = await limited({ 'rate-limit-capacity': 1 });
    await post().expect(200);
    for (let i = 0; i < 5; i++) expect(told(await post().expect(429))[2]).toBe('50');
    clock.advance('PT0.05S');
    expect(await statuses(2)).toEqual([200, 429]);
  });

  it('motadata/rate-limit: the list of requests and the audit are counted together', async () => {
    const { post } = await limited({ 'rate-limit-capacity': 1 });
    await post('a', '/api/v1/request/search/byqual').expect(200);
    await post().expect(429);
  });

  it('motadata/rate-limit-headers: they are there on success and on refusal', async () => {
    const { post } = await limited({ 'rate-limit-capacity': 2 });
    expect(told(await post().expect(200))).toEqual(['2', '1', '0']);
    expect(told(await post('a', path, '[]').expect(400))).toEqual(['2', '0', '50']);
    expect(told(await post().expect(429))).toEqual(['2', '0', '50']);
  });

  it('motadata/rate-limit-reset: rate-limit-reset=delta is how long it takes', async () => {
    const { post, clock } = await limited({
      'rate-limit-capacity': 1,
      'rate-limit-reset': 'delta',
    });
    expect(told(await post())[2]).toBe('50');
    clock.advance('PT0.02S');
    expect(told(await post())[2]).toBe('30');
  });

  it('motadata/rate-limit-reset: rate-limit-reset=epoch is when it is', async () => {
    const { post } = await limited({ 'rate-limit-capacity': 1, 'rate-limit-reset': 'epoch' });
    expect(told(await post())[2]).toBe(String(Date.parse(now) + 50));
  });

  it('motadata/rate-limit-per: rate-limit-per=credential leaves the others alone', async () => {
    const { statuses } = await limited({
      'rate-limit-capacity': 1,
      'rate-limit-per': 'credential',
    });
    expect(await statuses(2, 'a')).toEqual([200, 429]);
    expect(await statuses(2, 'b')).toEqual([200, 429]);
  });

  it('motadata/rate-limit-per: rate-limit-per=account counts all together', async () => {
    const { statuses } = await limited({ 'rate-limit-capacity': 1, 'rate-limit-per': 'account' });
    expect(await statuses(1, 'a')).toEqual([200]);
    expect(await statuses(1, 'b')).toEqual([429]);
  });

  for (const status of [429, 503, 403] as const)
    it(`motadata/rate-limit-status: rate-limit-status=${status} is the status, and the body that of other errors`, async () => {
      const { post } = await limited({ 'rate-limit-capacity': 1, 'rate-limit-status': status });
      await post();
      expect((await post().expect(status)).body).toEqual({
        code: String(status),
        userMessage: 'There were too many requests; no more than 1 may come at once.',
        cause: null,
      });
    });

  it('motadata/rate-limit-order: an unknown credential is 401 and costs nothing, a wrong request costs one', async () => {
    const { post } = await limited({ 'rate-limit-capacity': 1, 'rate-limit-per': 'account' });
    expect(told(await post('wrong').expect(401))).toEqual([undefined, undefined, undefined]);
    await post('a', path.replace('/1/', '/x/')).expect(400);
    await post('a', path.replace('/1/', '/x/')).expect(429);
  });

  it('motadata/token-not-limited: tokens can be had while the bucket is empty', async () => {
    const { ask, statuses } = await limited({
      'rate-limit-capacity': 1,
      'rate-limit-per': 'account',
    });
    expect(await statuses(2)).toEqual([200, 429]);
    for (let i = 0; i < 3; i++) {
      const answer = await ask
        .post('/api/oauth/token')
        .auth('c', 's')
        .type('form')
        .send({ grant_type: 'password', username: 'u', password: 'p' })
        .expect(200);
      expect(told(answer)).toEqual([undefined, undefined, undefined]);
    }
  });
});
