import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RateLimiter } from './RateLimiter.js';

/** Steps between requests in milliseconds, so that some are at once and some far apart. */
const steps = fc.array(fc.oneof(fc.constant(0), fc.nat(50), fc.nat(3000)), { maxLength: 80 });
const size = fc.integer({ min: 1, max: 6 });

/** The instants of the requests. */
function instants(steps: number[]): number[] {
  let now = 1_000_000;
  return steps.map((step) => {
    now += step;
    return now;
  });
}

describe('a window', () => {
  it('allows as many as a list of what it holds would, and says how many are left and till when', () => {
    fc.assert(
      fc.property(steps, size, fc.integer({ min: 1, max: 2000 }), (steps, size, window) => {
        const limiter = new RateLimiter();
        let began = Number.NEGATIVE_INFINITY;
        let inside: number[] = [];
        for (const now of instants(steps)) {
          if (now - began >= window) [began, inside] = [now, []];
          const allowed = inside.length < size;
          if (allowed) inside.push(now);
          expect(limiter.take({ key: 'k', size, window }, now)).toEqual({
            allowed,
            size,
            remaining: size - inside.length,
            reset: began + window,
          });
        }
      }),
    );
  });

  it('allows the last request, refuses the next, and allows the first after it', () => {
    const limiter = new RateLimiter();
    const limit = { key: 'k', size: 2, window: 60_000 };
    const allowed = [0, 59_998, 59_999, 60_000].map((now) => limiter.take(limit, now).allowed);
    expect(allowed).toEqual([true, true, false, true]);
  });
});

describe('a window that was used up', () => {
  it('begins anew where the clock is set back to before it', () => {
    const limiter = new RateLimiter();
    const limit = { key: 'k', size: 1, window: 60_000 };
    limiter.take(limit, 86_400_000);
    expect(limiter.take(limit, 0)).toEqual({ allowed: true, size: 1, remaining: 0, reset: 60_000 });
    expect(limiter.take(limit, 59_999).allowed).toBe(false);
  });
});

describe('a bucket', () => {
  it('never allows more than it holds and gets back, and what it says of its reset is true', () => {
    fc.assert(
      fc.property(steps, size, fc.integer({ min: 1, max: 40 }), (steps, size, refill) => {
        const limiter = new RateLimiter();
        const limit = { key: 'k', size, refill };
        const allowed: number[] = [];
        for (const now of instants(steps)) {
          const { allowed: yes, reset } = limiter.take(limit, now);
          if (yes) allowed.push(now);
          else expect(reset).toBeGreaterThan(now);
          for (const since of allowed) {
            const inside = allowed.filter((time) => time >= since).length;
            expect(inside).toBeLessThanOrEqual(size + ((now - since) / 1000) * refill + 1e-6);
          }
        }
      }),
    );
  });

  it('allows what it refused at the instant that it named, and not a millisecond before', () => {
    fc.assert(
      fc.property(
        steps,
        size,
        fc.constantFrom(0.1, 0.5, 1, 3, 7, 10, 20, 30),
        (steps, size, refill) => {
          const limit = { key: 'k', size, refill };
          const [before, at] = [new RateLimiter(), new RateLimiter()];
          for (const now of instants(steps)) {
            before.take(limit, now);
            const { allowed, reset } = at.take(limit, now);
            if (allowed) continue;
            expect(before.take(limit, reset - 1).allowed).toBe(false);
            expect(at.take(limit, reset).allowed).toBe(true);
            return;
          }
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('loses nothing when the clock is set back', () => {
    const limiter = new RateLimiter();
    const limit = { key: 'k', size: 2, refill: 1 };
    limiter.take(limit, 10_000);
    expect(limiter.take(limit, 0)).toMatchObject({ allowed: true, remaining: 0 });
  });

  it('allows a request at the instant that it names, and none before', () => {
    const limiter = new RateLimiter();
    const limit = { key: 'k', size: 1, refill: 20 };
    limiter.take(limit, 0);
    const { allowed, reset } = limiter.take(limit, 1);
    expect({ allowed, reset }).toEqual({ allowed: false, reset: 50 });
    expect(limiter.take(limit, 49).allowed).toBe(false);
    expect(limiter.take(limit, 50).allowed).toBe(true);
  });
});

describe('two keys', () => {
  it('are counted apart', () => {
    const limiter = new RateLimiter();
    const take = (key: string) => limiter.take({ key, size: 1, window: 1000 }, 0).allowed;
    expect(['a', 'b', 'a'].map(take)).toEqual([true, true, false]);
  });
});
