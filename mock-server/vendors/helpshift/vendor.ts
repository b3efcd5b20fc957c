/** Helpshift, put together. */
import { language } from '../../../fixtures/language/vendors/helpshift/language.js';
import type { Vendor } from '../../Vendor.js';
import { auditLog } from './auditLog.js';
import { authorization, secrets } from './auth.js';
import { refuse } from './refuse.js';

export const helpshift: Vendor = {
  name: 'helpshift',
  language,
  prefixes: ['/v2'],
  endpoints: [auditLog],
  secrets,
  authorization,
  refuse,
};
