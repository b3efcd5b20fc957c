/** Clients and normalizers of the three vendors that are right, to read and to compare with. */
import type { VendorClient } from './conformance/reference/VendorClient.js';
import type { VendorNormalizer } from './conformance/reference/VendorNormalizer.js';
import { judgedVendors } from './conformance/vendors/index.js';

export { ClientError, type ErrorCode } from './conformance/reference/ClientError.js';
export { normalizeTrail } from './conformance/reference/normalizeTrail.js';
export { readTrail, type Surroundings } from './conformance/reference/readTrail.js';
export type { Query, Question, VendorClient } from './conformance/reference/VendorClient.js';
export type {
  Context,
  Raw,
  Reading,
  VendorNormalizer,
} from './conformance/reference/VendorNormalizer.js';
export type {
  AuditEvent,
  EventAction,
  EventActor,
  EventChange,
  EventLoss,
  EventRecipient,
  EventSource,
  EventTarget,
  EventTime,
} from './specs/audit-event/types.js';

/** What `readTrail` has to know of each vendor, by its name. */
export const clients: Readonly<Record<string, VendorClient>> = Object.fromEntries(
  judgedVendors.map(({ name, client }) => [name, client]),
);

/** What `normalizeTrail` has to know of each vendor, by its name. */
export const normalizers: Readonly<Record<string, VendorNormalizer>> = Object.fromEntries(
  judgedVendors.map(({ name, normalizer }) => [name, normalizer]),
);
