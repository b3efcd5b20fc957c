/** What makes the events of one trail themselves: the rules of audit-event under Identity. */
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { readSpec } from '../../specs/readSpec.js';
import { uuid5 } from './uuid5.js';
import type { Raw } from './VendorNormalizer.js';

const { properties } = readSpec('audit-event/event.schema.json') as {
  properties: { id: { 'x-namespace': string } };
};
const namespace = Buffer.from(properties.id['x-namespace'].replaceAll('-', ''), 'hex');

/** An id, and what it is made of beside the ticket. */
export interface Identity {
  id: string;
  record_sha256: string;
  ordinal: number;
}

export class Identities {
  /** The canonical form of a list that goes on. */
  readonly #ticket: string;
  /** How many records with a hash there have been. */
  readonly #seen = new Map<string, number>();

  /** @param vendor in lower case */
  constructor(vendor: string, tenant: string, targetId: string) {
    this.#ticket = canonicalize([vendor, tenant, targetId])?.slice(0, -1) as string;
  }

  /** Of the record that comes next in the trail. */
  next(raw: Raw): Identity {
    const record_sha256 = hash('sha256', canonicalize(raw) as string);
    const ordinal = this.#seen.get(record_sha256) ?? 0;
    this.#seen.set(record_sha256, ordinal + 1);
    const name = `${this.#ticket},"${record_sha256}",${ordinal}]`;
    return { id: uuid5(namespace, name), record_sha256, ordinal };
  }
}
