import { describe, expect, it } from 'vitest';
import { markdownTable, table } from './table.js';

const head = ['what', 'a second'];
const rows = [
  ['bare', '10'],
  ['a|b', '2,000,000'],
];

describe('a table', () => {
  it('has columns as wide as what is widest in them, with numbers to the right', () => {
    expect(table(head, rows)).toBe(
      'what   a second\n----  ---------\nbare         10\na|b   2,000,000',
    );
  });

  it('is Markdown with its bars escaped', () => {
    expect(markdownTable(head, rows)).toBe(
      '| what | a second |\n| --- | --: |\n| bare | 10 |\n| a\\|b | 2,000,000 |',
    );
  });
});
