import { get } from 'node:http';
import { gunzipSync } from 'node:zlib';
import supertest from 'supertest';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { GivenFault } from '../Simulator.js';
import { startSimulator } from '../startSimulator.js';
import { type FaultySession, faulty, paths } from '../testing/faulty.js';
import { rawAnswers } from '../testing/paths/rawAnswers.js';
import { vendors } from '../vendors/index.js';

/** A body as it came, its bytes and how long they took, and whether it came whole. */
async function rawly({ url, authorization }: FaultySession, path = paths.helpshift) {
  const began = performance.now();
  let begun = false;
  return new Promise<{
    bytes: Buffer;
    headers: Record<string, unknown>;
    whole: boolean;
    pieces: number[];
    took: number;
  }>((resolve, reject) => {
    get(url + path, { headers: { authorization: authorization.helpshift } }, (answer) => {
      begun = true;
      const pieces: Buffer[] = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.on('error', () => {});
      answer.on('close', () =>
        resolve({
          ...{ bytes: Buffer.concat(pieces), headers: answer.headers, whole: answer.complete },
          pieces: pieces.map(({ length }) => length),
          took: performance.now() - began,
        }),
      );
    }).on('error', (error) => {
      // What comes after an answer is no part of it.
      if (!begun) reject(error);
    });
  });
}

const delivered = ({ session }: FaultySession) => session.journal().entries.at(-1);

