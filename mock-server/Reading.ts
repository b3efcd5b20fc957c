/** How a vendor lets a client read a whole trail. */
import type { Order } from './Selection.js';
import type { Window } from './Trail.js';

/** What a client may wish for; left out: whatever the vendor does then. */
export interface Wish {
  order?: Order | undefined;
  pageSize?: number | undefined;
}

/** What a wish depends on beside the profile; both are epoch milliseconds. */
export interface Circumstances {
  /** When the ticket was made. */
  created: number;
  now: number;
}

/** What a client gets that pages through a trail without a window or a filter. */
export interface Reading {
  /** Where the vendor knows no such wish, this is another than was wished for. */
  order: Order;
  /** Likewise; infinite where the trail comes in one piece. */
  pageSize: number;
  /** What is outside of it is not served. */
  window: Window;
  /** After how many records there are no more pages to be had. */
  reach: number;
}
