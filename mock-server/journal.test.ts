import { Agent, request } from 'node:http';
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

const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const multipart = (secret: string, quote: string) =>
  `--b\r\nContent-Disposition: form-data; filename="f"; name=${quote}password${quote}; x="y"\r\n` +
  `Content-Type: text/plain\r\n\r\n${secret}\r\n--b--`;

/** How a secret may be encoded. */
const encodings: Record<string, (secret: string) => string> = {
  percent: encodeURIComponent,
  'percent in lower case': percent,
  'percent in part': (secret) => percent(secret.slice(0, 1)) + encodeURIComponent(secret.slice(1)),
  'percent twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  'percent three times': (secret) => encodeURIComponent(percent(percent(secret))),
  form: (secret) => String(new URLSearchParams({ '': secret })).slice(1),
  base64: (secret) => Buffer.from(secret).toString('base64'),
  base64url: (secret) => Buffer.from(secret).toString('base64url'),
  'Basic as the user': (secret) => Buffer.from(`${secret}:`).toString('base64'),
  'Basic as the password': (secret) => Buffer.from(`someone:${secret}`).toString('base64'),
  'base64 in percent': (secret) => encodeURIComponent(Buffer.from(secret).toString('base64')),
  hex: (secret) => Buffer.from(secret).toString('hex'),
  JSON: json,
  'JSON with slashes': (secret) => json(secret).replaceAll('/', '\\/'),
  'JSON in numbers': (secret) =>
    [...secret].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
};

interface Sent {
  path?: string;
  headers?: object;
  body?: string;
}

/** Where a secret that is known may be sent. */
const anywhere: ((secret: string) => Sent)[] = [
  (secret) => ({ headers: { Authorization: `Bearer ${secret}` } }),
  (secret) => ({ headers: { Authorization: `Basic ${btoa(`${secret}:`)}` } }),
  (secret) => ({ headers: { 'X-Other': secret } }),
  (secret) => ({ path: `?x=${encodeURIComponent(secret)}` }),
  (secret) => ({ path: `?${encodeURIComponent(secret)}=x` }),
  (secret) => ({ path: `/${encodeURIComponent(secret)}` }),
  (secret) => ({ body: `before ${secret} behind` }),
  (secret) => ({ body: JSON.stringify({ deep: { x: secret } }) }),
  ...Object.values(encodings).flatMap((encode) => [
    (secret: string) => ({ headers: { 'X-Other': encode(secret) } }),
    (secret: string) => ({ body: `{"x":"${encode(secret)}"}` }),
    (secret: string) => ({ body: `a=b&x=${encode(secret)}&c=d` }),
  ]),
];

/** Where even a secret that nobody knows is hidden. */
const telling: Record<string, (secret: string) => Sent> = {
  'behind a scheme': (secret) => ({ headers: { Authorization: `Bearer ${secret}` } }),
  'before other words': (secret) => ({ headers: { Authorization: `Basic ${secret} extra` } }),
  'before a comma': (secret) => ({ headers: { Authorization: `Bearer ${secret}, Bearer zz` } }),
  'as a part of Digest': (secret) => ({
    headers: { Authorization: `Digest username="u", response="${secret}", opaque="z"` },
  }),
  'in Proxy-Authorization': (secret) => ({
    headers: { 'Proxy-Authorization': `Basic ${secret} x` },
  }),
  'in X-Forwarded-Authorization': (secret) => ({
    headers: { 'X-Forwarded-Authorization': `${secret} x` },
  }),
  'in a cookie': (secret) => ({ headers: { Cookie: `a=${secret}; theme=dark` } }),
  'in X-Api-Key': (secret) => ({ headers: { 'X-Api-Key': `${secret} x` } }),
  'in X-Auth-Token': (secret) => ({ headers: { 'X-Auth-Token': secret } }),
  'in apikey': (secret) => ({ headers: { apikey: secret } }),
  'in X-Amz-Security-Token': (secret) => ({ headers: { 'X-Amz-Security-Token': secret } }),
  'as api_key': (secret) => ({ path: `?a=b&api_key=${secret}` }),
  'as x-api-key': (secret) => ({ path: `?x-api-key=${secret}` }),
  'as refreshToken': (secret) => ({ path: `?refreshToken=${secret}` }),
  'as pwd': (secret) => ({ path: `?pwd=${secret}` }),
  'as apikey': (secret) => ({ path: `?apikey=${secret}` }),
  'under an encoded name': (secret) => ({ body: `a=b&pass%77ord=${secret}` }),
  'as a password of JSON': (secret) => ({ body: JSON.stringify({ password: secret }) }),
  'under a name in escapes': (secret) => ({ body: `{"passw\\u006frd" : "${secret}"}` }),
  'as a number': (secret) => ({ body: `{"pwd":${secret.replace(/\D/g, '')}}` }),
  'in what is nested': (secret) => ({ body: JSON.stringify({ token: { v: [1, secret] }, x: 1 }) }),
  'in what is nested and cut off': (secret) => ({ body: `{"tokens":["]","${secret}` }),
  'in a multipart form': (secret) => ({ body: multipart(secret, '"') }),
  'in a multipart form with single quotes': (secret) => ({ body: multipart(secret, "'") }),
  'in a second line': (secret) => ({ body: multipart(`first\r\n${secret}`, '"') }),
};

