import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalForm } from './canonicalForm.js';

const keys = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('9', '10', '__proto__', 'constructor', 'é', '\u{1f600}', '\ufb33', ''),
);
/** Sometimes with more keys than are sorted in place. */
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.string({ unit: 'binary' }), fc.boolean(), fc.constant(null)),
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 5, noNullPrototype: true }),
    fc.dictionary(keys, fc.nat(), { maxKeys: 60, noNullPrototype: true }),
  ),
})).value;

describe('the canonical form', () => {
  it('is what the package for it writes', () => {
    fc.assert(
      fc.property(values, (value) => {
        const parsed = JSON.parse(JSON.stringify(value));
        expect(canonicalForm(parsed)).toBe(canonicalize(parsed));
      }),
      { numRuns: 2000 },
    );
  });

  it('has numbers as RFC 8785 shows them, and keys by UTF-16 code units', () => {
    expect(
      canonicalForm(JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, -0, 1e21, 1e-7]')),
    ).toBe('[333333333.3333333,1e+30,4.5,0.002,0,1e+21,1e-7]');
    const keys = ['\ufb33', '\u{1f600}', '\u20ac', '\u0080', '1', '\r', '\u00f6'];
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33'];
    const value = Object.fromEntries(keys.map((key) => [key, 0]));
    expect(canonicalForm(value)).toBe(
      `{${sorted.map((key) => `${JSON.stringify(key)}:0`).join()}}`,
    );
  });
});
