import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { v5 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { EventIds } from './EventIds.js';

const NAMESPACE = '1f624a42-f88b-4397-8777-6cb7996a62bb';
const text = fc.string({ unit: 'binary' });
const hash = fc
  .array(fc.nat({ max: 15 }), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.map((digit) => digit.toString(16)).join(''));

describe('the ids of events', () => {
  it('are what the package for UUIDs makes of the same, in any sequence', () => {
    const records = fc.array(fc.tuple(hash, fc.oneof(fc.nat({ max: 2 }), fc.nat())), {
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.tuple(text, text, text), records, (ticket, list) => {
        const ids = new EventIds(...ticket);
        for (const record of list)
          expect(ids.idOf(...record)).toBe(
            v5(canonicalize([...ticket, ...record]) as string, NAMESPACE),
          );
      }),
    );
  });
});
