import type { SimulatorSession } from 'auditrig';
import { describe, expect } from 'vitest';
import { readAuditLog } from './readAuditLog.js';
import { test } from './test.js';

/** The code under test is given base URL and credentials of a session, and nothing else. */
function reading({ vendors }: SimulatorSession) {
  const { baseUrl = '', credentials = [], targets = [] } = vendors.helpshift ?? {};
  const [{ api_key = '' } = {}] = credentials;
  const [target = {}] = targets;
  const { domain = '', issue_id: issue = '' } = target;
  return { target, read: () => readAuditLog(baseUrl, api_key, { domain, issue }) };
}

const record = (action: string) => ({ action_taken_at: 1760000000000, action, actor: {} });

describe.concurrent('readAuditLog', () => {
  test('reads every record', async ({ session }) => {
    expect(await reading(session).read()).toHaveLength(4);
  });

  test('reads page by page', async ({ session }) => {
    await reading(session).read();
    const pages = session.journal().entries.map(({ parameters }) => parameters.page);
    expect(pages).toEqual(['1', '2']);
  });

  test('rejects when the key is revoked', async ({ session }) => {
    const { read } = reading(session);
    for (const { name = '' } of session.credentials('helpshift').list())
      session.credentials('helpshift').revoke(name);
    await expect(read()).rejects.toThrow('status 401');
  });

  for (const mine of [1, 2, 3, 4, 5])
    test(`sees its own ${mine} records only`, async ({ session }) => {
      const { read, target } = reading(session);
      const added = Array.from({ length: mine }, () => record(`mine-${mine}`));
      session.append('helpshift', target, added);
      const actions = (await read()).map(({ action }) => action);
      expect(actions.slice(4)).toEqual(added.map(({ action }) => action));
    });
});
