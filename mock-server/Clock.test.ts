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

  it('runs on from where it stood, and stands where it was', () => {
    const clock = new Clock(1000);
    expect(clock.running).toBe(false);
    clock.run();
    expect(clock.running).toBe(true);
    expect(clock.now() - 1000).toBeLessThan(60_000);
    clock.stop();
    const now = clock.now();
    expect([clock.running, clock.now()]).toEqual([false, now]);
  });

  it('can be set to an instant, also to one before', () => {
    const clock = new Clock(1000);
    clock.set('1970-01-01T01:00:00+01:00');
    expect(clock.now()).toBe(0);
    clock.run();
    clock.set('2025-03-31T06:30:00Z');
    expect(Math.abs(clock.now() - Date.UTC(2025, 2, 31, 6, 30))).toBeLessThan(60_000);
  });

  it('goes in whole milliseconds', () => {
    const clock = new Clock(1000);
    clock.advance('PT0.0004S');
    clock.advance('PT0.0016S');
    expect(clock.now()).toBe(1001);
  });

  it('that runs already goes on as far ahead as it was', () => {
    const clock = new Clock();
    clock.advance('P1D');
    clock.run();
    expect(clock.now() - Date.now()).toBeGreaterThan(86_400_000 - 1000);
  });

  it('that runs never comes to a time that vendors cannot write', () => {
    const clock = new Clock();
    clock.set('9999-12-31T23:59:59.999Z');
    const begun = Date.now();
    while (Date.now() < begun + 2);
    expect(new Date(clock.now()).toISOString()).toBe('9999-12-31T23:59:59.999Z');
    clock.advance('PT0S');
    expect(() => clock.advance('PT1S')).toThrow('a time before the year 10000');
  });

  it('refuses to be moved to a time that vendors cannot write', () => {
    expect(() => new Clock().advance('P3000000D')).toThrow('a time before the year 10000');
  });

  for (const wrong of [
    'today',
    '2025-03-31',
    '2025-02-30T00:00:00Z',
    '+012025-01-01T00:00:00Z',
    5 as never,
  ])
    it(`refuses to be set to "${wrong}"`, () => {
      expect(() => new Clock(0).set(wrong)).toThrow(
        /^set: expected an instant such as 2025-03-31T06:30:00Z/,
      );
    });

  for (const wrong of ['-PT1S', 'an hour', '3600', '', 'P1M', 5000 as never])
    it(`refuses to be moved by "${wrong}"`, () => {
      expect(() => new Clock(0).advance(wrong)).toThrow(
        /^advance: expected an ISO 8601 duration such as PT2H or P1D/,
      );
    });
});
