/** How OpsRamp limits the rate of requests. */
import type { Limits } from '../../Vendor.js';
import type { Profile } from './profile.js';

export const limits: Limits<Profile> = {
  of: () => undefined,
  headers: () => ({}),
  message: () => 'Too many requests.',
};
