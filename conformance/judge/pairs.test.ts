import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairs } from './pairs.js';

/** How many can have a partner at most, by trying all. */
function most(table: readonly boolean[][], taken: ReadonlySet<number> = new Set()): number {
  const [row, ...rest] = table;
  if (!row) return 0;
  const without = most(rest, taken);
  const with_ = row.map((fits, at) =>
    fits && !taken.has(at) ? 1 + most(rest, new Set([...taken, at])) : 0,
  );
  return Math.max(without, ...with_);
}

describe('pairs', () => {
  it('are as many as there can be, each with one that fits and that nobody else has', () => {
    const tables = fc.tuple(fc.nat(6), fc.nat(6)).chain(([rows, columns]) =>
      fc
        .array(fc.array(fc.boolean(), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        })
        .map((table) => ({ table, columns })),
    );
    fc.assert(
      fc.property(tables, ({ table, columns }) => {
        const partners = pairs(table.length, columns, (one, other) => table[one]?.[other] === true);
        expect(partners).toHaveLength(table.length);
        const had = partners.filter((other) => other !== undefined);
        expect(new Set(had).size).toBe(had.length);
        for (const [one, other] of partners.entries())
          expect(other === undefined || table[one]?.[other]).toBe(true);
        expect(had.length).toBe(most(table));
      }),
      { numRuns: 500 },
    );
  });

  it('are found among thousands in a moment, the other way round or not at all', () => {
    const count = 2000;
    const start = performance.now();
    const turned = pairs(count, count, (one, other) => one + other === count - 1);
    expect(turned[0]).toBe(count - 1);
    const alike = pairs(count, count, (one, other) => one % 3 === (other + 1) % 4);
    expect(alike.filter((other) => other !== undefined).length).toBeGreaterThan(count / 2);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
