/** OpsRamp, put together. */
import { language } from '../../../fixtures/language/vendors/opsramp/language.js';
import type { Vendor } from '../../Vendor.js';
import { auditLog } from './auditLog.js';
import { authorization, secrets } from './auth.js';
import { refuse } from './refuse.js';

export const opsramp: Vendor = {
  name: 'opsramp',
  language,
  prefixes: ['/api/v2'],
  endpoints: [auditLog],
  secrets,
  authorization,
  refuse,
};
