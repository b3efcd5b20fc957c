import { expect, it } from 'vitest';
import { between } from './writeReadme.js';

const [begin, end] = ['<!-- bench: written by npm run bench -- --readme -->', '<!-- /bench -->'];

it('what was between the marks is replaced, and nothing else', () => {
  const whole = `before\n${begin}\nold\n${end}\nafter`;
  expect(between(whole, 'new')).toBe(`before\n${begin}\n\nnew\n\n${end}\nafter`);
});

it('a text without the marks is left alone', () => {
  expect(() => between('none', 'new')).toThrow('expected <!-- bench');
});
