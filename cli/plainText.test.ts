import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../fixtures/language/visible.js';
import { plainText } from './plainText.js';

describe('text of a fixture in a line', () => {
  it('loses its tags, and nothing that only looks a little like one', () => {
    const text = '<p class="a">1 < 2</p> and <b>3 > 2</b><!-- aside -->, a<5, <3';
    expect(plainText(text)).toBe('1 < 2 and 3 > 2, a<5, <3');
  });

  it('shows what would move the cursor or turn the direction round', () => {
    expect(visible('a\r\n\t\u001b[31m\u009b\u202e\u2067\u2028\ufeff\ud800')).toBe(
      'a\\r\\n\\t\\u001b[31m\\u{9b}\\u{202e}\\u{2067}\\u{2028}\\u{feff}\\u{d800}',
    );
  });

  it('keeps scripts and emoji that are joined', () => {
    const text = 'שלום 会議 👩‍💻 می‌خواهم 🏴󠁧󠁢󠁥󠁮󠁧󠁿';
    expect(visible(text)).toBe(text);
  });

  it('is one line without controls, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plainText(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('takes no time with tags that are never closed', () => {
    const text = '<a'.repeat(500_000);
    expect(plainText(text)).toBe(text);
  });
});
