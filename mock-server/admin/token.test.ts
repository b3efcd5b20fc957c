import { request } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { administered, TOKEN } from '../testing/administered.js';
import { afterwards } from '../testing/afterwards.js';
import { smallFixture } from '../testing/smallFixture.js';
import { adminEndpoints } from './adminEndpoints.js';
import { startAdmin } from './startAdmin.js';

const { admin, simulator, ...ask } = await administered(smallFixture);

interface Asked {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** Asks without more than it is told to, and gives all of the answer. */
function asked({ method, path, headers, body }: Asked): Promise<[number, string, string]> {
  const { hostname, port } = new URL(admin.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
      let text = '';
      answer.on('data', (data) => {
        text += data;
      });
      answer.on('end', () =>
        resolve([answer.statusCode as number, `${answer.headers['www-authenticate']}`, text]),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What must be the same before and after. */
const state = () =>
  JSON.stringify(simulator.sessions.list().map(({ id, clock }) => [id, clock.now()]));

const told = JSON.stringify({
  error: 'expected the admin token, as in Authorization: Bearer <token>',
});

const paths = [
  ...adminEndpoints.map(({ path }) => path.replace(':id', 'default')),
  '/sessions/nobody',
  '/sessions/%ZZ',
  '/health/',
  '/Health',
  '//health',
  '/health/../sessions',
  '/%68ealth',
  '/health;/sessions',
  '/nowhere',
  '/',
];
const bodies = ['', '{}', '{"advance":"PT1H"}', '{', `{"vendor":"helpshift","revoke":"collector"}`];
const credentials = [
  '',
  'Bearer',
  'Bearer ',
  `Bearer ${TOKEN}x`,
  `Bearer ${TOKEN.slice(0, -1)}`,
  `Bearer ${TOKEN.toUpperCase()}`,
  `Bearer x ${TOKEN}`,
  `Basic ${btoa(`:${TOKEN}`)}`,
  `Bearer "${TOKEN}"`,
  TOKEN,
];

describe('without the admin token', () => {
  it('nothing is done or told, whatever is asked, but for the health', async () => {
    const before = state();
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          method: fc.constantFrom(
            'GET',
            'HEAD',
            'POST',
            'PUT',
            'PATCH',
            'DELETE',
            'OPTIONS',
            'TRACE',
          ),
          path: fc.oneof(
            fc.constantFrom(...paths),
            fc.webPath().map((path) => `/${path}`),
            fc.webQueryParameters().map((query) => `/sessions?${query}`),
          ),
          headers: fc.record(
            {
              authorization: fc.oneof(fc.constantFrom(...credentials), fc.base64String()),
              'content-type': fc.constantFrom('application/json', 'text/plain'),
              'x-http-method-override': fc.constant('GET'),
              'x-original-url': fc.constant('/health'),
              'x-forwarded-for': fc.constant('127.0.0.1'),
              cookie: fc.constant(`token=${TOKEN}`),
              origin: fc.constant('http://localhost'),
            },
            { requiredKeys: [] },
          ),
          body: fc.constantFrom(...bodies),
        }),
        async (one) => {
          fc.pre(one.headers.authorization !== `Bearer ${TOKEN}`);
          if (one.path.split('?')[0] === '/health' && /GET|HEAD/.test(one.method)) return;
          const body = one.method === 'HEAD' ? '' : told;
          expect(await asked(one)).toEqual([401, 'Bearer', body]);
        },
      ),
      { numRuns: 500 },
    );
    expect(state()).toBe(before);
  });

  it('the health is told', async () => {
    const [status, , text] = await asked({ method: 'GET', path: '/health', headers: {}, body: '' });
    expect([status, JSON.parse(text)]).toEqual([
      200,
      { status: 'ok', version: expect.any(String) },
    ]);
  });

  it('a body is not waited for', async () => {
    const { hostname, port } = new URL(admin.url);
    const socket = connect(Number(port), hostname);
    socket.write('POST /sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n{');
    let answer = '';
    for await (const data of socket) answer += data;
    expect(answer).toMatch(/^HTTP\/1\.1 401 [\s\S]*Connection: close/);
  });
});

describe('the admin token', () => {
  it('may be sent with its scheme in any case', async () => {
    const headers = { authorization: `bearer ${TOKEN}` };
    expect((await asked({ method: 'GET', path: '/sessions', headers, body: '' }))[0]).toBe(200);
  });

  it('is made up where none is given, anew each time', async () => {
    const admins = [await startAdmin(simulator), await startAdmin(simulator)];
    afterwards(() => Promise.all(admins.map(({ close }) => close())));
    const [one, other] = admins.map(({ token }) => token);
    expect(one).toMatch(/^[\w-]{32}$/);
    expect(one).not.toBe(other);
  });

  it('must be one that can be sent', async () => {
    for (const token of ['', 'two words', 'schön'])
      await expect(startAdmin(simulator, { token })).rejects.toThrow(
        'expected an admin token of ASCII characters, without blanks',
      );
  });

  it('lets no other site in', async () => {
    const { headers } = await ask.get('/sessions').set('Origin', 'http://evil.example');
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
