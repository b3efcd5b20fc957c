/** What came of an ask. */
import type { Got } from '../reference/VendorClient.js';
import type { Listing } from './VendorServer.js';

/** One request and its answer. */
export interface Exchange {
  /** Counted over the whole run, from 1. */
  n: number;
  endpoint: string;
  /** The request, with names in braces where the ticket's would stand. */
  request: string;
  /** Undefined where no whole answer came. */
  got: Got | undefined;
  /** Why none came. */
  failure?: string;
  /** What is in the body; undefined where it is no JSON. */
  body: unknown;
  /** Undefined where it is refused, or is no answer of the endpoint's. */
  listing: Listing | undefined;
}

export interface Asked {
  /** Several where all pages were asked for. */
  exchanges: readonly Exchange[];
  /** Of all pages; undefined where one of them could not be read. */
  records: readonly unknown[] | undefined;
}
