/** OpsRamp, put together. */
import { language, ticketTypes } from '../../../fixtures/language/vendors/opsramp/language.js';
import type { Vendor } from '../../Vendor.js';
import { auditLog } from './auditLog.js';
import { authorization, identities, meant, secrets, type View, view } from './auth.js';
import { limits } from './limit.js';
import type { Profile } from './profile.js';
import { page, reading } from './query.js';
import { record } from './record.js';
import { refuse } from './refuse.js';
import { tickets } from './tickets.js';
import { tokenEndpoints } from './token.js';

export const opsramp: Vendor<Profile, View> = {
  name: 'opsramp',
  language,
  prefixes: ['/api/v2', '/auth/oauth', '/tenancy/auth/oauth'],
  endpoints: [...ticketTypes.map(auditLog), ...tickets],
  tokenEndpoints,
  secrets,
  identities,
  meant,
  authorization,
  view,
  record,
  reading,
  page,
  limits,
  refuse,
};
