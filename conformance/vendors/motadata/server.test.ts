import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../../mock-server/startSimulator.js';
import { afterwards } from '../../../mock-server/testing/afterwards.js';
import { vendors as played } from '../../../mock-server/vendors/index.js';
import { checkServer } from '../../checkServer.js';
import type { ServerAccount } from '../../servers/ServerAccount.js';
import { judgedVendors } from '../index.js';

const USER = { client_id: 'c', client_secret: 's', username: 'u', password: 'p' };
const START = Date.parse('2025-10-08T07:31:00Z');

/** At these minutes. */
function records(minutes: readonly number[], sentence = (i: number) => `A has added Note ${i}.`) {
  return minutes.map((minute, i) => ({
    at: new Date(START + minute * 60_000).toISOString(),
    record: { auditString: sentence(i) },
  }));
}

const counted = (count: number) => Array.from({ length: count }, (_, i) => i);

async function judged({
  entries = records(counted(12)),
  credential = { api_key: 'plain-key' } as Record<string, string>,
  settings = {},
  account = {} as Partial<ServerAccount>,
}) {
  const simulator = await startSimulator(played, {
    fixture: {
      name: 'odd',
      motadata: {
        ...settings,
        credentials: [{ name: 'judge', ...credential }],
        requests: { 7: { records: entries }, 8: { created: '2025-10-08T07:31:00Z', records: [] } },
      },
    },
  });
  afterwards(() => simulator.close());
  const report = await checkServer(judgedVendors, {
    ...{ role: 'server', vendor: 'motadata', url: simulator.url, rate: 60_000 },
    account: { credential, ticket: { request_id: '7' }, ...account },
  });
  return {
    requests: simulator.sessions.default.journal().entries.length,
    wrong: report.cases.filter(({ verdict }) => verdict === 'fail' || verdict === 'error'),
    told: report.drift?.answers,
    skipped: report.cases.flatMap(({ verdict, because }) => (verdict === 'skip' ? [because] : [])),
  };
}

describe('the cases for servers of Motadata', () => {
  it.each([
    ['of one entry', records([0])],
    ['of three entries', records([0, 1, 2])],
    ['of three entries of one minute', records([0, 0, 0])],
    ['of one entry again and again', records([0, 0, 0], () => 'A has added Note.')],
    ['of five hundred entries', records(counted(500))],
    ['whose entries are far apart', records([0, 600_000])],
    ['with what HTML would escape', records([0, 1], (i) => `A has added "<b>" & '${i}'.`)],
    ['with entities in its texts', records([0, 1], (i) => `A has added &amp; and <${i}>.`)],
    ['in other scripts', records([0, 1, 1], (i) => `Żółw 亀 🐢 has added Note\u2028 ${i}.`)],
    ['with line breaks', records([0, 1], (i) => `A has added Note\n${i}.`)],
    ['without any sentence that is known', records([0, 1], (i) => `${i}`)],
    ['that was only made', records([0], () => 'Request with ID as INC-7, Status as Open.')],
  ])('fail nothing with a request %s', async (_, entries) => {
    expect(await judged({ entries })).toMatchObject({ wrong: [], told: [] });
  });

  it.each([
    ['a key that needs encoding', { api_key: 'a/b+c@d==' }],
    ['a key as the vendor shows it', { api_key: 'a%2Fb%40c%3D%3D' }],
    ['a token', { token: 'a-token' }],
    ['a client', USER],
  ])('fail nothing with %s', async (_, credential) => {
    expect(await judged({ credential })).toMatchObject({ wrong: [], told: [] });
  });

  it.each([
    'dd-MM-yyyy HH:mm',
    'MMM dd, yyyy hh:mm:ss a',
    'EEEE, d MMMM yyyy, HH:mm',
    'yyyy/MM/dd hh:mm a',
  ])('fail nothing where dates are written as %s', async (format) => {
    const settings = { format, zone: 'America/New_York' };
    expect(await judged({ settings })).toMatchObject({ wrong: [], told: [] });
  });

  it('fail nothing where clocks are put back', async () => {
    const entries = records(counted(12).map((i) => (24 * 17 + 15) * 60 + 39 + i * 20));
    const settings = { zone: 'Europe/Berlin' };
    const { wrong } = await judged({ entries, settings });
    expect(wrong.filter(({ strength }) => strength === 'must')).toEqual([]);
  });

  it('are not asked of a version that has no audit, and say why', async () => {
    const { wrong, skipped } = await judged({ settings: { version: '8.4.0' } });
    expect(wrong).toEqual([]);
    expect(skipped).toContain('it can only be told with audit-trail: on, found off');
  });

  it('say what an account lacks that has a key and a request only', async () => {
    const { skipped } = await judged({});
    expect([...new Set(skipped)].sort()).toEqual([
      'the account names no empty ticket',
      'the account names no foreign ticket',
      'the credential cannot be sent in the form encoded-key',
      'the credential has no client_id',
    ]);
  });

  it('ask no more than is gentle', async () => {
    const credential = { api_key: 'a/b', ...USER };
    const account = { empty: { request_id: '8' }, foreign: { request_id: '9' } };
    expect((await judged({ credential, account })).requests).toBeLessThan(90);
  });
});
