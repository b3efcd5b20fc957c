import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cuts } from './cuts.js';

/** All ways, found by trying every place for every word. */
function tried(text: string, words: readonly string[]): string[][] {
  const [word, ...others] = words;
  if (word === undefined) return [[text]];
  return Array.from({ length: text.length }, (_, at) => at)
    .filter((at) => text.startsWith(word, at))
    .flatMap((at) =>
      tried(text.slice(at + word.length), others).map((parts) => [text.slice(0, at), ...parts]),
    );
}

const texts = fc.array(fc.constantFrom('a', 'b', ' ', 'ab', 'aa', ' a '), { maxLength: 14 });
const words = fc.array(fc.constantFrom('a', 'ab', ' a ', 'aa'), { minLength: 1, maxLength: 3 });

describe('cuts', () => {
  it('are all there are, and the first ones where fewer are wanted', () => {
    fc.assert(
      fc.property(texts, words, fc.nat({ max: 4 }), (parts, list, most) => {
        const all = tried(parts.join(''), list);
        expect(cuts(parts.join(''), list)).toEqual(all);
        expect(cuts(parts.join(''), list, most)).toEqual(all.slice(0, most));
      }),
    );
  });

  it('are found at once in a text that is all words', () => {
    const text = ' has changed '.repeat(100_000);
    expect(cuts(text, [' has changed ', ' from ', ' to '], 2)).toEqual([]);
    expect(cuts(`${text} from  to `, [' has changed ', ' from ', ' to '], 2)).toHaveLength(2);
  });
});
