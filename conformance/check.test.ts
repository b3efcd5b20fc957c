import { describe, expect, it } from 'vitest';
import { vendors as played } from '../mock-server/vendors/index.js';
import type { CheckOptions } from './CheckOptions.js';
import { check } from './check.js';
import { ClientError } from './reference/ClientError.js';
import { referenceClient } from './reference/referenceClient.js';
import { textReport } from './report/textReport.js';
import { type ClientFunction, functionSubject } from './subjects/functionSubject.js';
import { judgedVendors } from './vendors/index.js';

const reference = referenceClient(judgedVendors);
const BASIC = '*/client/endpoint/reads';

/** Judges a client that differs from the reference in some ways. */
function judge(client: Partial<ClientFunction>, options: Partial<CheckOptions> = {}) {
  const subject = functionSubject({ ...reference, ...client });
  return check(
    { played, judged: judgedVendors },
    { role: 'client', subject, patterns: [BASIC], seed: 1, workers: 2, ...options },
  );
}

describe('check', () => {
  it('finds the reference clients conformant, in every case', async () => {
    const report = await judge({}, { patterns: [], workers: 4 });
    expect(report.cases.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(report.exitCode).toBe(0);
  }, 120_000);

  it('asks a client that was silent once more, alone, and calls it slow', async () => {
    const asked = new Set<string>();
    const report = await judge(
      {
        fetch(what, sleep) {
          if (asked.has(what.vendor)) return reference.fetch(what, sleep);
          asked.add(what.vendor);
          return new Promise(() => {});
        },
      },
      { timeout: 200 },
    );
    expect(report.cases.map(({ verdict, slow }) => ({ verdict, slow }))).toEqual(
      report.cases.map(() => ({ verdict: 'pass', slow: true })),
    );
    expect(textReport(report, String)).toMatch(/^slow, in time only when asked alone: helpshift\//);
  });

  it('fails one that stays silent', async () => {
    const report = await judge({ fetch: () => new Promise(() => {}) }, { timeout: 100 });
    expect(report.cases.map(({ flaws }) => flaws?.[0]?.reason)).toEqual([
      'no-reply',
      'no-reply',
      'no-reply',
    ]);
  });

  it('does not ask what needs a case that did not pass, and says so', async () => {
    const client = { fetch: async () => [] };
    const report = await judge(client, { patterns: ['helpshift/client/**'] });
    const page = report.cases.find((one) => one.case === 'helpshift/client/pages/every-page');
    expect(page).toMatchObject({
      verdict: 'skip',
      because: 'helpshift/client/endpoint/reads did not pass',
    });
  });

  it('asks nothing of what is not claimed', async () => {
    const report = await judge({ vendors: ['opsramp'] });
    expect(report.cases.map(({ verdict, because = '' }) => [verdict, because])).toEqual([
      ['skip', 'it does not claim helpshift'],
      ['skip', 'it does not claim motadata'],
      ['pass', ''],
    ]);
  });

  it('could not judge where everything was skipped', async () => {
    const report = await judge({ vendors: [] });
    expect(report).toMatchObject({ exitCode: 3, conformant: false });
  });

  it('asks no more than a level', async () => {
    const { cases } = await judge({}, { patterns: ['helpshift/**'], level: 0 });
    expect(new Set(cases.map(({ level }) => level))).toEqual(new Set([0]));
  });

  it('lets what should hold fail, unless it is strict', async () => {
    const client: Partial<ClientFunction> = {
      async *fetch(what, sleep) {
        const { base_url, credentials } = what;
        const authorization = `Basic ${Buffer.from(`${credentials.api_key}:`).toString('base64')}`;
        const url = `${base_url}/v2/acme/issues/3423/_audit_logs?page-size=1000`;
        await fetch(url, { headers: { authorization } });
        yield* reference.fetch(what, sleep) as AsyncIterable<unknown>;
      },
    };
    const patterns = ['helpshift/client/endpoint/only-documented'];
    const [lenient, strict] = await Promise.all([
      judge(client, { patterns }),
      judge(client, { patterns, strict: true }),
    ]);
    expect(lenient).toMatchObject({ exitCode: 0, counts: { failed: 1 } });
    expect(lenient.cases[0]?.flaws?.[0]).toMatchObject({
      reason: 'undocumented-request',
      actual: 'parameter page-size',
    });
    expect(strict.exitCode).toBe(1);
  });

  it('puts failures of one cause together', async () => {
    const client: Partial<ClientFunction> = {
      async fetch() {
        throw new ClientError('unavailable', 'no network');
      },
    };
    const report = await judge(client);
    const text = textReport(report, (id) => `again ${id}`);
    expect(text.match(/^FAIL /gm)).toHaveLength(3);
    const one = await judge(client, {
      fixtures: ['fixtures/helpshift/paged.yaml', 'fixtures/helpshift/ties.yaml'],
      patterns: [],
    });
    expect(textReport(one, (id) => `again ${id}`)).toContain(
      '  the same  fixture/ties/helpshift/shop/1001\n',
    );
  });

  it('finds a secret in a URL', async () => {
    const client: Partial<ClientFunction> = {
      async *fetch(what, sleep) {
        await fetch(
          `${what.base_url}/?key=${encodeURIComponent(Object.values(what.credentials)[0] as string)}`,
        );
        yield* reference.fetch(what, sleep) as AsyncIterable<unknown>;
      },
    };
    const { cases } = await judge(client, { patterns: ['helpshift/client/endpoint/reads'] });
    expect(cases[0]?.flaws?.map(({ reason, cause }) => [reason, cause])).toEqual([
      ['credential-leaked', 'in a URL'],
    ]);
  });

  it('tells one who invents more than can be remembered', async () => {
    const client: Partial<ClientFunction> = {
      async *fetch(what, sleep) {
        yield* reference.fetch(what, sleep) as AsyncIterable<unknown>;
        for (let i = 0; i < 100_000; i++) yield i;
      },
    };
    const { cases } = await judge(client, { patterns: ['helpshift/client/endpoint/reads'] });
    expect(cases[0]?.flaws).toMatchObject([
      { reason: 'invented-records', says: '100005 records came back, of which there are 5' },
    ]);
  });

  it('could not judge where something goes wrong on our side, and judges the rest', async () => {
    const deep = () => Array.from({ length: 1e5 }).reduce<unknown[]>((inner) => [inner], []);
    const client: Partial<ClientFunction> = {
      async *fetch(what, sleep) {
        yield* reference.fetch(what, sleep) as AsyncIterable<unknown>;
        if (what.vendor === 'motadata') yield deep();
      },
    };
    const report = await judge(client);
    expect(report.counts).toMatchObject({ passed: 2, errors: 1 });
    expect(report.exitCode).toBe(3);
    expect(textReport(report, String)).toMatch(
      /^could not be judged, as RangeError: (.|\n)*: motadata\/client\/endpoint\/reads$/m,
    );
  });

  it('gives the same verdicts for the same seed, whatever runs at once', async () => {
    const run = async (workers: number) => {
      const client = { fetch: async () => [] };
      const { cases } = await judge(client, { patterns: ['helpshift/**'], workers, seed: 7 });
      return cases.map(({ case: id, verdict }) => ({ id, verdict }));
    };
    expect(await run(1)).toEqual(await run(5));
  });

  it.each([
    ['only to wait by our clock', ['virtual-clock']],
    ['all but getting tokens', ['since', 'until', 'order', 'actions', 'retry', 'virtual-clock']],
  ] as const)(
    'asks nothing that is not claimed, of a client that claims %s',
    async (_, claimed) => {
      const report = await judge({ capabilities: claimed }, { patterns: [] });
      expect(report.cases.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
      expect(report.cases.filter(({ verdict }) => verdict === 'pass')).not.toEqual([]);
    },
    120_000,
  );
});
