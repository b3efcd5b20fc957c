/** Counts requests against limits; what is counted together, and how much is allowed, the vendors say. */

/** How much is allowed. */
export type RateLimit = {
  /** What is counted together, such as a key or a tenant. */
  key: string;
  /** The most requests in a window, or in a full bucket. */
  size: number;
} & (
  | {
      /** A window begins with its first request and lasts so many milliseconds. */
      window: number;
    }
  | {
      /** A bucket gets so many requests back in a second. */
      refill: number;
    }
);

/** Where a request leaves its limit. */
export interface Standing {
  allowed: boolean;
  size: number;
  /** How many more are allowed now. */
  remaining: number;
  /** When the next one will be allowed for sure: the window's end, or the bucket's next request; epoch milliseconds. */
  reset: number;
}

/** What parts of requests may be lost in sums of fractions. */
const NEARLY = 1e-6;

interface Count {
  /** When the window began, or the bucket was last looked at; epoch milliseconds. */
  at: number;
  left: number;
}

/** One count for each key, so it grows with the credentials and not with the requests. */
export class RateLimiter {
  readonly #counts = new Map<string, Count>();

  /** Counts one request; one that is not allowed costs nothing. @param now epoch milliseconds */
  take(limit: RateLimit, now: number): Standing {
    const count = this.#count(limit, now);
    const allowed = count.left >= 1 - NEARLY;
    if (allowed) count.left = Math.max(0, count.left - 1);
    const { size } = limit;
    const remaining = Math.floor(count.left + NEARLY);
    return { allowed, size, remaining, reset: resetOf(limit, count) };
  }

  /** The count as it stands now: a window that is over begins anew, a bucket has been refilled. */
  #count(limit: RateLimit, now: number): Count {
    let count = this.#counts.get(limit.key);
    // Where the clock was set back, a window that has not begun yet is none.
    if (!count || ('window' in limit && (now >= count.at + limit.window || now < count.at))) {
      count = { at: now, left: limit.size };
      this.#counts.set(limit.key, count);
    }
    if ('refill' in limit) {
      // A clock that is set back takes nothing away.
      const passed = Math.max(0, now - count.at) / 1000;
      count.left = Math.min(limit.size, count.left + passed * limit.refill);
      count.at = now;
    }
    return count;
  }
}

function resetOf(limit: RateLimit, { at, left }: Count): number {
  if ('window' in limit) return at + limit.window;
  return at + Math.ceil((Math.max(0, 1 - left - NEARLY) / limit.refill) * 1000);
}
