/** Motadata's rate limit: a bucket of requests that refills steadily, and its headers in milliseconds. */
import type { Limits } from '../../Vendor.js';
import type { Profile } from './profile.js';

export const limits: Limits<Profile> = {
  of: ({ credential }, profile) => {
    const size = profile['rate-limit-capacity'];
    if (size === 0) return undefined;
    const key = profile['rate-limit-per'] === 'account' ? '' : JSON.stringify(credential.entry);
    return { key, size, refill: profile['rate-limit-refill'] };
  },
  headers: ({ size, remaining, reset }, now, profile) => ({
    'X-RateLimit-Limit': String(size),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': String(profile['rate-limit-reset'] === 'epoch' ? reset : reset - now),
  }),
  message: ({ size }) => `There were too many requests; no more than ${size} may come at once.`,
};
