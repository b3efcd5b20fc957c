/** Motadata ServiceOps, put together. */
import { language } from '../../../fixtures/language/vendors/motadata/language.js';
import type { Vendor } from '../../Vendor.js';
import { auditLog } from './auditLog.js';
import { authorization, secrets } from './auth.js';
import { refuse } from './refuse.js';

export const motadata: Vendor = {
  name: 'motadata',
  language,
  prefixes: ['/api/v1'],
  endpoints: [auditLog],
  secrets,
  authorization,
  refuse,
};
