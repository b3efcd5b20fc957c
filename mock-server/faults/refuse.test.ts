import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { schema } from '../../specs/schemas.js';
import { vendorFaults } from '../../specs/vendorFaults.js';
import { vendorNames } from '../../specs/vendorNames.js';
import { faulty, type paths } from '../testing/faulty.js';

const now = '2025-08-10T00:00:00Z';

/** Names, endpoint, status, and what stands in the body. */
const refusals: [vendor: keyof typeof paths, name: string, status: number, body: RegExp][] = [
  ['helpshift', 'no-credential', 401, /"error":"unauthorized"/],
  ['helpshift', 'unknown-credential', 401, /"error":"unauthorized"/],
  ['helpshift', 'forbidden', 403, /"error":"forbidden"/],
  ['helpshift', 'api-disabled', 403, /switched off/],
  ['helpshift', 'rate-limited', 429, /retry after 2025-08-10 00:00:02 UTC/],
  ['helpshift', 'bad-parameter', 400, /since/],
  ['helpshift', 'no-ticket', 404, /"error":"not_found"/],
  ['helpshift', 'no-path', 404, /"error":"not_found"/],
  ['motadata', 'no-credential', 401, /"code":"401"/],
  ['motadata', 'unknown-credential', 401, /"code":"401"/],
  ['motadata', 'forbidden', 403, /another requester/],
  ['motadata', 'audit-trail-off', 403, /audit trail/],
  ['motadata', 'old-version', 404, /version/],
  ['motadata', 'rate-limited', 429, /"code":"429"/],
  ['motadata', 'bad-parameter', 400, /integer/],
  ['motadata', 'bad-body', 400, /JSON object/],
  ['motadata', 'wrong-media-type', 415, /application\/json/],
  ['motadata', 'no-ticket', 404, /"code":"404"/],
  ['motadata', 'no-path', 404, /"code":"404"/],
  ['opsramp', 'no-credential', 401, /"error":"unauthorized"/],
  ['opsramp', 'dead-token', 407, /"error":"invalid_token"/],
  ['opsramp', 'forbidden', 403, /"error":"access_denied"/],
  ['opsramp', 'tenant-deactivated', 410, /"code":"0010"/],
  ['opsramp', 'rate-limited', 429, /"error":"throttled"/],
  ['opsramp', 'bad-parameter', 400, /^\[\{"code":"0002","fieldName":"startTs"/],
  ['opsramp', 'no-ticket', 404, /"code":"0003"/],
  ['opsramp', 'no-resource', 500, /"code":"0003"/],
  ['opsramp', 'no-path', 404, /"code":"0003"/],
];

const ofTokens: [path: string, name: string, status: number, error: string][] = [
  ['/api/oauth/token', 'no-credential', 401, 'invalid_client'],
  ['/api/oauth/token', 'unknown-client', 401, 'invalid_client'],
  ['/api/oauth/token', 'unknown-grant', 400, 'unsupported_grant_type'],
  ['/api/oauth/token', 'wrong-password', 400, 'invalid_grant'],
  ['/api/oauth/token', 'bad-refresh-token', 400, 'invalid_grant'],
  ['/auth/oauth/token', 'unknown-client', 401, 'unauthorized'],
  ['/auth/oauth/token', 'unknown-grant', 400, 'unsupported_grant_type'],
  ['/auth/oauth/token', 'rate-limited', 429, 'throttled'],
];

describe('a refusal by its name', () => {
  it.each(refusals)('is what %s answers: %s, %i', async (vendor, as, status, body) => {
    const { session, [vendor]: ask } = await faulty([{ when: { vendor }, do: { refuse: as } }], {
      now,
    });
    const { text } = await ask().expect(status).expect('Content-Type', 'application/json');
    expect(text).toMatch(body);
    expect(schema(`${vendor}/refusal.schema.json`)(JSON.parse(text))).toBe(true);
    expect(session.journal().entries).toMatchObject([{ status, fault: 'refuse' }]);
  });

  it.each(ofTokens)('is what is answered at %s: %s, %i', async (path, as, status, error) => {
    const { session } = await faulty([{ when: { endpoint: 'token' }, do: { refuse: as } }], {
      ownPort: true,
    });
    const ask = supertest(session.vendors.opsramp?.baseUrl ?? '');
    const { body } = await ask.post(path).type('form').send({ grant_type: 'x' }).expect(status);
    expect(body.error).toBe(error);
  });

  it.each(vendorNames())('is tried here for each that %s has', (vendor) => {
    const tried = [...refusals, ...ofTokens].map(([, name]) => name);
    expect(tried).toEqual(expect.arrayContaining(Object.keys(vendorFaults(vendor).refusals)));
  });

  it('has the headers in which each vendor says how long to wait', async () => {
    const refuse = { as: 'rate-limited', wait: 'PT30S' };
    const { helpshift, motadata, opsramp } = await faulty([{ do: { refuse } }], { now });
    const end = Date.parse(now) + 30_000;
    await helpshift()
      .expect(429, /retry after 2025-08-10 00:00:30 UTC/)
      .expect('X-Rate-Limit-Remaining', '0')
      .expect('X-Rate-Limit-Reset', String(end));
    await motadata()
      .expect(429)
      .expect('X-RateLimit-Limit', '30')
      .expect('X-RateLimit-Reset', '30000');
    await opsramp()
      .expect(429)
      .expect('X-RateLimit-Limit', '500')
      .expect('X-RateLimit-Reset', String(end / 1000));
  });

  it('tells what limit there is, where the fixture has one', async () => {
    const fixture = {
      name: 'limited',
      motadata: {
        profile: { 'rate-limit-capacity': 4 },
        credentials: [{ token: 't' }],
        requests: { '1': { records: [] } },
      },
    };
    const { motadata } = await faulty([{ do: { refuse: 'rate-limited' } }], { fixture });
    await motadata().expect(429).expect('X-RateLimit-Limit', '4');
  });

  it('follows the switches of the vendor', async () => {
    const fixture = {
      name: 'classic',
      opsramp: {
        profile: { preset: 'classic-401' },
        tenants: {
          client_4: {
            credentials: [{ token: 't' }],
            incidents: { INC0000001798: { records: [] } },
          },
        },
      },
    };
    const { opsramp } = await faulty([{ do: { refuse: 'dead-token' } }], { fixture });
    await opsramp().expect(401);
  });
});
