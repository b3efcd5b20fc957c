import { expect, it, onTestFinished } from 'vitest';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';

const helpshift = {
  credentials: [{ api_key: 'a-key' }],
  domains: { d: { issues: { '1': { records: [{ action_taken_at: 0, action: 'resolve' }] } } } },
};

const motadata = {
  credentials: [{ token: 'a-token' }],
  requests: { '1': { records: [{ auditString: 'A', auditDate: 'Mon, Mar 03, 2025 09:00 am' }] } },
};

const targets = { helpshift: { domain: 'd', issue_id: '1' }, motadata: { request_id: '1' } };

/** What is judged of a client that has read everything. */
async function judged(vendor: 'helpshift' | 'motadata', narrowing: object) {
  const fixture = { name: 'narrowed', helpshift, motadata };
  const simulator = await startSimulator(vendors, { fixture });
  onTestFinished(() => simulator.close());
  const post = { method: 'POST', body: '{}', headers: { authorization: 'Bearer a-token' } };
  await fetch(`${simulator.url}/api/v1/request/1/audit/search/byqual`, post);
  const get = { headers: { authorization: 'Bearer a-key' } };
  await fetch(`${simulator.url}/v2/d/issues/1/_audit_logs`, get);
  const session = simulator.sessions.get('default');
  return session?.completeness({ vendor, target: targets[vendor], ...narrowing });
}

it('judges by actions of which some occur', async () => {
  expect(await judged('helpshift', { actions: ['reopen', 'resolve'] })).toMatchObject({
    events: 1,
  });
});

it('does not take actions that never occur for complete', async () => {
  await expect(judged('helpshift', { actions: ['resolv'] })).rejects.toThrow(
    'actions: expected actions that occur, found "resolv"; did you mean resolve?',
  );
});

it('judges nothing by actions where events have none', async () => {
  await expect(judged('motadata', { actions: ['changed'] })).rejects.toThrow(
    'actions: expected none, as events have no actions, found "changed"',
  );
});

it('does not take a window that ends before it begins for complete', async () => {
  const window = { since: '2025-11-03T09:00:00Z', until: '2025-11-03T08:00:00Z' };
  await expect(judged('helpshift', window)).rejects.toThrow(
    'until: expected 2025-11-03T09:00:00Z or later, found "2025-11-03T08:00:00Z"',
  );
});
