/** How OpsRamp limits the rate of requests: for each tenant, by the minute, plain and paged ones apart. */
import type { Limits } from '../../Vendor.js';
import type { Profile } from './profile.js';

const MINUTE = 60_000;

export const limits: Limits<Profile> = {
  of: ({ credential: { within }, shape }, profile) => {
    if (profile['rate-limit'] === 0) return undefined;
    const paged =
      shape === 'tickets' || (shape === 'answer' && profile['rate-limit-log'] === 'paged');
    const kind = paged ? 'paged' : 'plain';
    return {
      key: JSON.stringify([kind, ...within]),
      size: profile[paged ? 'rate-limit-paged' : 'rate-limit'],
      window: MINUTE,
    };
  },
  headers: ({ size, remaining, reset }, _now, profile) => {
    const quote = profile['rate-limit-quoted'] === 'yes' ? '"' : '';
    const told = {
      'X-RateLimit-Limit': size,
      'X-RateLimit-Remaining': remaining,
      'X-RateLimit-Reset': Math.ceil(reset / 1000),
      ...(profile['rate-limit-bucket'] === 'present' && {
        'X-Ratelimit-Bucket': `tickets-${size}`,
      }),
    };
    return Object.fromEntries(
      Object.entries(told).map(([name, value]) => [name, `${quote}${value}${quote}`]),
    );
  },
  message: () => 'Too Many Requests',
};
