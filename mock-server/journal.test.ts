import { Agent, request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import supertest from 'supertest';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { JournalEntry, SimulatorOptions, SimulatorSession } from './Simulator.js';
import { startSimulator } from './startSimulator.js';
import { vendors } from './vendors/index.js';

const helpshift = '/v2/amazon/issues/3423/_audit_logs';
const motadata = '/api/v1/request/1/audit/search/byqual';
const opsramp = '/api/v2/tenants/client_4/incidents/INC0000001798/activitylog';

async function started(options: SimulatorOptions = {}) {
  const simulator = await startSimulator(vendors, options);
  onTestFinished(() => simulator.close());
  const session = await simulator.sessions.open();
  const first = (vendor: string, nth = 0) => session.vendors[vendor]?.credentials[nth] ?? {};
  return { simulator, session, first, ask: supertest(simulator.url) };
}

const last = (session: SimulatorSession) => session.journal().entries.at(-1) as JournalEntry;

describe('the journal', () => {
  it('has what was asked, how it was understood, and which records were served', async () => {
    const { session, first, ask } = await started();
    session.clock.stop();
    session.clock.set('2025-08-10T00:00:00Z');
    const query = { page: 2, page_size: 1, actions: 'add-tags,resolve', since: 1754768308863 };
    const { text } = await ask
      .get(helpshift)
      .auth(first('helpshift').api_key ?? '', '')
      .query(query);
    expect(last(session)).toMatchObject({
      n: 1,
      time: '2025-08-10T00:00:00Z',
      vendor: 'helpshift',
      endpoint: 'audit-log',
      method: 'GET',
      target: `${helpshift}?page=2&page_size=1&actions=add-tags%2Cresolve&since=1754768308863`,
      parameters: {
        page: '2',
        page_size: '1',
        actions: 'add-tags,resolve',
        since: '1754768308863',
      },
      credential: 'demo',
      status: 200,
      bytes: text.length,
      served: {
        since: '2025-08-09T19:38:28.863Z',
        actions: ['add-tags', 'resolve'],
        order: 'desc',
        from: 1,
        to: 2,
        total: 3,
      },
      undocumented: [],
    });
  });

  it('has what was refused, and of a ticket list no records', async () => {
    const { session, first, ask } = await started();
    const { token = '' } = first('opsramp');
    await ask.get(opsramp).set('Authorization', `Bearer ${token}`).query({ startTs: 'x' });
    expect(last(session)).toMatchObject({ vendor: 'opsramp', endpoint: 'audit-log', status: 400 });
    await ask.get('/v1/amazon/issues').auth(first('helpshift').api_key ?? '', '');
    expect(last(session)).toMatchObject({ endpoint: 'tickets', status: 200 });
    expect(session.journal().entries.map(({ served }) => served)).toEqual([undefined, undefined]);
  });

  it('has the first 4 KiB of a body', async () => {
    const { session, first, ask } = await started();
    const body = JSON.stringify({ x: 'é'.repeat(5000) });
    const { token = '' } = first('motadata', 1);
    await ask.post(motadata).set('Authorization', `Bearer ${token}`).type('json').send(body);
    expect(Buffer.byteLength(last(session).body ?? '')).toBeLessThanOrEqual(4096 + 3);
    expect(body.startsWith((last(session).body ?? '').slice(0, 2000))).toBe(true);
  });

  it('has a request that is still being answered, without a status', async () => {
    const { session, first, simulator } = await started();
    const headers = { Authorization: `Bearer ${first('motadata', 1).token}`, 'Content-Length': 2 };
    const asked = request(simulator.url + motadata, { method: 'POST', headers });
    asked.on('error', () => {}).flushHeaders();
    onTestFinished(() => void asked.destroy());
    await expect.poll(() => session.requests).toBe(1);
    expect(last(session)).not.toHaveProperty('status');
  });

  it('says what of a request no page knows', async () => {
    const { session, first, ask } = await started();
    const { token = '' } = first('opsramp');
    const auth = `Bearer ${token}`;
    await ask.get(opsramp).query({ limit: 1, pageNo: 2 }).set('Authorization', auth);
    await ask.put(opsramp).set('Authorization', auth);
    await ask.get('/api/v2/tenants').set('Authorization', auth);
    await ask.get('/api/v2/%ZZ').set('Authorization', auth);
    expect(session.journal().entries.map(({ undocumented }) => undocumented)).toEqual([
      ['parameter limit'],
      ['method PUT'],
      ['path /api/v2/tenants'],
      ['path /api/v2/%ZZ'],
    ]);
  });

  it('keeps no more than it may, and says what it dropped', async () => {
    const { session, first, ask } = await started({ bounds: { journalEntries: 3 } });
    const { api_key = '' } = first('helpshift');
    for (let page = 1; page <= 5; page++)
      await ask.get(helpshift).auth(api_key, '').query({ page });
    const { entries, dropped } = session.journal();
    expect(dropped).toBe(2);
    expect(entries.map(({ n, parameters: { page } }) => [n, page])).toEqual([
      [3, '3'],
      [4, '4'],
      [5, '5'],
    ]);
    expect(session.requests).toBe(5);
  });

  it('keeps no more bytes than it may, though requests are long', async () => {
    const { session, first, ask } = await started({ bounds: { journalBytes: 20_000 } });
    const { token = '' } = first('motadata', 1);
    for (let i = 0; i < 10; i++)
      await ask
        .post(motadata)
        .set('Authorization', `Bearer ${token}`)
        .send({ x: 'y'.repeat(8000) });
    const { entries, dropped } = session.journal();
    expect(entries.length).toBe(4);
    expect(dropped).toBe(6);
  });

  it('keeps no more bytes than it may, though requests have many parameters', async () => {
    const { session, first, ask } = await started({ bounds: { journalBytes: 100_000 } });
    const query = Array.from({ length: 200 }, (_, i) => `p${i}`).join('&');
    for (let i = 0; i < 10; i++)
      await ask
        .get(`${helpshift}?${query}`)
        .auth(first('helpshift').api_key ?? '', '')
        .expect(200);
    expect(session.journal().entries).toHaveLength(3);
  });

  it('keeps no more bytes than it may, though requests are next to nothing', async () => {
    const { simulator } = await started({ bounds: { journalBytes: 10_000 } });
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    for (let i = 0; i < 60; i++)
      await new Promise((resolve) => {
        const asked = request(`${simulator.url}/x`, { agent });
        asked.on('response', (answer) => answer.resume().on('end', resolve)).end();
      });
    expect(simulator.unattributed().entries.length).toBeLessThan(50);
  });

  it('keeps as much after a reset as at first', async () => {
    const { session, first, ask } = await started({ bounds: { journalBytes: 20_000 } });
    const auth = `Bearer ${first('motadata', 1).token}`;
    const send = () =>
      ask
        .post(motadata)
        .set('Authorization', auth)
        .send({ x: 'y'.repeat(8000) });
    for (let i = 0; i < 4; i++) await send();
    session.reset();
    for (let i = 0; i < 4; i++) await send();
    expect(session.journal()).toMatchObject({ entries: { length: 4 }, dropped: 0 });
  });

  it('keeps of a long body no more than is told', async () => {
    const { simulator, session, first, ask } = await started();
    const auth = `Bearer ${first('motadata', 1).token}`;
    await ask
      .post(motadata)
      .set('Authorization', auth)
      .send({ x: 'y'.repeat(500_000) });
    const { book } = simulator.sessions.get(session.id) ?? simulator.sessions.default;
    expect(book.exchanges[0]?.body?.buffer.byteLength).toBeLessThanOrEqual(Buffer.poolSize);
  });

  it('keeps no world that is played no more, whatever was asked of it', async () => {
    const simulator = await startSimulator(vendors, {});
    onTestFinished(() => simulator.close());
    const ask = supertest(simulator.url);
    const faults = [{ when: {}, do: { delay: 1 } }];
    simulator.sessions.default.setFaults(faults);
    await ask.get(helpshift).auth('hs-demo-key', '').expect(200);
    await ask.get(helpshift).auth('unknown', '').expect(401);
    const world = new WeakRef(simulator.world);
    simulator.reload();
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as () => void;
    await expect
      .poll(() => {
        gc();
        return world.deref() === undefined;
      })
      .toBe(true);
    expect(simulator.sessions.default.journal().entries).toHaveLength(1);
  });

  it('counts no bytes for HEAD, and all of what is sent in pieces', async () => {
    const { simulator } = await started();
    const session = await simulator.sessions.open({
      fixture: {
        name: 'long',
        motadata: {
          credentials: [{ token: 't' }],
          requests: { '1': { generate: { records: 5000 } } },
        },
      },
    });
    const { token = '' } = session.vendors.motadata?.credentials[0] ?? {};
    const { text } = await supertest(simulator.url)
      .post(motadata)
      .set('Authorization', `Bearer ${token}`)
      .send({});
    expect(last(session)).toMatchObject({ bytes: Buffer.byteLength(text), status: 200 });
    expect(last(session).served).toEqual({ order: 'desc', from: 0, to: 5000, total: 5000 });
  });
});

/** How a secret may be sent somewhere. */
const sending: ((secret: string) => { path?: string; headers?: object; body?: string })[] = [
  (secret) => ({ headers: { Authorization: `Bearer ${secret}` } }),
  (secret) => ({ headers: { Authorization: `Basic ${btoa(`${secret}:`)}` } }),
  (secret) => ({ headers: { authorization: `Apikey ${encodeURIComponent(secret)}` } }),
  (secret) => ({ headers: { 'X-Api-Key': secret, 'X-Other': secret } }),
  (secret) => ({ headers: { Cookie: `session=${secret}` } }),
  (secret) => ({ path: `?api_key=${encodeURIComponent(secret)}&x=${encodeURIComponent(secret)}` }),
  (secret) => ({ path: `/${encodeURIComponent(secret)}` }),
  (secret) => ({ body: JSON.stringify({ password: secret, deep: { x: secret } }) }),
  (secret) => ({ body: String(new URLSearchParams({ client_secret: secret, x: secret })) }),
  (secret) => ({
    body: `--b\r\nContent-Disposition: form-data; name="password"\r\n\r\n${secret}\r\n--b--`,
  }),
];

describe('what is said of requests', () => {
  it('never has a secret in it, whatever it was sent in', async () => {
    const { simulator, session } = await started();
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const secrets = Object.values(session.vendors)
      .flatMap(({ credentials }) => credentials)
      .flatMap(({ api_key, token, client_secret, password }) => [
        ...[api_key, token, client_secret, password].filter((one) => one !== undefined),
      ]);
    const send = ({ path = '', headers = {}, body = '' }, place: string) =>
      new Promise<void>((resolve) => {
        const length = { 'Content-Length': Buffer.byteLength(body) };
        const options = { agent, method: 'POST', headers: { ...headers, ...length } };
        request(`${simulator.url}${place}${path}`, options, (answer) => {
          answer.resume().on('end', resolve);
        })
          .on('error', () => resolve())
          .end(body);
      });
    const places = [helpshift, motadata, opsramp, '/api/oauth/token', '/auth/oauth/token', '/x'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...secrets),
        fc.constantFrom(...sending),
        fc.constantFrom(...places),
        async (secret, form, place) => {
          await send(form(secret), place);
          const told = JSON.stringify([session.journal(), simulator.unattributed()]);
          for (const shape of [
            secret,
            encodeURIComponent(secret),
            btoa(secret),
            btoa(`${secret}:`),
          ])
            expect(told).not.toContain(JSON.stringify(shape).slice(1, -1));
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);
});

describe('the journal of requests that no session knows', () => {
  const misses: [string, (keys: Record<string, string>) => Record<string, string>, RegExp][] = [
    ['nothing', () => ({}), /^no credential was sent$/],
    [
      'percent-encoded twice',
      ({ motadata: key = '' }) => ({
        Authorization: `Apikey ${encodeURIComponent(encodeURIComponent(key))}`,
      }),
      /^motadata api_key of "demo key", session \w+, percent-encoded twice$/,
    ],
    [
      'of another vendor',
      ({ helpshift: key = '' }) => ({ Authorization: `Apikey ${key}` }),
      /^helpshift api_key of "demo", session \w+, sent to motadata$/,
    ],
    [
      'in Basic',
      ({ motadata: key = '' }) => ({ Authorization: `Basic ${btoa(`${key}:`)}` }),
      /^motadata api_key of "demo key", session \w+, in Basic$/,
    ],
    [
      'in quotes',
      ({ motadata: key = '' }) => ({ Authorization: `Apikey "${key}"` }),
      /^motadata api_key of "demo key", session \w+, in quotes$/,
    ],
    [
      'altered at its end',
      ({ motadata: key = '' }) => ({ Authorization: `Apikey ${key}x` }),
      /^a credential of session \w+, which has no such credential now$/,
    ],
  ];
  for (const [what, headers, said] of misses)
    it(`explains a credential that was sent ${what}`, async () => {
      const { simulator, session, first, ask } = await started();
      const keys = {
        helpshift: first('helpshift').api_key ?? '',
        motadata: first('motadata').api_key ?? '',
      };
      await ask.post(motadata).set(headers(keys)).send({}).expect(401);
      expect(simulator.unattributed().entries[0]?.nearMiss).toMatch(said);
      expect(session.requests).toBe(0);
    });

  it('has requests at paths that are no vendor’s', async () => {
    const { simulator, ask } = await started();
    await ask.get('/favicon.ico').expect(404);
    const [entry] = simulator.unattributed().entries;
    expect(entry).toMatchObject({ undocumented: ['path /favicon.ico'], status: 404 });
    expect(entry).not.toHaveProperty('vendor');
  });

  it('says nothing of a credential that nobody ever had', async () => {
    const { simulator, ask } = await started();
    await ask.get(helpshift).auth('what', 'ever').expect(401);
    expect(simulator.unattributed().entries[0]).not.toHaveProperty('nearMiss');
  });
});

describe('a request with a secret that is no good', () => {
  it('belongs to the session that the secret had been given', async () => {
    const { session, first, ask, simulator } = await started();
    const { api_key = '' } = first('helpshift');
    session.credentials('helpshift').rotate('demo', { api_key: 'fresh' });
    await ask.get(helpshift).auth(api_key, '').expect(401);
    await ask.get(helpshift).auth('fresh', '').expect(200);
    expect(session.journal().entries.map(({ status }) => status)).toEqual([401, 200]);
    expect(simulator.unattributed().entries).toEqual([]);
  });

  it('belongs to the session though it is sent in a way that is not accepted', async () => {
    const { session, first, ask } = await started();
    const Authorization = `Basic ${first('motadata').api_key}`;
    await ask.post(motadata).set({ Authorization }).send({}).expect(401);
    expect(session.requests).toBe(1);
  });

  it('belongs to the session whose client it is of', async () => {
    const { session, first, ask } = await started();
    const { client_id } = first('opsramp', 1);
    const form = { grant_type: 'client_credentials', client_id, client_secret: 'guess' };
    await ask.post('/auth/oauth/token').type('form').send(form).expect(401);
    const { client_id: id = '' } = first('motadata', 2);
    await ask
      .post('/api/oauth/token')
      .auth(id, 'guess')
      .type('form')
      .send({ grant_type: 'password', username: 'x', password: 'y' })
      .expect(401);
    expect(session.journal().entries.map(({ vendor }) => vendor)).toEqual(['opsramp', 'motadata']);
  });
});