/** Prefixes of one another, and what encodings change. */
const FIXTURE = {
  name: 'secrets',
  helpshift: {
    credentials: [
      { name: 'short', api_key: 'Plain0Long1Key' },
      { name: 'long', api_key: 'Plain0Long1KeyValue2' },
      { name: 'odd', api_key: 'S3cr/et+Key="q"<x>' },
    ],
    domains: { amazon: { issues: { '3423': { records: [] } } } },
  },
  motadata: {
    credentials: [
      {
        ...{ name: 'user', client_id: 'cid', client_secret: 'Client/Secret+4' },
        ...{ username: 'bob', password: 'Pass+Wo/rd 99' },
      },
      { name: 'key', api_key: 'Percent%2BKey%2F5' },
    ],
    requests: { '1': { records: [] } },
  },
};

async function watched() {
  const { simulator, session } = await started({ fixture: FIXTURE, bounds: { journalEntries: 2 } });
  const other = await simulator.sessions.open();
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const send = ({ path = '', headers = {}, body = '' }: Sent, place = helpshift) =>
    new Promise<void>((resolve, reject) => {
      const length = { 'Content-Length': Buffer.byteLength(body) };
      const options = { agent, method: 'POST', headers: { ...headers, ...length } };
      request(`${simulator.url}${place}${path}`, options, (answer) => {
        answer.resume().on('end', resolve);
      })
        .on('error', reject)
        .end(body);
    });
  const told = () =>
    JSON.stringify([
      simulator.unattributed(),
      simulator.undocumented(),
      ...simulator.sessions.list().map((one) => one.journal()),
    ]);
  return { simulator, session, other, send, told };
}

