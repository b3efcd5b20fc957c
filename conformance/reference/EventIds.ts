/**
 * The ids of one trail's events: audit-event/id. A package that makes UUIDs takes five microseconds
 * for one, half as much again as all the rest of a small record's event: so the bytes that are hashed
 * are kept, and only what differs is written into them. A test compares the two.
 */
import { hash } from 'node:crypto';
import { namespace } from '../../specs/audit-event/namespace.js';
import { canonicalForm } from './canonicalForm.js';

const NAMESPACE = Buffer.from(namespace.replaceAll('-', ''), 'hex');
/** Of a SHA-256 in hexadecimal digits. */
const DIGITS = 64;

export class EventIds {
  /** The namespace and the name up to where the record's hash stands. */
  readonly #beginning: Buffer;
  #bytes = Buffer.alloc(0);
  #ordinal = -1;

  /** @param vendor in lower case */
  constructor(vendor: string, tenant: string, targetId: string) {
    const ticket = canonicalForm([vendor, tenant, targetId]);
    this.#beginning = Buffer.concat([NAMESPACE, Buffer.from(`${ticket.slice(0, -1)},"`)]);
  }

  idOf(recordSha256: string, ordinal: number): string {
    if (ordinal !== this.#ordinal) {
      const end = Buffer.from(`${'0'.repeat(DIGITS)}",${ordinal}]`);
      this.#bytes = Buffer.concat([this.#beginning, end]);
      this.#ordinal = ordinal;
    }
    this.#bytes.write(recordSha256, this.#beginning.length, 'latin1');
    return uuid5(hash('sha1', this.#bytes));
  }
}

/** RFC 9562, section 5.5: the first 32 digits, with the version and the variant put in. */
function uuid5(sha1: string): string {
  const variant = '89ab'[Number.parseInt(sha1[16] as string, 16) % 4];
  return [
    sha1.slice(0, 8),
    sha1.slice(8, 12),
    `5${sha1.slice(13, 16)}`,
    `${variant}${sha1.slice(17, 20)}`,
    sha1.slice(20, 32),
  ].join('-');
}
