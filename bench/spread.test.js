import { expect, it } from 'vitest';
import { spread } from './spread.js';

it('one number is told alone, and more with their quartiles', () => {
  expect(spread([12.4])).toBe('12');
  expect(spread([1, 2, 3])).toBe('2.00 (1.50–2.50)');
});

it('what is small has more digits', () => {
  expect(spread([0.0021])).toBe('0.0021');
  expect(spread([0.21])).toBe('0.21');
});