describe('a fault of an answer', () => {
  it('cuts the body after so many bytes, and its length is still that of the whole', async () => {
    const { bytes: all } = await rawly(await faulty([]));
    const cut = await faulty([{ do: { cut: 100 } }]);
    const { bytes, headers, whole } = await rawly(cut);
    expect(bytes).toEqual(all.subarray(0, 100));
    expect(headers['content-length']).toBe(String(all.length));
    expect(whole).toBe(false);
    expect(delivered(cut)).toMatchObject({ status: 200, bytes: 100, fault: 'cut' });
  });

  it('cuts a shorter body before its last byte', async () => {
    const { bytes: all } = await rawly(await faulty([]));
    const { bytes } = await rawly(await faulty([{ do: { cut: 1_000_000 } }]));
    expect(bytes).toEqual(all.subarray(0, -1));
  });

  it('sends the body in small pieces, with time between them', async () => {
    const { bytes: all } = await rawly(await faulty([]));
    const { bytes, pieces, took } = await rawly(
      await faulty([{ do: { drip: { bytes: 200, every: 20 } } }]),
    );
    expect(bytes).toEqual(all);
    expect(Math.max(...pieces)).toBeLessThanOrEqual(200);
    expect(took).toBeGreaterThan((pieces.length - 1) * 20 - 5);
  });

  it('lets time pass before the first byte', async () => {
    const { took } = await rawly(await faulty([{ do: { delay: 150 } }]));
    expect(took).toBeGreaterThanOrEqual(149);
  });

  it('waits no longer than somebody waits for it', async () => {
    const { url, authorization, session } = await faulty([{ do: { delay: 600_000 } }]);
    const asked = get(url + paths.helpshift, {
      headers: { authorization: authorization.helpshift },
    });
    asked.on('error', () => {});
    await expect.poll(() => session.requests).toBe(1);
    asked.destroy();
    // The simulator is closed when the test is finished, which waits for requests in flight.
  });

  it('says another length than the body has', async () => {
    const { bytes: all } = await rawly(await faulty([]));
    const long = await rawly(await faulty([{ do: { contentLength: 7 } }]));
    expect([long.headers['content-length'], long.whole]).toEqual([`${all.length + 7}`, false]);
    const short = await rawly(await faulty([{ do: { contentLength: -7 } }]));
    expect(short.bytes).toEqual(all.subarray(0, -7));
  });

  it('compresses the body, whole or cut short', async () => {
    const { bytes: all } = await rawly(await faulty([]));
    const { bytes, headers } = await rawly(await faulty([{ do: { gzip: 'whole' } }]));
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(bytes)).toEqual(all);
    const cut = await rawly(await faulty([{ do: { gzip: 'cut' } }]));
    expect(cut.whole).toBe(true);
    expect(() => gunzipSync(cut.bytes)).toThrow('unexpected end of file');
  });

  it('compresses the body once, however often it is to', async () => {
    const twice = (last: string) =>
      faulty([{ do: { gzip: 'whole' } }, { name: 'again', do: { gzip: last } }]);
    const { bytes: all } = await rawly(await faulty([]));
    expect(gunzipSync((await rawly(await twice('whole'))).bytes)).toEqual(all);
    const cut = await rawly(await twice('cut'));
    expect(() => gunzipSync(cut.bytes)).toThrow('unexpected end of file');
  });

  it('makes of the body what is no JSON, each time', async () => {
    for (const how of ['truncated', 'comma', 'quotes']) {
      for (const page of [1, 99]) {
        const asked = await faulty([{ do: { corrupt: how } }]);
        const { bytes, whole } = await rawly(asked, `${paths.helpshift}?page=${page}`);
        expect(() => JSON.parse(bytes.toString())).toThrow();
        expect(whole).toBe(true);
      }
    }
  });

  it("leaves quotes in texts unescaped, as OpsRamp's page prints them", async () => {
    const { url, authorization } = await faulty([{ do: { corrupt: 'quotes' } }]);
    const answer = await fetch(url + paths.opsramp, {
      headers: { authorization: authorization.opsramp },
    });
    expect(await answer.text()).toContain(
      '"activity":"Incident "#INC0000001798 Sample Incident Network Storage" updated',
    );
  });

  it('says in headers what is not so', async () => {
    const { helpshift } = await faulty(
      [{ do: { date: '-PT2H' } }, { do: { contentType: 'text/plain; charset=x' } }],
      { now: '2025-08-10T00:00:00Z' },
    );
    const { headers } = await helpshift();
    expect(headers).toMatchObject({
      date: 'Sat, 09 Aug 2025 22:00:00 GMT',
      'content-type': 'text/plain; charset=x',
    });
  });

  it('says when to come again, in seconds or as a date', async () => {
    const status = (retryAfter: number | string): GivenFault => ({
      do: { status: { code: 503, retryAfter } },
    });
    const now = '2025-08-10T00:00:00Z';
    const seconds = await faulty([status(7)], { now });
    await seconds.helpshift().expect(503).expect('Retry-After', '7');
    const date = await faulty([status('date')], { now });
    await date.opsramp().expect('Retry-After', 'Sun, 10 Aug 2025 00:00:02 GMT');
  });

  it('leaves out the headers of the vendor where something else answers', async () => {
    const fixture = {
      name: 'limited',
      opsramp: {
        profile: { 'rate-limit': 500 },
        tenants: {
          client_4: {
            credentials: [{ token: 't' }],
            incidents: { INC0000001798: { records: [] } },
          },
        },
      },
    };
    const { opsramp } = await faulty([{ do: { status: 502 } }], { fixture });
    expect((await opsramp()).headers).not.toHaveProperty('x-ratelimit-limit');
  });

  it('leads to the same request on the same host, or on another', async () => {
    const same = await faulty([{ do: { redirect: { to: 'same-host', status: 307 } } }]);
    await same
      .helpshift({ page: 2 })
      .redirects(0)
      .expect(307)
      .expect('Location', `${same.url}${paths.helpshift}?page=2`);
    const other = await faulty([{ do: { redirect: 'other-host' } }]);
    const { port } = new URL(other.url);
    await other
      .helpshift()
      .redirects(0)
      .expect(302)
      .expect('Location', `http://localhost:${port}${paths.helpshift}`);
  });

  it('says another total, and other pages accordingly', async () => {
    const more = await faulty([{ do: { total: 3 } }]);
    const { body } = await more.helpshift({ page_size: 2 });
    expect(body).toMatchObject({ 'total-hits': 7, 'total-pages': 4 });
    expect(body.audit_logs).toHaveLength(2);
    const fewer = await faulty([{ do: { total: -100 } }]);
    expect((await fewer.helpshift()).body).toMatchObject({ 'total-hits': 0, 'total-pages': 1 });
    const { body: log } = await fewer.opsramp();
    expect([log.totalResults, log.results.length]).toEqual([0, 9]);
  });

  it('says another total of the tickets, and leaves them as they are', async () => {
    const { url, authorization } = await faulty([
      { when: { endpoint: 'tickets' }, do: { total: 2 } },
    ]);
    const ask = supertest(url);
    const { body } = await ask
      .get('/v1/amazon/issues')
      .set('Authorization', authorization.helpshift);
    expect(body).toMatchObject({ 'total-hits': 3, issues: [{ id: 3423 }] });
    const requests = await ask
      .post('/api/v1/request/search/byqual')
      .set('Authorization', authorization.motadata)
      .send({});
    expect(requests.body).toMatchObject({ totalCount: 3, objectList: [{ id: 1 }] });
  });

  it('says that there is a next page where there is none, and the other way round', async () => {
    const log = await faulty([{ do: { nextPage: true } }]);
    expect((await log.opsramp()).body.nextPage).toBe(true);
    const tickets = async (nextPage: boolean) => {
      const { url, authorization } = await faulty([{ do: { nextPage } }]);
      const path = '/api/v2/tenants/client_4/incidents/search';
      const { body } = await supertest(url)
        .get(path)
        .query({ queryString: 'startCreationDate:2018-01-01T00:00:00+0000' })
        .set('Authorization', authorization.opsramp);
      return body;
    };
    expect(await tickets(true)).toMatchObject({ nextPage: true, nextPageNo: 2 });
    const none = await tickets(false);
    expect(none.nextPage).toBe(false);
    expect(none).not.toHaveProperty('nextPageNo');
  });

  it('serves the records of the page before, with the number of the one asked for', async () => {
    const { session, helpshift } = await faulty([{ when: { nth: 2 }, do: 'stale' }]);
    const pages = [];
    for (const page of [1, 2, 3, 3])
      pages.push((await helpshift({ page, page_size: 1, sort_order: 'asc' })).body);
    expect(pages[2]).toEqual({ ...pages[1], page: 3 });
    expect(pages[3].audit_logs).not.toEqual(pages[2].audit_logs);
    expect(session.journal().entries[2]).toMatchObject({ fault: 'stale', served: { from: 2 } });
  });

  it.each([
    ['cut', 2],
    [{ cut: 100 }, 2],
    ['close', 1],
    // What has arrived before a reset may be lost with it.
    ['reset', 0],
  ] as const)('ends the connection behind the answers before it (%j)', async (deed, least) => {
    const { url, authorization } = await faulty([{ when: { nth: 5 }, do: deed }]);
    const headers = { Authorization: authorization.helpshift };
    const one = { method: 'GET', target: paths.helpshift, headers };
    // The first are made so slowly that they are not sent together.
    await rawAnswers(url, [one, one, one], 'alone');
    const answers = await rawAnswers(url, [one, one, one], 'pipelined').catch(() => []);
    expect(answers.length).toBeGreaterThanOrEqual(least);
    expect(answers.length).toBeLessThan(3);
  });

  it('leaves the body out for HEAD', async () => {
    const { url, authorization } = await faulty([{ do: 'cut' }, { do: { contentType: 'a/b' } }]);
    await supertest(url)
      .head(paths.helpshift)
      .set('Authorization', authorization.helpshift)
      .expect(200)
      .expect('Content-Type', 'a/b');
  });

  it('is met by a token that is asked for, too', async () => {
    const { session } = await faulty(
      [{ when: { endpoint: 'token', vendor: 'motadata' }, do: 'loginPage' }],
      { ownPort: true },
    );
    const ask = supertest(session.vendors.motadata?.baseUrl ?? '');
    await ask.post('/api/oauth/token').expect(200).expect('Content-Type', /html/);
  });

  it('closes the connection over https, too', async () => {
    const simulator = await startSimulator(vendors, { tls: true });
    onTestFinished(() => simulator.close());
    const session = await simulator.sessions.open({ faults: [{ do: 'reset' }] });
    const { api_key = '' } = session.vendors.helpshift?.credentials[0] ?? {};
    const ask = supertest(simulator.url)
      .get(paths.helpshift)
      .ca(simulator.ca ?? '')
      .auth(api_key, '');
    await expect(ask).rejects.toThrow(/hang up|ECONNRESET/);
  });
});

