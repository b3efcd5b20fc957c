import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startSimulator } from './startSimulator.js';
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

/** Writes bytes to a simulator and gives all that comes back. */
function said(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
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

  it('http/body-limit: a body that says it is larger is refused before it is sent', async () => {
    const { url, close } = await startSimulator(vendors, {});
    const answer = await said(
      url,
      `POST ${endpoints.motadata} HTTP/1.1\r\nHost: x\r\n` +
        'Authorization: Bearer motadata-demo-token\r\nContent-Length: 2000000\r\n\r\n{',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*Connection: close/);
    await close();
  });

  it('http/unknown-path: a target without a path is refused in plain text', async () => {
    const { url, close } = await startSimulator(vendors, {});
    for (const target of ['http://', 'http://[::/', '*'])
      expect(
        await said(url, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
      ).toMatch(/^HTTP\/1\.1 404 [\s\S]*Content-Type: text\/plain/);
    await close();
  });

  it('http/json-type: answers and refusals are application/json, without a charset', async () => {
    await ask.get(endpoints.helpshift).expect('Content-Type', 'application/json');
    await ask.get(endpoints.opsramp).expect('Content-Type', 'application/json');
  });

  it('http/date: every answer has the time of the world', async () => {
    const frozen = await simulated({
      name: 'frozen',
      now: '2025-03-31T06:30:00Z',
      helpshift: { credentials: [{ api_key: 'k' }], domains: {} },
    });
    for (const path of ['/v2/d/issues/1/_audit_logs', '/v2/x', '/'])
      await frozen.get(path).expect('Date', 'Mon, 31 Mar 2025 06:30:00 GMT');
  });

  it('http/auth-scheme-case: the scheme may be written in any case', async () => {
    await ask.get(endpoints.helpshift).set('Authorization', 'bearer hs-demo-key').expect(200);
    await ask
      .get(endpoints.helpshift)
      .set('Authorization', `BASIC ${btoa('hs-demo-key:')}`)
      .expect(200);
    await ask.get(endpoints.opsramp).set('Authorization', 'BEARER opsramp-demo-token').expect(200);
    await ask
      .post(endpoints.motadata)
      .set('Authorization', 'APIKEY demo/key+AuditRg@YXVkaXRyaWctZGVtbw==')
      .send({})
      .expect(200);
  });

  it('http/body-strict: a body is UTF-8, and one JSON value', async () => {
    const send = (body: string) =>
      ask
        .post(endpoints.motadata)
        .set('Authorization', 'Bearer motadata-demo-token')
        .set('Content-Type', 'application/json')
        .send(body);
    await send(' {"a": "é"} ').expect(200);
    await send('{} {}').expect(400);
  });

  it('does not say what it is made of', async () => {
    for (const path of [endpoints.helpshift, '/']) {
      const { headers } = await ask.get(path).auth('hs-demo-key', '');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('etag');
    }
  });
});
