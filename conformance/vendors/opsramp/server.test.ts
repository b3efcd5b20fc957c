import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../../mock-server/startSimulator.js';
import { afterwards } from '../../../mock-server/testing/afterwards.js';
import { vendors } from '../../../mock-server/vendors/index.js';
import { readSwitches } from '../../../specs/switches.js';
import { Draw } from '../../cases/Draw.js';
import { readCases } from '../../cases/readCases.js';
import { checkServer } from '../../checkServer.js';
import type { JudgedVendor } from '../../JudgedVendor.js';
import { judgeServer } from '../../mutants/proveServers.js';
import { send } from '../../reference/send.js';
import type { ServerAccount } from '../../servers/ServerAccount.js';
import { judgedVendors } from '../index.js';
import { serverWorld } from './serverWorld.js';

const START = Date.parse('2025-05-05T05:05:05Z');
const { account } = serverWorld;

interface World {
  account?: ServerAccount;
  fixture?: object;
  until?: string;
}

/** What a run says, and all that was asked. */
async function judged({ fixture = serverWorld.fixture({}), until, ...rest }: World = {}) {
  const simulator = await startSimulator(vendors, { fixture });
  afterwards(() => simulator.close());
  const report = await checkServer(judgedVendors, {
    ...{ role: 'server', vendor: 'opsramp', url: simulator.url, account, rate: 60_000, ...rest },
    ...(until !== undefined && { until }),
  });
  const names = (verdict: string) =>
    report.cases.filter((one) => one.verdict === verdict).map((one) => one.case);
  const { sessions } = simulator;
  const entries = [sessions.default.journal(), sessions.unattributed()].flatMap(
    (one) => one.entries,
  );
  return {
    ...{ drift: report.drift, entries, cases: report.cases },
    wrong: [...names('fail'), ...names('error')],
    skipped: names('skip'),
  };
}

/** A tenant that has one incident and nothing else. */
function ordinary(records: readonly object[], profile: object = {}) {
  const credentials = [{ client_id: 'judge-client', client_secret: 'judge client&secret' }];
  const incidents = { INC0000004711: { records } };
  return {
    name: 'ordinary',
    opsramp: { profile, tenants: { client_4: { credentials, incidents } } },
  };
}

function record(seconds: number, activity = `Note ${seconds}`) {
  return {
    ...{ activity, logType: 'TICKET' },
    createdTime: `${new Date(START + seconds * 1000).toISOString().slice(0, 19)}+0000`,
    createdBy: { loginName: 'ada', lastName: 'Osei', firstName: 'Ada', email: 'ada@example.com' },
  };
}

const several = (count: number, gap: number) =>
  Array.from({ length: count }, (_, i) => record(i * gap));

