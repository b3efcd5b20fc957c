import { readFileSync } from 'node:fs';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileAhead } from './compileAhead.js';
import { schema } from './schemas.js';
import { changedFixtures } from './testing/changedFixtures.js';

const built = new URL('../dist/specs/compiledAhead.js', import.meta.url);
const { compiledAhead } = (await import(built.href)) as {
  compiledAhead: Record<string, ValidateFunction>;
};

describe('what is compiled ahead', () => {
  it('is made of the schemas as they are', () => {
    expect(readFileSync(built, 'utf8') === compileAhead(), 'npm run build').toBe(true);
  });

  it('finds the same mistakes as what is compiled when it is needed', () => {
    const counts = { accepted: 0, rejected: 0 };
    fc.assert(
      fc.property(changedFixtures, (fixture) => {
        const errors = mistakes('fixture.schema.json', fixture);
        counts[errors.length === 0 ? 'accepted' : 'rejected']++;
      }),
      { numRuns: 1000 },
    );
    // Else nothing would have been compared.
    expect(Math.min(counts.accepted, counts.rejected)).toBeGreaterThan(100);
  });

  it.each(Object.keys(compiledAhead))('finds what is wrong with anything (%s)', (path) => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.array(fc.record({ at: fc.jsonValue() }))),
        (value) => {
          mistakes(path, value);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** What both find. */
function mistakes(path: string, value: unknown): ErrorObject[] {
  const [ahead, now] = [compiledAhead[path] as ValidateFunction, schema(path)];
  expect(ahead(value)).toBe(now(value));
  expect(ahead.errors).toEqual(now.errors);
  return now.errors ?? [];
}
