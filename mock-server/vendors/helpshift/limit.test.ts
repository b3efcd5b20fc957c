import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { schema } from '../../../specs/schemas.js';
import { startSimulator } from '../../startSimulator.js';
import { afterwards } from '../../testing/afterwards.js';
import { vendors } from '../index.js';
import type { Profile } from './profile.js';

const now = Date.UTC(2025, 2, 31, 6, 30, 0, 250);
const log = '/v2/d/issues/1/_audit_logs';
const list = '/v1/d/issues';

async function limited(profile: Partial<Profile>) {
  const simulator = await startSimulator(vendors, {
    fixture: {
      name: 'limited',
      now: new Date(now).toISOString(),
      helpshift: {
        profile,
        credentials: [
          { name: 'one', api_key: 'k', domain: 'd' },
          { name: 'other', api_key: 'o' },
        ],
        domains: { d: { issues: { '1': { records: [] } } }, e: { issues: {} } },
      },
    },
  });
  afterwards(() => simulator.close());
  const get = (path = log, key = 'k') => supertest(simulator.url).get(path).auth(key, '');
  return { get, clock: simulator.clock, credentials: simulator.credentials('helpshift') };
}

const told = ({ headers }: { headers: Record<string, string> }) => [
  headers['x-rate-limit-remaining'],
  headers['x-rate-limit-reset'],
];

describe("Helpshift's rate limit", () => {
  it('helpshift/rate-limit-window: rate-limit=0 refuses nobody, and tells nothing', async () => {
    const { get } = await limited({});
    for (let i = 0; i < 20; i++) expect(told(await get().expect(200))).toEqual(Array(2));
  });

  it('helpshift/rate-limit: rate-limit=2 serves the second request and refuses the third with 429', async () => {
    const { get } = await limited({ 'rate-limit': 2 });
    await get().expect(200);
    await get().expect(200);
    const { body } = await get().expect(429).expect('Content-Type', 'application/json');
    expect(body.error).toBe('too_many_requests');
    expect(schema('helpshift/refusal.schema.json')(body)).toBe(true);
  });

  it('helpshift/rate-limit-window: rate-limit=2 counts a minute from its first request', async () => {
    const { get, clock } = await limited({ 'rate-limit': 2 });
    await get().expect(200);
    clock.advance('PT30S');
    await get().expect(200);
    clock.advance('PT29.999S');
    await get().expect(429);
    clock.advance('PT0.001S');
    await get().expect(200);
    await get().expect(200);
    await get().expect(429);
  });

  it('helpshift/rate-limit-window: all endpoints count together, refusals too, and keys apart', async () => {
    const { get } = await limited({ 'rate-limit': 3 });
    await get(list).expect(200);
    await get('/v2/e/issues/1/_audit_logs').expect(403);
    await get('/v2/d/issues/2/_audit_logs').expect(404);
    await get(log).expect(429);
    await get(list).expect(429);
    await get(log, 'o').expect(200);
  });

  it('helpshift/rate-limit-window: a key that replaces another has a count of its own', async () => {
    const { get, credentials } = await limited({ 'rate-limit': 1 });
    await get().expect(200);
    await get().expect(429);
    credentials.rotate('one', { api_key: 'new' });
    await get(log, 'new').expect(200);
  });

  it('helpshift/rate-limit: an unknown key is refused as one, however often', async () => {
    const { get } = await limited({ 'rate-limit': 1 });
    for (let i = 0; i < 3; i++) await get(log, 'wrong').expect(401);
    await get().expect(200);
  });

  it('helpshift/rate-limit-reset: counts what is left, and tells the end of the minute in milliseconds', async () => {
    const { get, clock } = await limited({ 'rate-limit': 2 });
    const reset = String(now + 60_000);
    expect(told(await get())).toEqual(['1', reset]);
    clock.advance('PT10S');
    expect(told(await get())).toEqual(['0', reset]);
    expect(told(await get().expect(429))).toEqual(['0', reset]);
    clock.advance('PT1M');
    expect(told(await get())).toEqual(['1', String(now + 130_000)]);
  });

  it('helpshift/rate-limit-headers: rate-limit-headers=always is in every answer, refusals too', async () => {
    const { get } = await limited({ 'rate-limit': 3, 'rate-limit-headers': 'always' });
    expect(told(await get().expect(200))[0]).toBe('2');
    expect(told(await get('/v2/d/issues/2/_audit_logs').expect(404))[0]).toBe('1');
    expect(told(await get('/v2/e/issues/1/_audit_logs').expect(403))[0]).toBe('0');
  });

  it('helpshift/rate-limit-headers: rate-limit-headers=refused-only is in the 429 alone', async () => {
    const { get } = await limited({ 'rate-limit': 1, 'rate-limit-headers': 'refused-only' });
    expect(told(await get().expect(200))).toEqual([undefined, undefined]);
    expect(told(await get().expect(429))).toEqual(['0', String(now + 60_000)]);
  });

  it('helpshift/rate-limit-retry-after: the body says when to try again, and no header does', async () => {
    const { get } = await limited({ 'rate-limit': 1, 'error-body': 'message' });
    await get().expect(200);
    const { body, headers } = await get().expect(429);
    expect(body).toEqual({ message: 'Too many requests, retry after 2025-03-31 06:31:01 UTC.' });
    expect(headers).not.toHaveProperty('retry-after');
  });

  it('helpshift/rate-limit-rounding: who waits until then is served', async () => {
    const { get, clock } = await limited({ 'rate-limit': 1 });
    await get().expect(200);
    const [, date, time] = /retry after (\S+) (\S+) UTC/.exec((await get()).body.message) ?? [];
    const wait = Date.parse(`${date}T${time}Z`) - clock.now();
    expect(wait).toBe(60_750);
    clock.advance(`PT${wait / 1000}S`);
    await get().expect(200);
  });
});