describe('a server is not blamed', () => {
  it.each([
    ['one record', [record(0)]],
    ['records of one second', [record(0, 'a'), record(0, 'b'), record(0, 'c'), record(0, 'a')]],
    ['two records', several(2, 1)],
    ['three records of seconds that follow each other', several(3, 1)],
    ['twelve records of one kind', several(12, 3600)],
    ['500 records', several(500, 60)],
    [
      'texts of all sorts',
      [record(0, 'Größe “x” \u{1f600}'), record(9, "it's '#7'"), record(99, '')],
    ],
    ['the same record again and again', [...several(3, 5), ...several(3, 5)].sort(byTime)],
  ])('for an incident of %s', async (_, records) => {
    const { tenant_id, incident_id } = account.ticket;
    const ticket = { tenant_id, incident_id } as ServerAccount['ticket'];
    for (const profile of [{}, { paging: 'numbered', 'largest-page': 20 }]) {
      const { wrong, drift } = await judged({
        fixture: ordinary(records, profile),
        account: { credential: account.credential, ticket },
      });
      expect(wrong).toEqual([]);
      for (const { switch: name } of drift?.answers ?? [])
        expect(Object.keys(profile)).toContain(name);
    }
  });

  it('for what it does not know of who acts, and of what was not set before', async () => {
    const simulator = await startSimulator(vendors, { fixture: serverWorld.fixture({}) });
    afterwards(() => simulator.close());
    const vendor = judgedVendors.find(({ name }) => name === 'opsramp') as JudgedVendor;
    const cases = readCases('opsramp', 'server').filter(({ strength }) => strength === 'must');
    const verdicts = await judgeServer(simulator.url, vendor, cases, async (base, wanted) => {
      const got = await send(base, wanted);
      const body = got.body.replace(/"(email|lastName|oldValue)":"[^"]*"/g, '"$1":null');
      return { ...got, body };
    });
    expect(verdicts.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
  });

  it('where looking ends in the middle of an incident', async () => {
    const { wrong, drift } = await judged({ until: '2025-03-03T08:09:00Z' });
    expect({ wrong, answers: drift?.answers }).toEqual({ wrong: [], answers: [] });
  });

  it('for a token in the place of a client, of which only tokens are not asked', async () => {
    const { fixture, credential } = withToken();
    const { wrong, skipped, cases } = await judged({
      fixture,
      account: { ...account, credential },
    });
    expect(wrong).toEqual([]);
    expect(skipped.every((id) => /token|expires-in/.test(id))).toBe(true);
    expect(cases.find((one) => one.case.endsWith('/tokens/answer'))?.because).toBe(
      'the credential has no client_id',
    );
  });

  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'for what nobody says, as long as its logs can be read (%i)',
    async (seed) => {
      const draw = new Draw(seed, 'judged');
      const profile = Object.fromEntries(
        readSwitches('opsramp').flatMap(({ name, values }) => {
          const readable = values?.filter((one) => one !== 'raw' && one !== 'deactivated');
          return readable && draw.once(2) ? [[name, draw.pick(readable)]] : [];
        }),
      );
      const { wrong } = await judged({ fixture: serverWorld.fixture(profile) });
      expect({ profile, wrong }).toEqual({ profile, wrong: [] });
    },
  );
});

describe('a run', () => {
  it('asks no more than 120 times, and only what reads or gives a token', async () => {
    const { entries } = await judged();
    expect(entries.length).toBeLessThanOrEqual(120);
    const written = entries.filter(({ method }) => !['GET', 'HEAD'].includes(method));
    expect(written.every(({ target }) => target.endsWith('/oauth/token'))).toBe(true);
  });

  it('says of a tenant that is deactivated just that, and that its log cannot be read', async () => {
    const { wrong, drift } = await judged({
      fixture: serverWorld.fixture({ tenant: 'deactivated' }),
    });
    expect(wrong).toEqual(['opsramp/server/endpoint/reads']);
    expect(drift?.answers.map((one) => one.switch)).toEqual(['tenant']);
  });

  it('tells the limits of a server that has some', async () => {
    const profile = {
      'rate-limit': 500,
      'rate-limit-quoted': 'yes',
      'rate-limit-bucket': 'present',
    };
    const { wrong, drift } = await judged({ fixture: serverWorld.fixture(profile) });
    const told = Object.fromEntries(drift?.answers.map((one) => [one.switch, one.value]) ?? []);
    expect({ wrong, told }).toEqual({ wrong: [], told: profile });
    expect(drift?.usual).toEqual(expect.arrayContaining(['rate-limit-paged', 'rate-limit-log']));
  });
});

function byTime(a: { createdTime: string }, b: { createdTime: string }): number {
  return a.createdTime < b.createdTime ? -1 : Number(a.createdTime > b.createdTime);
}

/** The world with a token in the place of the judge's client. */
function withToken() {
  const credential = { token: 'judge-token' };
  const { opsramp, ...rest } = serverWorld.fixture({}) as {
    opsramp: { tenants: { client_4: object } };
  };
  const client_4 = { ...opsramp.tenants.client_4, credentials: [credential] };
  const tenants = { ...opsramp.tenants, client_4 };
  return { credential, fixture: { ...rest, opsramp: { ...opsramp, tenants } } };
}