describe('a fault of an answer that is sent in pieces', () => {
  const fixture = {
    name: 'long',
    now: '2025-05-01T00:00:00Z',
    opsramp: {
      tenants: {
        client_4: {
          credentials: [{ token: 't' }],
          incidents: { INC0000001798: { generate: { records: 3000 } } },
        },
      },
    },
  };
  const read = async (deed: GivenFault['do']) => {
    const asked = await faulty([{ do: deed }], { fixture });
    const answer = await fetch(asked.url + paths.opsramp, {
      headers: { authorization: asked.authorization.opsramp },
    });
    const pieces: Uint8Array[] = [];
    let whole = true;
    try {
      for await (const piece of answer.body ?? []) pieces.push(piece);
    } catch {
      whole = false;
    }
    return { text: Buffer.concat(pieces).toString(), whole };
  };

  it('cuts it', async () => {
    const { text, whole } = await read({ cut: 400_000 });
    expect([text.length, whole]).toEqual([400_000, false]);
    const half = await read('cut');
    expect([half.text.length, half.whole]).toEqual([100_000, false]);
  });

  it('corrupts it', async () => {
    for (const how of ['truncated', 'comma', 'quotes']) {
      const { text, whole } = await read({ corrupt: how });
      expect(whole).toBe(true);
      expect(text.length).toBeGreaterThan(100_000);
      expect(() => JSON.parse(text)).toThrow();
    }
  });

  it('says another total, with all of the records', async () => {
    const { text } = await read({ total: 5 });
    const { totalResults, results } = JSON.parse(text);
    expect([totalResults, results.length]).toEqual([3005, 3000]);
  });

  it('compresses it', async () => {
    expect(JSON.parse((await read({ gzip: 'whole' })).text).results).toHaveLength(3000);
    const { text } = await read({ gzip: 'cut' });
    expect(() => JSON.parse(text)).toThrow();
  });

  it('replaces it', async () => {
    expect((await read('loginPage')).text).toMatch(/^<!DOCTYPE html>/);
  });
});
