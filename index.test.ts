import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { NormalizeRequest } from './conformance/reference/referenceNormalizer.js';
import type { VendorNormalizer } from './conformance/reference/VendorNormalizer.js';
import { check, FixtureError, type Simulator, startSimulator } from './index.js';
import { clients, normalizers, normalizeTrail, readTrail } from './reference.js';

const running: Simulator[] = [];
afterAll(() => Promise.all(running.map((simulator) => simulator.close())));

async function started(...options: Parameters<typeof startSimulator>): Promise<Simulator> {
  const simulator = await startSimulator(...options);
  running.push(simulator);
  return simulator;
}

const fixture = {
  name: 'mine',
  helpshift: {
    credentials: [{ api_key: 'k' }],
    domains: { d: { issues: { '1': { records: [] } } } },
  },
};

describe('startSimulator', () => {
  it('plays the documented fixture on a free port of 127.0.0.1 when told nothing', async () => {
    const { url } = await started();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const answer = await fetch(`${url}/v2/amazon/issues/3423/_audit_logs`, {
      headers: { authorization: 'Bearer hs-demo-key' },
    });
    expect(answer.status).toBe(200);
  });

  it('plays a fixture that is given as an object, and no vendor that it lacks', async () => {
    const { url } = await started({ fixture });
    const headers = { authorization: 'Bearer k' };
    expect((await fetch(`${url}/v2/d/issues/1/_audit_logs`, { headers })).status).toBe(200);
    const elsewhere = await fetch(`${url}/api/v1/request/1/audit/search/byqual`, {
      method: 'POST',
    });
    expect(await elsewhere.text()).toBe('auditrig: no vendor has this path; helpshift under /v2\n');
  });

  it('plays a fixture that is given as a path', async () => {
    const { url } = await started({ fixture: 'fixtures/documented.yaml', host: 'localhost' });
    expect((await fetch(`${url}/v2/amazon/issues/3423/_audit_logs`)).status).toBe(401);
  });

  it('answers over https where told, and gives the certificate to trust', async () => {
    const { url, ca } = await started({ tls: { names: ['simulator.test'] } });
    expect(url).toMatch(/^https:/);
    expect(ca).toMatch(/^-----BEGIN CERTIFICATE-----\n/);
  });

  it('moves the whole world where told, by its own clock and by the real one', async () => {
    const frozen = { ...fixture, now: '2025-01-01T00:00:00Z' };
    const moving = structuredClone(frozen);
    const records = [0, 90_061_001].map((time) => ({
      action_taken_at: 1e12 + time,
      action: 'a',
      actor: {},
    }));
    moving.helpshift.domains.d.issues['1'].records = records as never[];
    const { url } = await started({ fixture: moving, rebase: true });
    const headers = { authorization: 'Bearer k' };
    const answer = await fetch(`${url}/v2/d/issues/1/_audit_logs`, { headers });
    const [last, first] = ((await answer.json()) as { audit_logs: typeof records }).audit_logs.map(
      (record) => record.action_taken_at,
    ) as [number, number];
    expect(last - first).toBe(90_061_001);
    for (const now of [Date.now(), Date.parse(answer.headers.get('date') as string)])
      expect(Math.floor((now - last) / 60_000)).toBeOneOf([0, 1, 2]);
  });

  it('rejects with a FixtureError where the fixture is wrong', async () => {
    await expect(startSimulator({ fixture: { name: '' } })).rejects.toThrow(FixtureError);
  });

  it('rejects an option that it does not have, and says which was meant', async () => {
    const misspelt = { fixtures: 'mine.yaml' } as object;
    await expect(startSimulator(misspelt)).rejects.toThrow(
      'unknown option "fixtures"; did you mean fixture?',
    );
    await expect(startSimulator('mine.yaml' as never)).rejects.toThrow(
      'expected options such as { fixture }, found "mine.yaml"',
    );
  });

  it('rejects a rebase that is neither true nor false', async () => {
    await expect(startSimulator({ rebase: 'now' as never })).rejects.toThrow(
      'expected rebase to be true or false, found "now"',
    );
  });

  it("rejects with the system's error where the port is in use", async () => {
    const { url } = await started();
    const port = Number(new URL(url).port);
    await expect(startSimulator({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  describe('rotating credentials', () => {
    const named = {
      ...fixture,
      helpshift: {
        ...fixture.helpshift,
        credentials: [
          { name: 'a', api_key: 'k' },
          { name: 'b', api_key: 'l' },
        ],
      },
    };
    const status = async (url: string, key: string) =>
      (
        await fetch(`${url}/v2/d/issues/1/_audit_logs`, {
          headers: { authorization: `Bearer ${key}` },
        })
      ).status;

    it('gives them other secrets, and ends the old ones', async () => {
      const { url, credentials } = await started({ fixture: named });
      credentials('helpshift').rotate('a', { api_key: 'new' });
      expect([await status(url, 'new'), await status(url, 'k')]).toEqual([200, 401]);
    });

    const wrong: [string, unknown, string][] = [
      ['a bare text', 'new', 'expected another api_key, as in { api_key: \'new\' }, found "new"'],
      ['another key', { token: 'new' }, 'found "token"'],
      ['no text', { api_key: 5 }, 'expected api_key to be a text without blanks, found 5'],
      ["another's", { api_key: 'l' }, 'expected a secret of its own'],
    ];
    for (const [what, secrets, message] of wrong)
      it(`refuses ${what}, and changes nothing`, async () => {
        const { url, credentials } = await started({ fixture: named });
        expect(() => credentials('helpshift').rotate('a', secrets as never)).toThrow(message);
        expect(await status(url, 'k')).toBe(200);
      });

    it('says which names there are', async () => {
      const { credentials } = await started({ fixture: named });
      expect(() => credentials('helpshift').revoke('c')).toThrow(
        'no credential is named "c"; there is a, b',
      );
      expect(() => credentials('opsramp')).toThrow(
        'no vendor "opsramp" in this world; there is helpshift',
      );
    });
  });

  it('is not kept open by a connection that never asks anything', async () => {
    const { url, close } = await startSimulator();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('GET / HTTP/1.1\r\nHost: half');
    await fetch(url);
    await close();
    await closed;
  });

  it('lets requests in flight finish when closed, and takes no new ones', async () => {
    const { url, close } = await startSimulator();
    const path = `${url}/api/v1/request/1/audit/search/byqual`;
    let finishBody: () => void = () => {};
    const body = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('{'));
        finishBody = () => {
          stream.enqueue(new TextEncoder().encode('}'));
          stream.close();
        };
      },
    });
    const headers = { authorization: 'Bearer motadata-demo-token' };
    const inFlight = fetch(path, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    await fetch(path, { method: 'POST', headers, body: '{}' });
    const closed = close();
    await expect(fetch(path)).rejects.toThrow();
    finishBody();
    expect((await inFlight).status).toBe(200);
    await closed;
  });
});

describe('check', () => {
  const patterns = ['*/client/endpoint/reads'];

  it('judges a client that is a function', async () => {
    const right = await check({
      role: 'client',
      subject: ({ vendor, ...question }) =>
        readTrail(clients[vendor] as (typeof clients)[string], question),
      patterns,
    });
    expect(right.counts).toMatchObject({ passed: 3, total: 3 });
    const wrong = await check({ role: 'client', subject: async () => [], patterns });
    expect(wrong.exitCode).toBe(1);
  });

  it('judges a client that is a command', async () => {
    const command = [process.execPath, 'examples/adapters/node.js'];
    const report = await check({
      role: 'client',
      subject: { command },
      patterns,
    });
    expect(report.subject).toEqual({ name: 'reference', language: 'javascript' });
    expect(report.exitCode).toBe(0);
  });

  it.each([
    [undefined, 'expected options such as { role, subject }, found nothing'],
    [{}, 'expected role to be one of client, normalizer, found nothing'],
    [{ role: 'server' }, 'expected role to be one of client, normalizer, found "server"'],
    [{ subjct: 1 }, 'unknown option "subjct"; did you mean subject?'],
    [
      { subject: 'node adapter.js' },
      'expected subject to be a function, { name, vendors, fetch } or { command }, found "node adapter.js"',
    ],
    [{ level: 9 }, 'expected level to be a whole number from 0 to 3, found 9'],
    [{ workers: 0 }, 'expected workers to be a whole number from 1 to 64, found 0'],
    [{ timeout: -1 }, 'expected timeout to be a whole number from 1 to 3600000, found -1'],
    [{ seed: 'x' }, 'expected seed to be a whole number from 0 to 2147483648, found "x"'],
    [
      { vendors: ['motadata', 'helpshft'] },
      'expected vendors to be a list of some of helpshift, motadata, opsramp, found "helpshft"; did you mean helpshift?',
    ],
    [{ vendors: 'motadata' }, 'found "motadata"'],
    [{ patterns: '**' }, 'expected patterns to be a list of texts, found "**"'],
    [{ strict: 1 }, 'expected strict to be true or false, found 1'],
    [{ subjectHost: 'a b' }, 'expected subjectHost to be a host such as'],
    [{ tell: 'me' }, 'expected tell to be a function, found "me"'],
    [
      { subject: { name: 'mine', vendors: ['opsramp'], fetch: 1 } },
      'expected subject.fetch to be a function, found 1',
    ],
    [
      { subject: { name: 'mine', vendors: ['opsramp'], capabilites: [], fetch() {} } },
      'unknown option "subject.capabilites"; did you mean capabilities?',
    ],
    [{ subject: { command: [] } }, 'expected subject.command to be a list of a program'],
    [{ baseline: [] }, 'expected baseline to be a text, found an empty list'],
    [{ role: 'normalizer', fixtures: [] }, 'unknown option "fixtures"'],
    [
      { role: 'normalizer', subject: { name: 'mine', vendors: ['opsramp'], fetch() {} } },
      'expected subject to be a function, { name, vendors, normalize } or { command }',
    ],
    [{ role: 'normalizer', map: { actors: 'who' } }, 'expected map to be a map such as'],
  ])('refuses %j, in words', async (wrong, message) => {
    const given = { ...('role' in (wrong ?? {}) ? {} : { role: 'client' }), subject: () => [] };
    const isAll = wrong === undefined || Object.keys(wrong).length === 0;
    const options = (isAll ? wrong : { ...given, ...wrong }) as never;
    const refused = await check(options).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TypeError);
    expect((refused as TypeError).message).toContain(message);
  });

  it.each([
    [5, 'fetch gave 5; expected a promise of a list of records, or an async iterable'],
    [undefined, 'fetch gave nothing; expected'],
    ['[]', 'fetch gave "[]"; expected'],
  ])('fails a client that gives %j in the place of records', async (given, says) => {
    const report = await check({ role: 'client', subject: (() => given) as never, patterns });
    for (const { flaws } of report.cases)
      expect(flaws).toMatchObject([
        { reason: 'wrong-message', says: expect.stringContaining(says) },
      ]);
    expect(report.exitCode).toBe(1);
  });

  it('bears the failures of a baseline, and refuses one that is wrong before it asks', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'auditrig-index-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const baseline = join(folder, 'known.yaml');
    const entry = (vendor: string) =>
      `- { case: ${vendor}/client/endpoint/reads, reason: too-few-requests, issue: "https://example.com/1" }\n`;
    writeFileSync(baseline, ['helpshift', 'motadata', 'opsramp'].map(entry).join(''));
    const options = { role: 'client', subject: async () => [], patterns, baseline } as const;
    const { counts, conformant, cases } = await check(options);
    expect(counts).toMatchObject({ failed: 0, known: 3, total: 3 });
    expect(conformant).toBe(true);
    expect(cases.map(({ known }) => known)).toEqual(Array(3).fill('https://example.com/1'));

    writeFileSync(baseline, '- { case: a }\n');
    await expect(check(options)).rejects.toThrow(`${baseline}:1:3 [0]: expected a known failure`);
  });

  it('judges a normalizer that is a function', async () => {
    const options = { role: 'normalizer', patterns: ['*/normalizer/documented/*'] } as const;
    const subject = ({ vendor, context, bodies }: NormalizeRequest) =>
      normalizeTrail(normalizers[vendor] as VendorNormalizer, vendor, context, bodies);
    const right = await check({ ...options, subject });
    expect(right.counts).toMatchObject({ passed: 3, total: 3 });
    const wrong = await check({ ...options, subject: () => [] });
    expect(wrong.cases.map(({ flaws }) => flaws?.[0]?.reason)).toEqual(
      Array(3).fill('lost-events'),
    );
  });

  it('judges a normalizer whose events have another shape', async () => {
    const { cases } = await check({
      role: 'normalizer',
      patterns: ['helpshift/normalizer/documented/*'],
      map: { time: 'at', actor: 'by.email' },
      subject: ({ bodies: [body = ''] }) =>
        JSON.parse(body).audit_logs.map((log: { action_taken_at: number; actor: object }) => ({
          ...{ at: log.action_taken_at, by: log.actor },
        })),
    });
    // The end user has no address.
    expect(cases[0]?.flaws).toMatchObject([{ reason: 'wrong-actor' }]);
  });
});
