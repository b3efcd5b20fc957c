import { describe, expect, it } from 'vitest';
import { simulated } from './testing/simulated.js';
import { vendors } from './vendors/index.js';

const ask = await simulated();

const endpoints = {
  helpshift: '/v2/amazon/issues/3423/_audit_logs',
  motadata: '/api/v1/request/1/audit/search/byqual',
  opsramp: '/api/v2/tenants/client_4/incidents/INC0000001798/activitylog',
};
const errorKeys = {
  helpshift: ['error', 'message'],
  motadata: ['code', 'userMessage', 'cause'],
  opsramp: ['code', 'message'],
};

for (const { name, prefixes, endpoints: own } of vendors) {
  const path = endpoints[name as keyof typeof endpoints];
  const keys = errorKeys[name as keyof typeof errorKeys];
  const right = own[0]?.method ?? '';

  describe(`${name}'s paths`, () => {
    it('http/unknown-path: one under its prefix is refused in its dialect', async () => {
      const { body } = await ask.get(`${prefixes[0]}/nowhere`).expect(404);
      expect(Object.keys(body)).toEqual(keys);
    });

    it('http/path-case: they are case-sensitive', async () => {
      await ask.get(path.toUpperCase()).expect(404);
    });

    it('http/path-slash: a slash at the end makes another path', async () => {
      await ask.get(`${path}/`).expect(404);
    });

    it('http/path-encoding: one that cannot be decoded leads nowhere', async () => {
      const undecodable = path.replace(/(3423|INC0000001798|1)(?=\/[_a])/, '%ZZ');
      expect(undecodable).not.toBe(path);
      const { body } = await ask.get(undecodable).expect(404);
      expect(Object.keys(body)).toEqual(keys);
    });

    it('http/wrong-method: another method is refused with 405 and the right ones', async () => {
      const { body } = await ask
        .put(path)
        .expect(405)
        .expect('Allow', right === 'GET' ? 'GET, HEAD' : right);
      expect(Object.keys(body)).toEqual(keys);
    });
  });
}

describe('HTTP', () => {
  it('http/head: HEAD has the headers of GET, and no body', async () => {
    const asGet = await ask.get(endpoints.helpshift).auth('hs-demo-key', '').expect(200);
    const asHead = await ask.head(endpoints.helpshift).auth('hs-demo-key', '').expect(200);
    expect(asHead.headers['content-length']).toBe(asGet.headers['content-length']);
    expect(asHead.text).toBeUndefined();
  });

  it('http/unknown-path: one under no prefix is refused in plain text', async () => {
    await ask
      .get('/')
      .expect(404)
      .expect('Content-Type', /^text\/plain/);
    await ask
      .get('/%ZZ')
      .expect(404)
      .expect('Content-Type', /^text\/plain/);
  });

  it('http/body-limit: a body over a mebibyte is refused with 413, and one under it is read', async () => {
    const send = (size: number) =>
      ask
        .post(endpoints.motadata)
        .set('Authorization', 'Bearer motadata-demo-token')
        .set('Content-Type', 'application/json')
        .send(`{"a":"${'x'.repeat(size - 8)}"}`);
    await send(1024 * 1024).expect(200);
    await send(1024 * 1024 + 1).expect(413);
  });

  it('does not say what it is made of', async () => {
    const { headers } = await ask.get(endpoints.helpshift).auth('hs-demo-key', '');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('etag');
  });
});
