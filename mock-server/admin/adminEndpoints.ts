/** Every endpoint of the admin API. */
import type { AnyAdminEndpoint } from './AdminEndpoint.js';
import { clockEndpoints } from './clockEndpoints.js';
import { completenessEndpoints } from './completenessEndpoints.js';
import { credentialEndpoint } from './credentialEndpoint.js';
import { faultEndpoints } from './faultEndpoints.js';
import { healthEndpoint } from './healthEndpoint.js';
import { journalEndpoints } from './journalEndpoints.js';
import { metricsEndpoint } from './metricsEndpoint.js';
import { recordEndpoint } from './recordEndpoint.js';
import { sessionEndpoints } from './sessionEndpoints.js';

export const adminEndpoints: readonly AnyAdminEndpoint[] = [
  healthEndpoint,
  metricsEndpoint,
  ...sessionEndpoints,
  ...clockEndpoints,
  recordEndpoint,
  ...faultEndpoints,
  credentialEndpoint,
  ...journalEndpoints,
  ...completenessEndpoints,
];
