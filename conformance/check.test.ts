import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { FixtureError } from '../fixtures/language/FixtureError.js';
import { ClientError } from './reference/ClientError.js';
import { textReport } from './report/textReport.js';
import type { ClientFunction } from './subjects/functionSubject.js';
import { BASIC, judge, reference } from './testing/judging.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-judged-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A fixture's file. */
function written(fixture: object): string {
  const path = join(folder, 'fixture.yaml');
  writeFileSync(path, stringify(fixture));
  return path;
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
    expect(textReport(report, String)).toMatch(
      /^slow, in time only when asked alone: helpshift\//m,
    );
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
    const because = (name: string) =>
      report.cases.find((one) => one.case === `helpshift/client/pages/${name}`)?.because;
    expect(because('every-page')).toBe('helpshift/client/endpoint/reads did not pass');
    // What was not asked either has the same reason.
    expect(because('exactly-full')).toBe('helpshift/client/endpoint/reads did not pass');
  });

  it('asks what needs a case that was late, once that has passed', async () => {
    let isFirst = true;
    const client: Partial<ClientFunction> = {
      fetch(what, sleep) {
        if (!isFirst) return reference.fetch(what, sleep);
        isFirst = false;
        return new Promise(() => {});
      },
    };
    const patterns = ['helpshift/client/endpoint/reads', 'helpshift/client/pages/single'];
    const { cases } = await judge(client, { patterns, timeout: 200 });
    expect(cases.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
  });

  it('makes records, and the order of cases, of the seed', async () => {
    const told = async (seed: number, patterns: readonly string[]) => {
      const order: string[] = [];
      const records: unknown[] = [];
      const client: Partial<ClientFunction> = {
        async *fetch(what, sleep) {
          order.push(what.vendor);
          for await (const record of reference.fetch(what, sleep) as AsyncIterable<unknown>) {
            records.push(record);
            yield record;
          }
        },
      };
      await judge(client, { patterns, seed, workers: 1 });
      return { order: String(order), records: JSON.stringify(records) };
    };
    const all = await Promise.all([1, 1, 2, 3].map((seed) => told(seed, [BASIC])));
    expect(all[1]).toEqual(all[0]);
    expect(new Set(all.map(({ order }) => order)).size).toBeGreaterThan(1);
    const one = ['helpshift/client/endpoint/reads'];
    expect((await told(2, one)).records).not.toBe((await told(1, one)).records);
  });

  it('is reached by the host that it is told', async () => {
    const hosts = new Set<string>();
    const client: Partial<ClientFunction> = {
      fetch(what, sleep) {
        hosts.add(new URL(what.base_url).hostname);
        return reference.fetch(what, sleep);
      },
    };
    const report = await judge(client, { host: '::', subjectHost: 'localhost' });
    expect([...hosts]).toEqual(['localhost']);
    expect(report.exitCode).toBe(0);
  });

  it('shows the first requests of a failure, and not thousands', async () => {
    const client: Partial<ClientFunction> = {
      async fetch({ base_url }) {
        for (let i = 0; i < 20; i++) await fetch(base_url);
        return [];
      },
    };
    const { cases } = await judge(client);
    expect(cases[0]?.exchange?.[0]).toBe('1  GET /  404');
    expect(cases[0]?.exchange).toHaveLength(12);
  });

  it('asks in each other world that is left open, also where what is needed has failed', async () => {
    const patterns = ['helpshift/client/pages/{}', 'helpshift/client/pages/{}'].map((one, i) =>
      one.replace('{}', ['totals-absent', 'empty'][i] as string),
    );
    const { cases, silences } = await judge({}, { patterns, silences: true });
    expect(cases).toHaveLength(2);
    const ways = silences.map((one) => `${one.switch}: ${one.value}`);
    // The value that a world has anyway is not asked again, nor are those of a switch that it sets.
    expect(ways).toEqual(['empty-total-pages: 0']);
    expect(silences).toMatchObject([{ vendor: 'helpshift', cases: 1, failed: [] }]);
    const lost = await judge(
      { fetch: async () => [1] },
      { patterns: patterns.slice(1), silences: true },
    );
    expect(lost.silences[0]?.failed).toMatchObject([
      { case: 'helpshift/client/pages/empty with empty-total-pages: 0' },
    ]);
    const unknown = await judge({ vendors: [] }, { patterns, silences: true });
    expect(unknown.silences).toMatchObject([{ cases: 0, failed: [] }]);
  });

  it('lets * stand for part of a step, and ** for any steps', async () => {
    await expect(judge({}, { patterns: ['helpshift/*'] })).rejects.toThrow(/no case is called/);
    const { cases } = await judge({}, { patterns: ['helpshift/**/rea*'], level: 0 });
    expect(cases.map((one) => one.case)).toEqual(['helpshift/client/endpoint/reads']);
  });

  it('asks for each ticket of a fixture with a credential that may read it, of the vendors that are wanted', async () => {
    const actions = [{ action_taken_at: 1743384600000, action: 'resolve' }];
    const file = written({
      name: 'two',
      helpshift: {
        credentials: [
          { name: 'a', api_key: 'key-of-the-first', domain: 'first' },
          { name: 'b', api_key: 'key-of-the-second', domain: 'second' },
        ],
        domains: Object.fromEntries(
          ['first', 'second'].map((name) => [name, { issues: { '1': { records: actions } } }]),
        ),
      },
      motadata: { credentials: [{ token: 't' }], requests: { '1': { generate: { records: 3 } } } },
    });
    const { cases } = await judge({}, { fixtures: [file], patterns: [], vendors: ['helpshift'] });
    expect(cases.map(({ case: id, verdict }) => [id, verdict])).toEqual([
      ['fixture/two/helpshift/first/1', 'pass'],
      ['fixture/two/helpshift/second/1', 'pass'],
    ]);
    await expect(judge({}, { fixtures: ['no-such.yaml'] })).rejects.toThrow(FixtureError);
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

  it('puts failures behind different answers apart, and shows the last request of each', async () => {
    let asked = 0;
    const client: Partial<ClientFunction> = {
      async fetch({ base_url, credentials }) {
        const bad = ++asked === 1 ? 'issues/0' : 'issues/1001';
        const authorization = `Bearer ${asked === 1 ? credentials.api_key : 'wrong'}`;
        const good = { headers: { authorization: `Bearer ${credentials.api_key}` } };
        for (let n = 0; n < 20; n++)
          await fetch(`${base_url}/v2/shop/issues/1001/_audit_logs`, good);
        await fetch(`${base_url}/v2/shop/${bad}/_audit_logs`, { headers: { authorization } });
        throw new ClientError('other', 'it was refused');
      },
    };
    const report = await judge(client, {
      ...{ fixtures: ['fixtures/helpshift/paged.yaml', 'fixtures/helpshift/ties.yaml'] },
      ...{ patterns: [], workers: 1 },
    });
    const text = textReport(report, String);
    expect(text.match(/^ {2}request .*/gm)?.sort()).toEqual([
      '  request   21  GET /v2/shop/issues/0/_audit_logs  404',
      '  request   21  GET /v2/shop/issues/1001/_audit_logs  401',
    ]);
  });

  it('says what was not claimed of all that needs it', async () => {
    const report = await judge(
      { capabilities: [] },
      { patterns: ['helpshift/client/parameters/actions*'] },
    );
    expect(new Set(report.cases.map(({ because }) => because))).toEqual(
      new Set(['it does not claim actions']),
    );
  });
});
