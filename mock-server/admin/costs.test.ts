import { describe, expect, it } from 'vitest';
import { administered } from '../testing/administered.js';

const { post } = await administered();

/** Milliseconds; a body takes a fraction of it, but machines are slow and busy. */
const PATIENCE = 6000;

const fixture = (helpshift: object) => ({
  fixture: { name: 'big', now: '2025-11-03T09:00:00Z', helpshift },
});
const credentials = [{ name: 'c', api_key: 'k' }];
const many = <Value>(count: number, name: (n: number) => string, value: Value) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [name(n), value]));
const tickets = (count: number, ticket: object) =>
  fixture({ credentials, domains: { d: { issues: many(count, String, ticket) } } });

const bodies: Record<string, { body: object; status: number; says?: RegExp }> = {
  'many late records': {
    body: tickets(200, { generate: { records: 1e9, late: { count: 10_000, after: 'P1D' } } }),
    status: 400,
    says: /issues\.10\.generate: expected at most 100000 late records, .* found 110000 up to here/,
  },
  'many identical records, bursts, gaps and ties': {
    body: tickets(200, {
      generate: {
        ...{ records: 1e9, identical: 10_000, bursts: 10_000, gaps: 10_000 },
        ties: { count: 2, groups: 10_000 },
      },
    }),
    status: 400,
    says: /issues\.2\.generate: expected at most 100000 .* found 120000 up to here/,
  },
  'as many late records as there may be': {
    body: tickets(10, { generate: { records: 1e9, late: { count: 10_000, after: 'P1D' } } }),
    status: 201,
  },
  'many unknown switches': {
    body: fixture({ credentials, profile: many(50_000, (n) => `switch${n}`, 'x') }),
    status: 400,
    says: /profile\.switch0/,
  },
  'a wrong key in each of many tickets': {
    body: tickets(40_000, { recrds: 1 }),
    status: 400,
    says: /did you mean records\?/,
  },
  'many unknown keys': { body: many(60_000, (n) => `k${n}`, 1), status: 400, says: /k0: unknown/ },
  'many unknown keys of a fixture': {
    body: { fixture: many(60_000, (n) => `k${n}`, 1) },
    status: 400,
    says: /name is missing/,
  },
  'many credentials': {
    body: fixture({
      credentials: Array.from({ length: 15_000 }, (_, n) => ({ name: `c${n}`, api_key: `k${n}` })),
      domains: { d: { issues: { '1': { records: [] } } } },
    }),
    status: 201,
  },
};

describe.sequential('the admin API does not take long over a body with', () => {
  for (const [what, { body, status, says = /./ }] of Object.entries(bodies))
    it(what, async () => {
      const begin = performance.now();
      const { text } = await post('/sessions').send(body).expect(status);
      expect(text).toMatch(says);
      expect(performance.now() - begin).toBeLessThan(PATIENCE);
    }, 60_000);
});
