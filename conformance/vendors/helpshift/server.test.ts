import { afterAll, describe, expect, it } from 'vitest';
import { type StartedSimulator, startSimulator } from '../../../mock-server/startSimulator.js';
import { vendors as played } from '../../../mock-server/vendors/index.js';
import { checkServer } from '../../checkServer.js';
import { judgedVendors } from '../index.js';
import { serverWorld } from './serverWorld.js';

const TIME = Date.parse('2025-03-03T08:00:00Z');
const AGENT = { name: 'Dana Lowe', email: 'dana.lowe@example.com', roles: ['Agent'] };

/** As an agent's work leaves them, all that the page has in each. */
function records(count: number, change: (i: number) => object = () => ({})) {
  return Array.from({ length: count }, (_, i) => ({
    ...{ action_taken_at: TIME + i * 60_123, action: 'add-tags', actor: AGENT },
    ...{ from_data: { tags: [] }, to_data: { tags: [`t${i}`] } },
    ...change(i),
  }));
}

/** What is done most, and what is done now and then. */
function oftenTagged(i: number) {
  return i % 3 === 0 ? { action: 'resolve' } : {};
}

const odd: readonly (readonly [string, object[]])[] = [
  ['1 record', records(1)],
  ['2 records', records(2)],
  ['3 records', records(3)],
  ['12 records of one kind', records(12)],
  ['20 records of one time', records(20, () => ({ action_taken_at: TIME }))],
  ['records a millisecond apart', records(20, (i) => ({ action_taken_at: TIME + i }))],
  ['5 records that are the same', records(5, () => ({ action_taken_at: TIME, to_data: null }))],
  ['200 records', records(200)],
  ['500 records', records(500)],
  ['1100 records', records(1100)],
  ['a kind for each record', records(30, (i) => ({ action: `Ärger "${i}" & 100% [weg] 🙂` }))],
  ['texts in the place of states', records(9, () => ({ from_data: 'open', to_data: '[closed]' }))],
  ['nobody who did anything', records(9, () => ({ actor: null }))],
  [
    'nothing but what there must be',
    records(4).map(({ action, action_taken_at }) => ({ action, action_taken_at })),
  ],
];

const started: StartedSimulator[] = [];
afterAll(() => Promise.all(started.map((one) => one.close())));

async function judge(ticket: object[] | undefined, profile: object, account = serverWorld.account) {
  const world = serverWorld.fixture(profile) as {
    helpshift: { domains: { acme: { issues: Record<string, object> } } };
  };
  if (ticket) world.helpshift.domains.acme.issues[3423] = { records: ticket };
  const simulator = await startSimulator(played, { fixture: world });
  started.push(simulator);
  const report = await checkServer(judgedVendors, {
    ...{ role: 'server', vendor: 'helpshift', url: simulator.url, account, rate: 60_000 },
  });
  const books = [simulator.sessions.default.journal(), simulator.unattributed()];
  const sent = books.reduce((sum, { entries }) => sum + entries.length, 0);
  return { ...report, sent };
}

describe.each([{}, { preset: 'bare' }, { preset: 'strict' }])('with %o', (profile) => {
  it.each(odd)('no server of an issue with %s fails, or is misjudged', async (_, ticket) => {
    const { cases } = await judge(ticket, profile);
    expect(cases.filter(({ verdict }) => verdict === 'fail' || verdict === 'error')).toEqual([]);
  });
});

describe('who has an ordinary account', () => {
  it('is told nothing of an ordinary issue that is as by default', async () => {
    const { drift } = await judge(records(12), {});
    expect(drift?.answers).toEqual([]);
  });

  it('need not name an empty issue, nor a foreign one', async () => {
    const { credential, ticket } = serverWorld.account;
    const { cases, counts } = await judge(records(12, oftenTagged), {}, { credential, ticket });
    expect(counts).toMatchObject({ failed: 0, errors: 0 });
    const skipped = cases.filter(({ verdict }) => verdict === 'skip');
    expect(skipped.map(({ case: id, because }) => [id, because])).toEqual([
      ['helpshift/server/pages/none', 'the account names no empty ticket'],
      ['helpshift/server/refusals/foreign', 'the account names no foreign ticket'],
      ['helpshift/server/silences/foreign-domain', 'the account names no foreign ticket'],
    ]);
  });

  it.each([
    ['key', { credential: { api_key: 'mistyped' } }],
    ['issue', { ticket: { domain: 'acme', issue_id: '34233' } }],
  ])('does not pass with a %s that is mistyped', async (_, wrong) => {
    const { exitCode } = await judge(undefined, {}, { ...serverWorld.account, ...wrong });
    expect(exitCode).toBe(1);
  });

  it('is not judged with a domain that is mistyped, which is like one without an API', async () => {
    const ticket = { domain: 'amce', issue_id: '3423' };
    const mistyped = await judge(undefined, {}, { ...serverWorld.account, ticket });
    const disabled = await judge(undefined, { api: 'disabled' });
    expect([mistyped.exitCode, disabled.exitCode]).toEqual([3, 3]);
  });

  it.each([{}, { preset: 'bare' }])('is asked no more than 120 times of %o', async (profile) => {
    expect((await judge(undefined, profile)).sent).toBeLessThanOrEqual(120);
    expect((await judge(records(1100), profile)).sent).toBeLessThanOrEqual(120);
  });
});
