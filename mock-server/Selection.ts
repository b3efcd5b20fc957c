/** The records of a trail that a request asked for. */
import type { Body } from './Vendor.js';

export type Order = 'asc' | 'desc';

/** Which part of a selection is wanted: `limit` records from `offset`, counted in the order asked for. */
export interface Page {
  order: Order;
  offset?: number;
  limit?: number;
}

/** Where a page begins in a selection of so many records, and where it ends, exclusive. */
export function rangeOf({ offset = 0, limit }: Page, total: number): [from: number, to: number] {
  const from = Math.min(offset, total);
  return [from, Math.min(from + (limit ?? total), total)];
}

export interface Selection {
  /** How many records it has. */
  readonly total: number;
  /** One page as a JSON document: the records, joined by commas, between two pieces of text. */
  json(before: string, page: Page, after: string): Body;
}
