import { parse } from 'node:querystring';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParameters } from './readParameters.js';

// As HTTP has it, targets are of ASCII alone.
const pieces = fc.constantFrom(
  ...['a', 'b', 'page', '0', '=', '==', '&', '&&', '+', '%', '%2', '%20', '%3D', '%26', '%2B'],
  ...['%C3%A9', '%C3', '%ZZ', '?', '/', '__proto__', 'toString', ' '],
);
const queries = fc.array(pieces, { maxLength: 12 }).map((some) => some.join(''));

describe('a query', () => {
  it("says what Node's own reader finds in it, of each name the first value or the last", () => {
    fc.assert(
      fc.property(queries, (query) => {
        const all = Object.entries(parse(query, '&', '=', { maxKeys: 0 }));
        for (const which of ['first', 'last'] as const) {
          const wanted = all.map(([name, value]) => [
            name,
            [value].flat().at(which === 'first' ? 0 : -1) ?? '',
          ]);
          const found = readParameters(`/tickets?${query}`, which);
          expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('says nothing where there is none', () => {
    expect(readParameters('/tickets', 'first').size).toBe(0);
  });

  it('tells its names in the order in which they are given first', () => {
    const names = [...readParameters('/tickets?b=1&0=2&a=3&b=4', 'last').keys()];
    expect(names).toEqual(['b', '0', 'a']);
  });
});
