/** What identifies an event, as the judge computes it. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { v5 } from 'uuid';
import { namespace } from '../../specs/audit-event/namespace.js';
import { canonicalOf } from './canonicalOf.js';

/** SHA-256 of a record's canonical form; undefined where it has none. */
export function hashOf(record: unknown): string | undefined {
  const text = canonicalOf(record);
  return text === undefined ? undefined : createHash('sha256').update(text).digest('hex');
}

/** The id that stands for a record of this hash, of which so many stand before it. */
export function idOf(
  vendor: string,
  tenant: string,
  target: string,
  hash: string,
  ordinal: number,
) {
  const name = canonicalize([vendor, tenant, target, hash, ordinal]) as string;
  return v5(name, namespace);
}
