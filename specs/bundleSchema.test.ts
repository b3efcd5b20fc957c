import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bundleSchema } from './bundleSchema.js';
import { schema } from './schemas.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const fixtures = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, value: parse(readFileSync(`fixtures/${file}`, 'utf8')) as Json }));

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
    const small = fixtures.filter(({ value }) => JSON.stringify(value).length < 6000);
    const counts = { accepted: 0, rejected: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...small.map(({ value }) => value)),
        fc.array(fc.nat(), { maxLength: 12 }),
        fc.oneof(
          fc.record({
            replace: fc.oneof(fc.jsonValue(), fc.constantFrom('today', '8.4.1', 'P1D')),
          }),
          fc.constant({ remove: true }),
          fc.record({
            rename: fc.constantFrom('at', 'token', 'record', 'records', 'x', 'profile'),
          }),
        ),
        (fixture, steps, change) => {
          const mutated = mutate(structuredClone(fixture), steps, change as Change);
          const verdict = real(mutated);
          counts[verdict ? 'accepted' : 'rejected']++;
          expect(accepts(mutated)).toBe(verdict);
        },
      ),
      { numRuns: 2000 },
    );
    // Else nothing would have been compared.
    expect(Math.min(counts.accepted, counts.rejected)).toBeGreaterThan(100);
  });
});

interface Change {
  replace?: Json;
  remove?: true;
  rename?: string;
}

/** Goes down into a value by the steps, and changes what is there. */
function mutate(value: Json, [step, ...steps]: number[], change: Change): Json {
  if (value === null || typeof value !== 'object' || Object.keys(value).length === 0)
    return change.replace ?? value;
  const keys = Object.keys(value);
  const key = keys[(step ?? 0) % keys.length] as string;
  const mapping = value as { [key: string]: Json };
  if (steps.length > 0) mapping[key] = mutate(mapping[key] as Json, steps, change);
  else if ('replace' in change) mapping[key] = change.replace as Json;
  else {
    const known = mapping[key] as Json;
    if (Array.isArray(value)) value.splice(Number(key), 1);
    else delete mapping[key];
    if (change.rename !== undefined && !Array.isArray(value)) mapping[change.rename] = known;
  }
  return value;
}
