/** What identifies an event, as the judge computes it. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { v5 } from 'uuid';
import { readSpec } from '../../specs/readSpec.js';

const { properties } = readSpec('audit-event/event.schema.json') as {
  properties: { id: { 'x-namespace': string } };
};

/** SHA-256 of a record's canonical form. */
export function hashOf(record: unknown): string {
  return createHash('sha256')
    .update(canonicalize(record) as string)
    .digest('hex');
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
  return v5(name, properties.id['x-namespace']);
}
