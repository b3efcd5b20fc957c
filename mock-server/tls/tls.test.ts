import { X509Certificate } from 'node:crypto';
import { Agent, type RequestOptions, request } from 'node:https';
import { connect as connectTcp } from 'node:net';
import { networkInterfaces } from 'node:os';
import { connect as connectTls } from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import { FixtureError } from '../../fixtures/language/FixtureError.js';
import type { Simulator, TlsOptions } from '../Simulator.js';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';
import { makeCertificate } from './makeCertificate.js';

const running: Simulator[] = [];
afterAll(() => Promise.all(running.map((simulator) => simulator.close())));

async function started(tls: TlsOptions, host = '127.0.0.1'): Promise<Simulator> {
  const simulator = await startSimulator(vendors, { tls, host });
  running.push(simulator);
  return simulator;
}

/** The status of an answer to a GET, or what the connection failed with. */
function status(url: string, options: RequestOptions): Promise<unknown> {
  return new Promise((resolve) =>
    request(`${url}/v2/amazon/issues/3423/_audit_logs`, options, (answer) =>
      resolve(answer.resume().statusCode),
    )
      .on('error', ({ message }) => resolve(message))
      .end(),
  );
}

describe.concurrent('a simulator with TLS', () => {
  it('answers who trusts its authority, and is refused by who does not', async () => {
    const { url, ca } = await started(true);
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(await status(url, { ca })).toBe(401);
    expect(await status(url, {})).toMatch(/unable to verify/);
    expect(await status(url, { ca: (await makeCertificate([])).ca })).toMatch(/unable to verify/);
  });

  it('is good for the names that it was told, and for no other', async () => {
    const { url, ca } = await started({ names: ['simulator.test', 'BÜCHER.test', '192.0.2.1'] });
    for (const servername of ['localhost', 'simulator.test', 'xn--bcher-kva.test'])
      expect([servername, await status(url, { ca, servername })]).toEqual([servername, 401]);
    expect(await status(url, { ca, servername: 'other.test' })).toMatch(/does not match/);
  });

  it('is good for the address that it listens on', async ({ skip }) => {
    const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    if (!addresses.some(({ address }) => address === '::1')) skip('this machine has no IPv6');
    for (const host of ['localhost', '127.0.0.2', '::1']) {
      const { url, ca } = await started(true, host);
      expect([host, await status(url, { ca })]).toEqual([host, 401]);
    }
  });

  it("shows a certificate of the tester's own, and makes no authority", async () => {
    const { cert, key, ca } = await makeCertificate([]);
    const { url, ...rest } = await started({ cert, key });
    expect(rest).not.toHaveProperty('ca');
    expect(await status(url, { ca })).toBe(401);
  });

  it('keeps a connection for many requests, and answers them as without TLS', async () => {
    const { url, ca } = await started(true);
    const agent = new Agent({ ca, keepAlive: true, maxSockets: 1 });
    const headers = { authorization: 'Bearer hs-demo-key' };
    for (let i = 0; i < 3; i++) expect(await status(url, { agent, headers })).toBe(200);
    agent.destroy();
  });

  it('without a certificate to make answers http', async () => {
    const { url, ca } = await started(false);
    expect(url).toMatch(/^http:/);
    expect(ca).toBeUndefined();
  });

  it('is not kept open by connections that never ask anything, in plain or over TLS', async () => {
    const { url, ca, close } = await startSimulator(vendors, { tls: true });
    const port = Number(new URL(url).port);
    const plain = connectTcp(port, '127.0.0.1');
    const secure = connectTls({ port, host: '127.0.0.1', ca: ca as string });
    const closed = [plain, secure].map((socket) => new Promise((done) => socket.on('close', done)));
    secure.on('error', () => {});
    await new Promise((resolve) => plain.once('connect', resolve));
    await new Promise((resolve) => secure.once('secureConnect', resolve));
    await close();
    await Promise.all(closed);
  });

  it('lets requests in flight finish when closed', async () => {
    const { url, ca, close } = await startSimulator(vendors, { tls: true });
    let finish = () => {};
    const answered = new Promise((resolve, reject) => {
      const asking = request(
        `${url}/api/v1/request/1/audit/search/byqual`,
        { ca, method: 'POST', headers: { authorization: 'Bearer motadata-demo-token' } },
        (answer) => resolve(answer.resume().statusCode),
      ).on('error', reject);
      asking.write('{');
      finish = () => asking.end('}');
    });
    // An answer to a later request says that the earlier one has arrived.
    await status(url, { ca });
    const closed = close();
    finish();
    expect(await answered).toBe(200);
    await closed;
  });

  const mistakes: [unknown, string][] = [
    [{ cert: 'x' }, 'a certificate without its key'],
    [{ key: 'x' }, 'a key without its certificate'],
    [{ names: [], cert: 'x', key: 'x' }, 'names are for a certificate that is made'],
    [{ names: 'a.test' }, 'expected a list of names, found "a.test"'],
    [{ name: ['a.test'] }, 'unknown option tls.name; expected names, or cert and key'],
    ['yes', 'expected tls to be true or options, found "yes"'],
    [{ cert: 'x', key: 'x' }, 'the certificate is not PEM'],
    ...['', 'a b', 'a:80', '-a', 'a..b', 'a.*.b', 'a/b', '1.2.3'].map((name): [unknown, string] => [
      { names: [name] },
      `expected a host name or an IP address, found ${JSON.stringify(name)}`,
    ]),
  ];
  for (const [tls, message] of mistakes)
    it(`is refused where its options are ${JSON.stringify(tls)}`, async () => {
      const starting = startSimulator(vendors, { tls: tls as TlsOptions });
      await expect(starting).rejects.toThrow(FixtureError);
      await expect(starting).rejects.toThrow(message);
    });
});

describe('a certificate that is made', async () => {
  const made = await makeCertificate(['simulator.test', '192.0.2.1', 'fe80::1%eth0']);
  const [cert, ca] = [new X509Certificate(made.cert), new X509Certificate(made.ca)];

  it('is signed by its authority, and can sign none itself', () => {
    expect(cert.verify(ca.publicKey)).toBe(true);
    expect([cert.ca, ca.ca]).toEqual([false, true]);
    expect(cert.checkIssued(ca)).toBe(true);
  });

  it('is for servers alone, under its names and addresses', () => {
    expect(cert.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(cert.subjectAltName).toBe(
      'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, DNS:simulator.test, ' +
        'IP Address:192.0.2.1, IP Address:FE80:0:0:0:0:0:0:1',
    );
  });

  it('is on P-256, and valid around the present by real time', () => {
    expect(cert.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
    for (const { validFrom, validTo } of [cert, ca]) {
      expect(Date.parse(validFrom)).toBeLessThan(Date.now());
      expect(Date.parse(validTo)).toBeGreaterThan(Date.now() + 300 * 24 * 3600 * 1000);
    }
  });
});
