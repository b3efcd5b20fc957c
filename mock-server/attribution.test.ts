import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveProfile } from '../fixtures/language/resolveProfile.js';
import { readSwitches } from '../specs/switches.js';
import { Refusal } from './Refusal.js';
import { vendors } from './vendors/index.js';

const words = fc.oneof(
  fc.constantFrom('Basic', 'bearer', 'Bearer', 'Apikey', 'apikey', 'k%2Fy', 'a+b%2B', '%ZZ', ''),
  fc.string({ unit: fc.constantFrom('a', 'B', '=', ':', '%', '2', 'F', '+') }),
  fc.string().map((text) => Buffer.from(text).toString('base64')),
);
const headers = fc
  .tuple(words, fc.constantFrom(' ', '  ', ''), words)
  .map((parts) => ({ authorization: parts.join('') }));

describe('whose a request is', () => {
  for (const vendor of vendors)
    it(`is looked up by all that ${vendor.name} may take for its credential, under any profile`, () => {
      const profiles = fc
        .record(
          Object.fromEntries(
            readSwitches(vendor.name)
              .filter(({ values }) => values !== undefined)
              .map(({ name, values = [] }) => [name, fc.constantFrom(...values)]),
          ),
        )
        .map((switches) => resolveProfile(vendor.name, switches));
      fc.assert(
        fc.property(
          headers,
          profiles,
          fc.constantFrom(...vendor.endpoints),
          (sent, profile, endpoint) => {
            const meant = vendor.meant(sent);
            try {
              for (const secret of endpoint.auth(sent, profile)) expect(meant).toContain(secret);
            } catch (error) {
              if (!(error instanceof Refusal)) throw error;
            }
          },
        ),
        { numRuns: 2000 },
      );
    });
});
