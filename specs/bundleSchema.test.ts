import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleSchema } from './bundleSchema.js';
import { schema } from './schemas.js';
import { changedFixtures, fixtures } from './testing/changedFixtures.js';

const bundled = await bundleSchema();
// As editors have it, which do not know our own keywords.
const accepts = new Ajv2020({ strict: false }).compile(bundled);
const real = schema('fixture.schema.json');

describe('the bundled schema', () => {
  it('has no reference that leads out of it', () => {
    const references: string[] = [];
    JSON.stringify(bundled, (key, value) => {
      if (key === '$ref') references.push(value);
      return value;
    });
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((reference) => !reference.startsWith('#/'))).toEqual([]);
  });

  it('names its dialect once', () => {
    expect(JSON.stringify(bundled).match(/"\$schema":/g)).toHaveLength(1);
  });

  it('accepts every fixture of the package', () => {
    expect(fixtures.length).toBeGreaterThan(40);
    for (const { file, value } of fixtures) expect(accepts(value), file).toBe(true);
  });

  it('accepts and rejects what the real schema does, whatever is done to a fixture', () => {
    const counts = { accepted: 0, rejected: 0 };
    fc.assert(
      fc.property(changedFixtures, (fixture) => {
        const verdict = real(fixture);
        counts[verdict ? 'accepted' : 'rejected']++;
        expect(accepts(fixture)).toBe(verdict);
      }),
      { numRuns: 2000 },
    );
    // Else nothing would have been compared.
    expect(Math.min(counts.accepted, counts.rejected)).toBeGreaterThan(100);
  });
});
