import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../startSimulator.js';
import { afterwards } from '../../testing/afterwards.js';
import { simulated } from '../../testing/simulated.js';
import { vendors } from '../index.js';
import type { Profile } from './profile.js';

const log = '/api/v2/tenants/t/incidents/I/activitylog';
const ticket = '/api/v2/tenants/t/incidents/I';
const search = '/api/v2/tenants/t/incidents/search';
const now = '2018-10-29T11:00:00.250Z';
const reset = String(Date.parse('2018-10-29T11:01:01Z') / 1000);

const world = (profile: Partial<Profile>) => ({
  name: 'limited',
  now,
  opsramp: {
    profile,
    tenants: {
      t: { credentials: [{ token: 'k' }, { token: 'l' }], incidents: { I: { records: [] } } },
      u: { credentials: [{ token: 'm' }], incidents: { I: { records: [] } } },
    },
  },
});

type Ask = ReturnType<typeof supertest>;

const reading =
  (ask: Ask) =>
  (path = log, token = 'k') =>
    ask.get(path).set('Authorization', `Bearer ${token}`);

const asking = async (profile: Partial<Profile>) => reading(await simulated(world(profile)));

/** The same, with a clock to move. */
async function living(profile: Partial<Profile>) {
  const simulator = await startSimulator(vendors, { fixture: world(profile) });
  afterwards(() => simulator.close());
  return { get: reading(supertest(simulator.url)), clock: simulator.clock };
}

const told = ({ headers }: { headers: Record<string, string> }) =>
  ['limit', 'remaining', 'reset'].map((name) => headers[`x-ratelimit-${name}`]);

