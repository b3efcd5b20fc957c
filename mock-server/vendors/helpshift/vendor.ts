/** Helpshift, put together. */
import { language } from '../../../fixtures/language/vendors/helpshift/language.js';
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

export const helpshift: Vendor<Profile, View> = {
  name: 'helpshift',
  language,
  prefixes: ['/v2', '/v1'],
  endpoints: [auditLog, tickets],
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
