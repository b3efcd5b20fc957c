import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../startSimulator.js';
import { afterwards } from '../../testing/afterwards.js';
import { vendors } from '../index.js';
import { tokenEndpoints } from './token.js';

const path = '/v2/d/issues/1/_audit_logs';

async function started() {
  const simulator = await startSimulator(vendors, {
    fixture: {
      name: 'keys',
      now: '2025-03-31T06:30:00Z',
      helpshift: {
        credentials: [
          { name: 'one', api_key: 'k' },
          { name: 'other', api_key: 'o' },
        ],
        domains: { d: { issues: { '1': { records: [] } } } },
      },
    },
  });
  afterwards(() => simulator.close());
  const status = async (key: string) =>
    (await supertest(simulator.url).get(path).auth(key, '')).status;
  return { status, clock: simulator.clock, credentials: simulator.credentials('helpshift') };
}

describe("Helpshift's keys", () => {
  it('helpshift/keys-no-tokens: there is nowhere to get a token, and none to end', async () => {
    const { status, credentials } = await started();
    expect(tokenEndpoints).toEqual([]);
    credentials.endTokens('one');
    expect(await status('k')).toBe(200);
  });

  it('helpshift/keys-no-tokens: a key does not grow old', async () => {
    const { status, clock } = await started();
    clock.advance('P3650D');
    expect(await status('k')).toBe(200);
  });

  it('helpshift/keys-no-tokens: a revoked key is refused, and no other', async () => {
    const { status, credentials } = await started();
    expect(await status('k')).toBe(200);
    credentials.revoke('one');
    expect([await status('k'), await status('o')]).toEqual([401, 200]);
  });

  it('helpshift/keys-no-tokens: a replaced key is refused, and the new one works', async () => {
    const { status, credentials } = await started();
    credentials.rotate('one', { api_key: 'new' });
    expect([await status('k'), await status('new'), await status('o')]).toEqual([401, 200, 200]);
  });
});
