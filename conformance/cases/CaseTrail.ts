/** How the trails of a vendor's cases for normalizers are written. */
import type { ExpectedEvent } from '../../specs/conformance/types.js';
import type { Context } from '../reference/VendorNormalizer.js';
import type { Draw } from './Draw.js';

/** Where a body stands among those of its trail; from 1. */
export interface BodyPlace {
  page: number;
  pages: number;
  /** How many records there are on all pages. */
  total: number;
}

export interface CaseTrail {
  /** What is said where a case says nothing else. */
  context: Context;
  /** source.tenant of all events. */
  tenant(context: Context): string;
  /** A body with these records, as the vendor's page has it. */
  body(records: readonly unknown[], place: BodyPlace): unknown;
  /** A record with nothing odd about it. */
  plain: object;
  /** A record with what its event must have, both made from the same choices; in the usual context. */
  construct(draw: Draw): { record: object; event: ExpectedEvent };
}