describe('what is said of requests', () => {
  it('never has a secret of any session in it, whatever it was sent in', async () => {
    const { simulator, session, other, send, told } = await watched();
    const given = simulator.sessions
      .list()
      .flatMap(({ vendors }) => Object.values(vendors))
      .flatMap(({ credentials }) => credentials)
      .flatMap(({ api_key, client_secret, password }) => [api_key, client_secret, password])
      .filter((one) => one !== undefined);
    other.credentials('helpshift').rotate('short', { api_key: 'Rotated-of/another+6' });
    other.credentials('helpshift').rotate('short', { api_key: 'Rotated-of/another+6-again' });
    session.credentials('helpshift').add({ name: 'more', api_key: 'Added=to&one;7' });
    const tagged = session.vendors.helpshift?.credentials[0]?.api_key ?? '';
    const secrets = [
      ...given,
      ...['Rotated-of/another+6', 'Rotated-of/another+6-again', 'Added=to&one;7'],
    ];
    const places = [helpshift, motadata, '/api/oauth/token', '/x'];
    const own = { Authorization: `Bearer ${tagged}` };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...secrets),
        fc.constantFrom(...anywhere),
        fc.constantFrom(...places),
        fc.boolean(),
        async (secret, form, place, isOwn) => {
          const { headers, ...sent } = form(secret);
          await send({ ...sent, headers: { ...(isOwn && own), ...headers } }, place);
          const all = told();
          for (const encode of [(same: string) => same, ...Object.values(encodings)])
            expect(all).not.toContain(json(encode(secret)));
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);

  for (const [where, form] of Object.entries(telling))
    it(`does not show a secret that nobody knows, ${where}`, async () => {
      const { send, told } = await watched();
      await send(form('unknown-8642097531'));
      expect(told()).not.toContain('8642097531');
    });

  for (const [how, encode] of Object.entries(encodings))
    it(`does not show secrets of the default session to another one in ${how}`, async () => {
      const { session, send } = await watched();
      const { api_key } = session.vendors.helpshift?.credentials[1] ?? {};
      const [odd, spaced] = [encode('S3cr/et+Key="q"<x>'), encode('Pass+Wo/rd 99')];
      await send({
        headers: { Authorization: `Bearer ${api_key}`, 'X-Odd': odd, 'X-Spaced': spaced },
      });
      for (const sent of [odd, spaced])
        expect(JSON.stringify(last(session))).not.toContain(json(sent));
    });

  it('does not show a secret that another session had until it was closed', async () => {
    const { session, other, send, told } = await watched();
    other.credentials('helpshift').rotate('short', { api_key: 'Rotated-of/another+6' });
    await other.close();
    await send({ path: '?x=Rotated-of/another%2B6' });
    await send({ headers: { 'X-Other': btoa('user:Rotated-of/another+6') } });
    expect(told()).toContain('Rota…');
    expect(told()).not.toContain('of/another');
    expect(told()).not.toContain(btoa('user:Rotated-of/another+6'));
    expect(session.requests).toBe(0);
  });

  it('does not show a secret that was added to another session and has in it what ends a field', async () => {
    const { session, send, told } = await watched();
    const odd = ['Added=to&one;7', 'Added,to(one)', '/Added?to@one'];
    for (const [i, api_key] of odd.entries())
      session.credentials('helpshift').add({ name: `more ${i}`, api_key });
    for (const api_key of odd) {
      await send({ body: `a=b&x=${api_key}&c=d` }, '/api/oauth/token');
      await send({ path: `?x${api_key}y` });
      expect(told()).not.toMatch(/to.one/);
    }
  });

  it('leaves what is around a secret', async () => {
    const { simulator, send } = await watched();
    await send({ path: '/a/x.Plain0Long1KeyValue2.y/b?page=1&x=Plain0Long1Key&y=%20z' }, '/x');
    expect(simulator.unattributed().entries[0]?.target).toBe(
      '/x/a/x.Plai….y/b?page=1&x=Plai…&y=%20z',
    );
  });

  it('has no secret in what is listed as undocumented', async () => {
    const { simulator, send } = await watched();
    await send({ path: '/Plain0Long1KeyValue2' }, '/x');
    expect(simulator.undocumented()).toEqual([
      { what: 'path /x/Plai…', count: 1, example: 'POST /x/Plai…' },
    ]);
  });
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
      'in another case',
      ({ motadata: key = '' }) => ({ Authorization: `Apikey ${key.toUpperCase()}` }),
      /^motadata api_key of "demo key", session \w+, in another case$/,
    ],
    [
      'in the place of a token, and is what a client is known by',
      ({ client = '' }) => ({ Authorization: `Bearer ${client}` }),
      /^motadata client_id of "demo client", session \w+, sent in a way that is not accepted$/,
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
        client: first('motadata', 2).client_id ?? '',
      };
      await ask.post(motadata).set(headers(keys)).send({}).expect(401);
      expect(simulator.unattributed().entries[0]?.nearMiss).toMatch(said);
      expect(session.requests).toBe(0);
    });

  it('explains a credential by what was so when it was asked with', async () => {
    const { simulator, session, first, ask } = await started();
    const key = first('motadata').api_key ?? '';
    await ask.post(motadata).set('Authorization', `Apikey "${key}"`).send({}).expect(401);
    const said = simulator.unattributed().entries[0]?.nearMiss;
    expect(said).toMatch(/^motadata api_key of "demo key", session \w+, in quotes$/);
    await session.close();
    expect(simulator.unattributed().entries[0]?.nearMiss).toBe(said);
  });

  it('explains a secret that a session was given from without', async () => {
    const { simulator, session, ask } = await started();
    session.credentials('helpshift').rotate('demo', { api_key: 'given' });
    await ask.get(helpshift).set('Authorization', 'Bearer "given"').expect(401);
    expect(simulator.unattributed().entries[0]?.nearMiss).toBe(
      `helpshift api_key of "demo", session ${session.id}, in quotes`,
    );
  });

  it('explains a token that a client was given, once its own vendor has not got it', async () => {
    const { simulator, session, first, ask } = await started();
    const { client_id, client_secret } = first('opsramp', 1);
    const form = { grant_type: 'client_credentials', client_id, client_secret };
    const { body } = await ask.post('/auth/oauth/token').type('form').send(form).expect(200);
    await ask.get(helpshift).auth(body.access_token, { type: 'bearer' }).expect(401);
    expect(simulator.unattributed().entries[0]?.nearMiss).toBe(
      `opsramp token of "demo client", session ${session.id}, sent to helpshift`,
    );
  });

  it('explains only the first of what is sent as a hundred credentials', async () => {
    const { simulator, first, ask } = await started();
    const wrong = Array.from({ length: 100 }, (_, i) => `api_key=${i}`);
    const right = `api_key=${first('helpshift').api_key}`;
    for (const query of [
      [right, ...wrong],
      [...wrong, right],
    ])
      await ask.get(`${helpshift}?${query.join('&')}`).expect(401);
    const [near, far] = simulator.unattributed().entries;
    expect(near?.nearMiss).toMatch(/^helpshift api_key of "demo"/);
    expect(far).not.toHaveProperty('nearMiss');
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

describe('why a request was refused', () => {
  async function refused(act: (of: Awaited<ReturnType<typeof started>>) => Promise<unknown>) {
    const of = await started();
    await act(of);
    const { refused, nearMiss } = last(of.session);
    return { ...refused, nearMiss: nearMiss?.replace(of.session.id, 'S') };
  }
  const tokenOf = async ({ first, ask }: Awaited<ReturnType<typeof started>>) => {
    const { client_id, client_secret } = first('opsramp', 1);
    const form = { grant_type: 'client_credentials', client_id, client_secret };
    const { body } = await ask.post('/auth/oauth/token').type('form').send(form).expect(200);
    return `Bearer ${body.access_token}`;
  };
  const unknown = { kind: 'unknown-credential', message: 'The credential is not known.' };

  it('is that its token has ended', async () => {
    const said = await refused(async (of) => {
      of.session.clock.stop();
      of.session.clock.set('2025-03-31T06:30:00Z');
      const Authorization = await tokenOf(of);
      of.session.clock.advance('PT3H');
      await of.ask.get(opsramp).set({ Authorization }).expect(407);
    });
    const because = 'the token of the credential "demo client" ended at 2025-03-31T08:29:59Z';
    expect(said).toEqual({ ...unknown, because });
  });

  it('is that its token was ended', async () => {
    const said = await refused(async (of) => {
      const Authorization = await tokenOf(of);
      of.session.credentials('opsramp').endTokens('demo client');
      await of.ask.get(opsramp).set({ Authorization }).expect(407);
    });
    const because = 'the token of the credential "demo client" was ended';
    expect(said).toEqual({ ...unknown, because });
  });

  for (const [how, change] of [
    ['revoked', (session: SimulatorSession) => session.credentials('helpshift').revoke('demo')],
    ['rotated', (session: SimulatorSession) => session.credentials('helpshift').rotate('demo')],
  ] as const)
    it(`is that its credential was ${how}`, async () => {
      const said = await refused(async ({ session, first, ask }) => {
        const { api_key = '' } = first('helpshift');
        change(session);
        await ask.get(helpshift).auth(api_key, '').expect(401);
      });
      expect(said).toEqual({ ...unknown, because: `the credential "demo" was ${how}` });
    });

  it('is that its credential is sent in a way that is not accepted', async () => {
    const said = await refused(({ first, ask }) =>
      ask
        .post(motadata)
        .set('Authorization', `Basic ${first('motadata').api_key}`)
        .send({})
        .expect(401),
    );
    expect(said).toMatchObject({
      kind: 'no-credential',
      nearMiss: 'motadata api_key of "demo key", session S, sent in a way that is not accepted',
    });
  });

  it('is that what its client asks for tokens with was rotated', async () => {
    for (const rotated of ['client_secret', 'password']) {
      const said = await refused(({ session, first, ask }) => {
        const { client_id = '', client_secret = '', username, password } = first('motadata', 2);
        session.credentials('motadata').rotate('demo client', { [rotated]: 'new' });
        return ask
          .post('/api/oauth/token')
          .auth(client_id, client_secret)
          .type('form')
          .send({ grant_type: 'password', username, password });
      });
      expect(said.because).toBe('the credential "demo client" was rotated');
    }
  });

  it('is a wrong secret, where a client is known', async () => {
    const said = await refused(({ first, ask }) =>
      ask
        .post('/api/oauth/token')
        .auth(first('motadata', 2).client_id ?? '', 'guess')
        .type('form')
        .send({ grant_type: 'password', username: 'x', password: 'y' })
        .expect(401),
    );
    expect(said).toEqual({ kind: 'unknown-client', message: 'The client is not known.' });
  });

  it('is something else than its credential, where that is good', async () => {
    const said = await refused(({ first, ask }) =>
      ask
        .get('/v2/amazon/issues/7/_audit_logs')
        .auth(first('helpshift').api_key ?? '', '')
        .expect(404),
    );
    expect(said).toEqual({ kind: 'no-ticket', message: 'There is no ticket 7.' });
  });

  it('is said without a secret that it would repeat', async () => {
    const said = await refused(({ first, ask }) => {
      const { client_id, client_secret = '' } = first('opsramp', 1);
      const form = { client_id, grant_type: client_secret };
      return ask.post('/auth/oauth/token').type('form').send(form);
    });
    expect(said.kind).toBe('unknown-grant');
    expect(said.message).toMatch(/^Unsupported grant type: \w{4}…$/);
  });

  it('is explained on a port of its own as on that of all', async () => {
    const { simulator, session: other } = await started();
    const session = await simulator.sessions.open({ ownPort: true });
    const { baseUrl = '', credentials = [] } = session.vendors.helpshift ?? {};
    const miss = async (key: string) => {
      await supertest(baseUrl).get(helpshift).set('Authorization', `Bearer ${key}`).expect(401);
      return last(session).nearMiss;
    };
    const own = `helpshift api_key of "demo", session ${session.id}`;
    expect(await miss(`"${credentials[0]?.api_key}"`)).toBe(`${own}, in quotes`);
    expect(await miss(other.vendors.helpshift?.credentials[0]?.api_key ?? '')).toBe(
      `helpshift api_key of "demo", session ${other.id}, sent to session ${session.id}`,
    );
    expect(await miss('whatever')).toBeUndefined();
  });

  it('does not hide what of it no page knows', async () => {
    const { simulator, ask } = await started();
    await ask.get(helpshift).query({ pageNo: 2 }).auth('what', 'ever').expect(401);
    expect(simulator.unattributed().entries[0]?.undocumented).toEqual(['parameter pageNo']);
    expect(simulator.undocumented().map(({ what }) => what)).toContain(
      'helpshift: parameter pageNo',
    );
  });
});
