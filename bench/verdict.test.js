import { describe, expect, it } from 'vitest';
import { verdict } from './verdict.js';

describe('a target', () => {
  it('is met where both quartiles reach it, though some round does not', () => {
    expect(verdict([0.1, 0.5, 0.52, 0.53, 0.54], { atLeast: 0.5 })).toBe('met');
  });

  it('is missed where neither quartile reaches it, though some round does', () => {
    expect(verdict([0.4, 0.41, 0.42, 0.49, 0.9], { atLeast: 0.5 })).toBe('missed');
  });

  it('is inconclusive where the quartiles lie on both sides of it', () => {
    expect(verdict([0.4, 0.45, 0.52, 0.53, 0.54], { atLeast: 0.5 })).toBe('inconclusive');
  });

  it('is met by what is just as much', () => {
    expect(verdict([0.5], { atLeast: 0.5 })).toBe('met');
    expect(verdict([2.5], { atMost: 2.5 })).toBe('met');
  });

  it('that is not to be passed is missed by more, and met by less', () => {
    expect(verdict([2.6, 2.7, 3], { atMost: 2.5 })).toBe('missed');
    expect(verdict([1, 2, 2.4], { atMost: 2.5 })).toBe('met');
    expect(verdict([2, 2.4, 2.6, 2.7], { atMost: 2.5 })).toBe('inconclusive');
  });
});
