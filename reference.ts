/** Clients of the three vendors that are right, to read and to compare with. */
import type { VendorClient } from './conformance/reference/VendorClient.js';
import { judgedVendors } from './conformance/vendors/index.js';

export { ClientError, type ErrorCode } from './conformance/reference/ClientError.js';
export { readTrail, type Surroundings } from './conformance/reference/readTrail.js';
export type { Query, Question, VendorClient } from './conformance/reference/VendorClient.js';

/** What `readTrail` has to know of each vendor, by its name. */
export const clients: Readonly<Record<string, VendorClient>> = Object.fromEntries(
  judgedVendors.map(({ name, client }) => [name, client]),
);
