import { describe, expect, it } from 'vitest';
import { squeezed } from './squeezed.js';
import { withoutBlanks } from './withoutBlanks.js';

/** Unicode's White_Space, as its PropList has it. */
const BLANKS = [
  ...[0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0x85, 0xa0, 0x1680],
  ...[0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a],
  ...[0x2028, 0x2029, 0x202f, 0x205f, 0x3000],
];

describe('blanks', () => {
  it('are what Unicode calls so, and nothing else', () => {
    const dropped = Array.from({ length: 0x10000 }, (_, code) => code).filter(
      (code) => withoutBlanks(String.fromCharCode(code)) === '',
    );
    expect(dropped).toEqual(BLANKS);
  });

  it('are dropped at both ends, and stay within', () => {
    const all = String.fromCharCode(...BLANKS);
    expect(withoutBlanks(`${all}a${all}b${all}`)).toBe(`a${all}b`);
    expect(withoutBlanks(all)).toBe('');
    expect(withoutBlanks('\u200bx\ufeff')).toBe('\u200bx\ufeff');
  });

  it('are one where they stand in a run', () => {
    const all = String.fromCharCode(...BLANKS);
    expect(squeezed(`${all}a${all}b c${all}`)).toBe('a b c');
  });
});
