import { get, type IncomingMessage } from 'node:http';
import supertest from 'supertest';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { GivenFault } from '../Simulator.js';
import { startSimulator } from '../startSimulator.js';
import { type FaultySession, faulty, paths } from '../testing/faulty.js';
import { vendors } from '../vendors/index.js';

const now = '2025-08-10T00:00:00Z';
const doing = (...deeds: GivenFault['do'][]): GivenFault[] => deeds.map((deed) => ({ do: deed }));

/** What comes of a request: its bytes, or the code of an error where there is no answer. */
function outcome({ url, authorization }: FaultySession): Promise<string | number> {
  return new Promise((resolve) => {
    const headers = { authorization: authorization.helpshift };
    let answer: IncomingMessage | undefined;
    get(url + paths.helpshift, { headers }, (given) => {
      answer = given;
      let bytes = 0;
      given.on('data', ({ length }) => {
        bytes += length;
      });
      given.on('error', () => {}).on('close', () => resolve(bytes));
    }).on('error', ({ code }: NodeJS.ErrnoException) => answer ?? resolve(code ?? ''));
  });
}

describe('faults that one request meets', () => {
  it('wait as long as all of them together', async () => {
    const { helpshift } = await faulty(doing({ delay: 600 }, { delay: 1 }));
    const began = performance.now();
    await helpshift();
    expect(performance.now() - began).toBeGreaterThanOrEqual(599);
  });

  it('answer nothing if one of them resets the connection, whatever comes behind', async () => {
    expect(await outcome(await faulty(doing('reset', { cut: 10 })))).toBe('ECONNRESET');
  });

  it('go back no further than to the first page', async () => {
    const { helpshift } = await faulty(doing('stale', 'stale'));
    const [first, second] = [
      await helpshift({ page: 1, page_size: 1 }),
      await helpshift({ page: 2, page_size: 1 }),
    ];
    expect(second.body.audit_logs).toEqual(first.body.audit_logs);
  });

  it('leave nothing to be read of what is compressed first and corrupt then', async () => {
    for (const records of [3, 3000]) {
      const { url, authorization } = await faulty(doing({ gzip: 'whole' }, { corrupt: 'comma' }), {
        fixture: {
          name: 'long',
          now: '2025-05-01T00:00:00Z',
          opsramp: {
            tenants: {
              client_4: {
                credentials: [{ token: 't' }],
                incidents: { INC0000001798: { generate: { records } } },
              },
            },
          },
        },
      });
      const answer = await fetch(url + paths.opsramp, {
        headers: { authorization: authorization.opsramp },
      });
      await expect(answer.json()).rejects.toThrow();
    }
  });
});

describe('a fault at its edge', () => {
  it('never says a length below nothing', async () => {
    const { url, authorization } = await faulty(doing({ contentLength: -1_000_000 }));
    const { status, headers } = await fetch(url + paths.helpshift, {
      headers: { authorization: authorization.helpshift },
    });
    expect([status, headers.get('content-length')]).toEqual([200, '0']);
  });

  it('leaves the date as it is rather than say one that there cannot be', async () => {
    const { helpshift } = await faulty(doing({ date: 'P99999999D' }), { now });
    await helpshift().expect('Date', 'Sun, 10 Aug 2025 00:00:00 GMT');
  });

  it("says the session's date where something else answers", async () => {
    for (const deed of ['loginPage', { status: 503 }, { refuse: 'rate-limited' }] as const) {
      const { helpshift } = await faulty(doing(deed), { now });
      await helpshift().expect('Date', 'Sun, 10 Aug 2025 00:00:00 GMT');
    }
  });

  it('lets a body that is one piece come at once', async () => {
    const { helpshift } = await faulty(doing({ drip: { bytes: 1_000_000, every: 60_000 } }));
    await helpshift().expect(200);
  });

  it('has nobody wait for the body of what is asked for by HEAD', async () => {
    const { url, session, authorization } = await faulty(
      doing({ drip: { bytes: 1, every: 60_000 } }),
    );
    await supertest(url)
      .head(paths.helpshift)
      .set('Authorization', authorization.helpshift)
      .expect(200);
    expect(session.journal().entries[0]).toMatchObject({ status: 200, bytes: 0 });
  });

  it('ends in good order what says no length, though a fault would say another', async () => {
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
    const { opsramp, session } = await faulty(doing({ contentLength: 5 }), { fixture });
    expect((await opsramp()).body.results).toHaveLength(3000);
    const target = { tenant_id: 'client_4', incident_id: 'INC0000001798' };
    expect(session.completeness({ vendor: 'opsramp', target })).toMatchObject({ complete: true });
  });

  it('leaves the headers of the vendor where the vendor answers', async () => {
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
    const { opsramp } = await faulty(doing({ delay: 1 }), { fixture });
    expect((await opsramp()).headers).toHaveProperty('x-ratelimit-limit');
  });

  it('says no other total where the list of tickets is refused', async () => {
    const { session } = await faulty(doing({ total: 2 }), { ownPort: true });
    await supertest(session.vendors.motadata?.baseUrl ?? '')
      .post('/api/v1/request/search/byqual')
      .send({})
      .expect(401)
      .expect('Content-Type', 'application/json');
  });
});

describe('who meets a fault', () => {
  it('is nobody whom no session knows', async () => {
    const simulator = await startSimulator(vendors, {});
    onTestFinished(() => simulator.close());
    const session = simulator.sessions.get('default');
    session?.setFaults(doing('loginPage'));
    const ask = (key: string) => supertest(simulator.url).get(paths.helpshift).auth(key, '');
    await ask('nobody-has-this-key').expect(401);
    await ask('hs-demo-key').expect(200).expect('Content-Type', /html/);
    expect(session?.faults()).toMatchObject([{ fired: 1 }]);
  });

  it('is nobody who asks for what has no pages, where a page is meant', async () => {
    const { url, authorization, session } = await faulty([{ when: { page: 1 }, do: { delay: 1 } }]);
    await supertest(url)
      .get('/api/v2/tenants/client_4/incidents/INC0000001798')
      .set('Authorization', authorization.opsramp)
      .expect(200);
    expect(session.faults()).toMatchObject([{ fired: 0 }]);
  });

  it('is nobody who asks for a ticket that is not there, where something happens to a ticket', async () => {
    const { url, authorization, helpshift, session } = await faulty([
      { do: { append: 1 } },
      { when: { nth: 2 }, do: 'deleteTicket' },
    ]);
    const unknown = supertest(url)
      .get('/v2/amazon/issues/9/_audit_logs')
      .set('Authorization', authorization.helpshift);
    await unknown.expect(404);
    await helpshift().expect(200);
    await helpshift().expect(404);
    await helpshift().expect(404);
    expect(session.faults()).toMatchObject([{ fired: 2 }, { fired: 1 }]);
  });
});
