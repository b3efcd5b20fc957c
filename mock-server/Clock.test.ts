import { describe, expect, it } from 'vitest';
import { Clock } from './Clock.js';

describe('a clock', () => {
  it('that stands still moves only when told', () => {
    const clock = new Clock(1000);
    expect(clock.now()).toBe(1000);
    clock.advance('PT1H0.5S');
    expect(clock.now()).toBe(3_601_500);
  });

  it('counts a week as seven days', () => {
    const clock = new Clock(0);
    clock.advance('P1WT1S');
    expect(clock.now()).toBe(7 * 86_400_000 + 1000);
  });

  it('that runs is as far ahead of real time as it was told', () => {
    const clock = new Clock();
    clock.advance('P1D');
    const ahead = clock.now() - Date.now();
    expect(Math.abs(ahead - 86_400_000)).toBeLessThan(60_000);
  });

  for (const wrong of ['-PT1S', 'an hour', '3600', '', 'P1M', 5000 as never])
    it(`refuses to be moved by "${wrong}"`, () => {
      expect(() => new Clock(0).advance(wrong)).toThrow(
        /^expected an ISO 8601 duration such as PT2H or P1D/,
      );
    });
});
