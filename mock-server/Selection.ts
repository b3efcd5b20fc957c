/** The records of a trail that a request asked for. */
import type { Body } from './Vendor.js';

export type Order = 'asc' | 'desc';

/** Which part of a selection is wanted: `limit` records from `offset`, counted in the order asked for. */
export interface Page {
  order: Order;
  offset?: number;
  limit?: number;
}

export interface Selection {
  /** How many records it has. */
  readonly total: number;
  /** One page as a JSON document: the records, joined by commas, between two pieces of text. */
  json(before: string, page: Page, after: string): Body;
}
