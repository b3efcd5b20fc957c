import { describe, expect, it } from 'vitest';
import { recogniseLines } from './recogniseLines.js';

const records = [
  { at: 1743384600000, action: 'resolve', actor: { name: 'Ana' } },
  { at: 1743384660000, action: 'reopen', actor: { name: 'Ben' } },
];
const match = { time: '@timestamp', text: 'did.verb' };
const line = (time: unknown, verb: unknown) =>
  JSON.stringify({ '@timestamp': time, did: { verb } });

describe('recognising lines', () => {
  it('finds the record that has their text and their time, be it written another way', () => {
    const lines = [line('2025-03-31T01:31:00Z', 'reopen'), line(1743384600, 'resolve')];
    expect(recogniseLines(lines, records, match)).toEqual({ records: [records[1], records[0]] });
  });

  it.each([
    [
      'no JSON',
      'in line 1, match found nothing at did.verb, where the text should be; there is no place in it',
    ],
    [
      '{"time":1,"did":{"word":"x"}}',
      'in line 1, match found nothing at did.verb, where the text should be; there is time, did.word',
    ],
    [
      line(1743384600000, 'Ana resolved it'),
      'in line 1, match found "Ana resolved it" at did.verb, which is no record\'s own text, all of it; it would be "resolve" or "Ana"',
    ],
    [
      line(undefined, 'resolve'),
      'in line 1, match found nothing at @timestamp, where the time should be; there is did.verb',
    ],
    [
      line('31 March', 'resolve'),
      'in line 1, match found "31 March" at @timestamp, which is not the time of a record that has "resolve" and has not come already; it would be 1743384600000',
    ],
  ])('says what it looked at in %s', (said, unlike) => {
    expect(recogniseLines([said], records, match).unlike).toBe(unlike);
  });

  it('says so of the first line that is like no record', () => {
    const lines = [line(1743384600000, 'resolve'), '{}', '[]'];
    expect(recogniseLines(lines, records, match).unlike).toMatch(/^in line 2, /);
  });
});