describe("OpsRamp's limits", () => {
  it('opsramp/rate-limit-size: rate-limit=0 is none, and no header speaks of it', async () => {
    const get = await asking({ 'rate-limit': 0, 'rate-limit-paged': 1 });
    for (const path of [log, search, search])
      expect(told(await get(path).expect(200))).toEqual([undefined, undefined, undefined]);
  });

  it('opsramp/rate-limit: rate-limit=3 serves the third in a minute, and refuses the fourth', async () => {
    const get = await asking({ 'rate-limit': 3 });
    for (const path of [log, ticket, log]) await get(path).expect(200);
    const { body } = await get().expect(429).expect('Content-Type', 'application/json');
    expect(body).toEqual({ error: 'throttled', error_description: 'Too Many Requests' });
  });

  it('opsramp/rate-limit-headers: tells the limit, what is left, and its end in seconds', async () => {
    const get = await asking({ 'rate-limit': 2 });
    expect(told(await get())).toEqual(['2', '1', reset]);
    expect(told(await get())).toEqual(['2', '0', reset]);
    expect(told(await get().expect(429))).toEqual(['2', '0', reset]);
  });

  it('opsramp/rate-limit-success: tells it with any answer, but not where the token is wrong', async () => {
    const get = await asking({ 'rate-limit': 9 });
    expect(told(await get(ticket).expect(200))[1]).toBe('8');
    expect(told(await get(`${ticket}I`).expect(404))[1]).toBe('7');
    expect(told(await get(log, 'wrong').expect(407))[1]).toBeUndefined();
  });

  it('opsramp/rate-limit-no-retry-after: has no Retry-After', async () => {
    const get = await asking({ 'rate-limit': 1 });
    for (const status of [200, 429])
      expect((await get().expect(status)).headers).not.toHaveProperty('retry-after');
  });

  it('opsramp/rate-limit-window: begins with its first request, and serves the first after it', async () => {
    const { get, clock } = await living({ 'rate-limit': 2 });
    clock.advance('PT30S');
    await get().expect(200);
    clock.advance('PT59.998S');
    await get().expect(200);
    clock.advance('PT0.001S');
    await get().expect(429);
    clock.advance('PT0.001S');
    expect(told(await get().expect(200))[1]).toBe('1');
  });

  it('opsramp/rate-limit-window: is over by the second that it told', async () => {
    const { get, clock } = await living({ 'rate-limit': 1 });
    await get().expect(200);
    const [, , until] = told(await get().expect(429));
    clock.advance(`PT${(Number(until) * 1000 - clock.now()) / 1000}S`);
    await get().expect(200);
  });

  it('opsramp/rate-limit: counts the tokens of one tenant together, and tenants apart', async () => {
    const get = await asking({ 'rate-limit': 2 });
    await get(log, 'k').expect(200);
    await get(log, 'l').expect(200);
    await get(log, 'k').expect(429);
    await get(log.replace('/t/', '/u/'), 'm').expect(200);
  });

  it('opsramp/rate-limit-kinds: counts searches apart, by rate-limit-paged=1', async () => {
    const get = await asking({ 'rate-limit': 2, 'rate-limit-paged': 1 });
    expect(told(await get(search).expect(200))).toEqual(['1', '0', reset]);
    await get(search).expect(429);
    await get(search.replace('incidents', 'tasks')).expect(429);
    await get(log).expect(200);
    await get(ticket).expect(200);
    await get(ticket).expect(429);
  });

  it('opsramp/rate-limit-size: rate-limit-paged=50 when not told, for a search', async () => {
    const get = await asking({ 'rate-limit': 500 });
    expect(told(await get(search))[0]).toBe('50');
    expect(told(await get(log))[0]).toBe('500');
  });

  for (const kind of ['plain', 'paged'] as const)
    it(`opsramp/rate-limit-log: rate-limit-log=${kind} is what the log counts as`, async () => {
      const get = await asking({
        'rate-limit': 7,
        'rate-limit-paged': 5,
        'rate-limit-log': kind,
      });
      expect(told(await get(log))[0]).toBe(kind === 'plain' ? '7' : '5');
      expect(told(await get(ticket))[0]).toBe('7');
      expect(told(await get(search))[1]).toBe(kind === 'plain' ? '4' : '3');
    });

  it('opsramp/rate-limit-quoted: rate-limit-quoted=no leaves the values bare', async () => {
    const get = await asking({ 'rate-limit': 2, 'rate-limit-quoted': 'no' });
    expect(told(await get())).toEqual(['2', '1', reset]);
  });

  it('opsramp/rate-limit-quoted: rate-limit-quoted=yes puts them in quotation marks', async () => {
    const get = await asking({
      'rate-limit': 2,
      'rate-limit-quoted': 'yes',
      'rate-limit-bucket': 'present',
    });
    const answer = await get();
    expect(told(answer)).toEqual(['"2"', '"1"', `"${reset}"`]);
    expect(answer.headers['x-ratelimit-bucket']).toBe('"tickets-2"');
  });

  it('opsramp/rate-limit-bucket: rate-limit-bucket=absent does not name the limit', async () => {
    const get = await asking({ 'rate-limit': 2, 'rate-limit-bucket': 'absent' });
    expect((await get()).headers).not.toHaveProperty('x-ratelimit-bucket');
  });

  it('opsramp/rate-limit-bucket: rate-limit-bucket=present names each limit by its size', async () => {
    const get = await asking({ 'rate-limit': 500, 'rate-limit-bucket': 'present' });
    expect((await get(log)).headers['x-ratelimit-bucket']).toBe('tickets-500');
    expect((await get(search)).headers['x-ratelimit-bucket']).toBe('tickets-50');
  });

  it('opsramp/rate-limit-order: counts what is refused for another reason, and no wrong token', async () => {
    const get = await asking({ 'rate-limit': 2 });
    await get(log, 'wrong').expect(407);
    await get(`${log}?startTs=x`).expect(400);
    await get(log.replace('/t/', '/u/')).expect(403);
    await get(`${log}?startTs=x`).expect(429);
    await get(log, 'wrong').expect(407);
  });

  it('opsramp/error-shapes-here: error-shapes=coded has code and message for 429 too', async () => {
    const get = await asking({ 'rate-limit': 1, 'error-shapes': 'coded' });
    await get();
    expect((await get().expect(429)).body).toEqual({ code: '0006', message: 'Too Many Requests' });
  });
});
