import { describe, expect, it } from 'vitest';
import { LONGEST, splitLines } from './splitLines.js';

function split(...pieces: Buffer[]) {
  const lines: string[] = [];
  let tooLong = 0;
  const take = splitLines(
    (line) => lines.push(line),
    () => tooLong++,
  );
  for (const piece of pieces) take(piece);
  return { lines, tooLong };
}

describe('splitLines', () => {
  it('cuts lines wherever the bytes are cut', () => {
    const bytes = Buffer.from('one\r\nzwölf\n\nrest');
    for (let at = 0; at <= bytes.length; at++)
      expect(split(bytes.subarray(0, at), bytes.subarray(at)).lines).toEqual(['one', 'zwölf', '']);
  });

  it('tells once of a line that is too long, also where its end comes with it', () => {
    const long = Buffer.alloc(LONGEST + 1, 'x');
    const end = Buffer.from('\nnext\n');
    expect(split(Buffer.concat([long, end]), end)).toEqual({ lines: [], tooLong: 1 });
    expect(split(long, end)).toEqual({ lines: [], tooLong: 1 });
    expect(split(long.subarray(1), end).lines.at(-1)).toBe('next');
  });
});
