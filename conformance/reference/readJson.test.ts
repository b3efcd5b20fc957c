import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClientError } from './ClientError.js';
import { readJson } from './readJson.js';

/** Texts that look like keys, or like halves of them. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom(
    'a":',
    '":',
    '": ',
    ':',
    '\\":',
    '"',
    '\\',
    '__proto__',
    'toString',
    '\u2028',
    '𝕏',
  ),
);
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, -0, 1.5, 1e300, 5e-324),
    texts,
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(texts, tie('value')), { maxLength: 4 })
      // As JSON.parse makes them, for which __proto__ is a key like others.
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value;

const blanks = fc.constantFrom('', ' ', '\t', '\n', '\r\n  ');

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A value as some program may write it: with blanks anywhere, and with any character escaped. */
const written = fc
  .tuple(values, fc.infiniteStream(blanks), fc.infiniteStream(fc.boolean()))
  .map(([value, spaces, escapes]) => {
    const blank = () => spaces.next().value;
    const quoted = (text: string) => {
      const units = text
        .split('')
        .map((unit) => (escapes.next().value ? escaped(unit) : plain(unit)));
      return `"${units.join('')}"`;
    };
    const write = (one: unknown): string => {
      if (typeof one === 'string') return quoted(one);
      if (typeof one !== 'object' || one === null) return JSON.stringify(one);
      const items = Array.isArray(one)
        ? one.map(write)
        : Object.entries(one).map(
            ([key, item]) => `${write(key)}${blank()}:${blank()}${write(item)}`,
          );
      const [begin, end] = Array.isArray(one) ? '[]' : '{}';
      return `${begin}${blank()}${items.join(`${blank()},${blank()}`)}${blank()}${end}`;
    };
    return `${blank()}${write(value)}${blank()}`;
  });

/** One unit of a text; halves of pairs find each other again. */
const plain = (unit: string) =>
  /[\ud800-\udfff]/.test(unit) ? unit : JSON.stringify(unit).slice(1, -1);

describe('strict JSON', () => {
  it('is what JSON.parse takes, with the same value', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(readJson(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('is no text that JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        written,
        fc.nat(),
        fc.constantFrom('', ',', ':', '"', '}', '\\', '//', '\u00a0'),
        (made, at, more) => {
          const place = at % (made.length + 1);
          const text = `${made.slice(0, place)}${more}${made.slice(place + 1)}`;
          fc.pre(isRefused(() => JSON.parse(text), SyntaxError));
          expect(isRefused(() => readJson(text), ClientError)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('has no key twice, at any depth, however it is written', () => {
    fc.assert(
      fc.property(
        written,
        texts,
        fc.array(fc.nat({ max: 2 }), { maxLength: 6 }),
        (made, key, path) => {
          const twice = `{"x":0,${JSON.stringify(key)} :${made},"${key.split('').map(escaped).join('')}"\n:1}`;
          const around = ['[%]', '{"a":%,"b":":"}', '[0,{"c":[%,"\\":"]}]'];
          const text = path.reduce(
            (inner, which) => (around[which] as string).replace('%', () => inner),
            twice,
          );
          expect(isRefused(() => readJson(text), ClientError)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has no key twice behind a text that looks like another', () => {
    for (const text of [
      '{"a":1,"a":"\\u0022:"}',
      '{"a" :1,"a":2}',
      '{"a":"\\":","a":1}',
      '[{"":0,"":0}]',
    ])
      expect(isRefused(() => readJson(text), ClientError)).toBe(true);
  });

  it('may have texts that look like keys', () => {
    const value = { a: '":', b: '\\":":', '":': [':', '{"a":1,"a":2}'] };
    expect(readJson(JSON.stringify(value))).toEqual(value);
  });

  it('has no half of a surrogate pair, in texts or keys, escaped or not', () => {
    for (const half of [
      '\\ud800',
      '\\uDFFF',
      '\ud800',
      '\udfff',
      '\\ude00\\ud83d',
      '\\ud83dx\\ude00',
    ])
      for (const text of [`["${half}"]`, `{"a":[{"${half}":1}]}`])
        expect(
          isRefused(() => readJson(text), ClientError),
          text,
        ).toBe(true);
  });

  it('may have whole surrogate pairs, escaped or not', () => {
    expect(readJson('["\\ud83d\\ude00","😀","\\\\ud800"]')).toEqual(['😀', '😀', '\\ud800']);
  });

  it('has no number beyond the range of a double', () => {
    for (const number of ['1e309', '-1e309', '1'.repeat(400), '179769313486231590000e289'])
      expect(
        isRefused(() => readJson(`{"a":[${number}]}`), ClientError),
        number,
      ).toBe(true);
    expect(readJson('[1e308,-1e308,1e-400,12345678901234567890]')).toEqual([
      1e308, -1e308, 0, 12345678901234567000,
    ]);
  });

  it('may be a hundred levels deep, and ends nothing however deep it is', () => {
    const nested = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`;
    expect(readJson(nested(104))).toEqual(JSON.parse(nested(104)));
    for (const levels of [1000, 1_000_000])
      expect(isRefused(() => readJson(nested(levels)), ClientError)).toBe(true);
  });
});

function isRefused(run: () => unknown, kind: new (...given: never[]) => Error): boolean {
  try {
    run();
  } catch (error) {
    if (error instanceof kind) return true;
    throw error;
  }
  return false;
}
