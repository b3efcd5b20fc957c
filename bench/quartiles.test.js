import { describe, expect, it } from 'vitest';
import { quartiles } from './quartiles.js';

describe('quartiles', () => {
  it('are numbers of the list where there are five, in whatever order', () => {
    expect(quartiles([50, 10, 40, 20, 30])).toEqual({ low: 20, median: 30, high: 40 });
  });

  it('lie between two numbers, in proportion', () => {
    expect(quartiles([1, 2, 3, 4])).toEqual({ low: 1.75, median: 2.5, high: 3.25 });
  });

  it('are all the same of one number', () => {
    expect(quartiles([7])).toEqual({ low: 7, median: 7, high: 7 });
  });

  it('leave the list as it was', () => {
    const numbers = [3, 1, 2];
    quartiles(numbers);
    expect(numbers).toEqual([3, 1, 2]);
  });

  it('sort by size, not as texts', () => {
    expect(quartiles([9, 10, 100]).median).toBe(10);
  });
});
