/** How Helpshift limits the rate of requests: so many a minute for each key, told in milliseconds and in words. */
import type { Limits } from '../../Vendor.js';
import type { Profile } from './profile.js';

const MINUTE = 60_000;

export const limits: Limits<Profile> = {
  of: ({ credential: { entry } }, { 'rate-limit': size }) =>
    size > 0 ? { key: `key ${entry.api_key}`, size, window: MINUTE } : undefined,
  headers: ({ allowed, remaining, reset }, _now, profile): Record<string, string> => {
    if (allowed && profile['rate-limit-headers'] === 'refused-only') return {};
    return { 'X-Rate-Limit-Remaining': `${remaining}`, 'X-Rate-Limit-Reset': `${reset}` };
  },
  message: ({ reset }) => `Too many requests, retry after ${inWords(reset)} UTC.`,
};

/** Rounded up to the second, so that who waits until then has waited long enough. */
function inWords(time: number): string {
  const second = new Date(Math.ceil(time / 1000) * 1000);
  return second.toISOString().slice(0, 19).replace('T', ' ');
}
