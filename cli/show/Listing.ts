/** A trail as a client will see it, with what a tester wants to know of each record. */
import type { Reading, Wish } from '../../mock-server/Reading.js';
import type { Order } from '../../mock-server/Selection.js';

export interface Listing {
  vendor: string;
  /** The names that lead to the ticket, joined by slashes. */
  ticket: string;
  /** How many records the fixture has, listed and generated. */
  written: number;
  /** Whose view it is; undefined where nobody may read the ticket. */
  credential: string | undefined;
  /** Why there is no trail. */
  refused: string | undefined;
  trail: ListedTrail | undefined;
  /** What other credentials get whose view differs. */
  others: Outcome[];
}

export interface ListedTrail {
  /** What the tester wants, and what a client of the vendor gets that wants it. */
  wish: Wish;
  reading: Reading;
  /** As it is listed. */
  order: Order;
  /** Likewise; infinite where there are no pages. */
  pageSize: number;
  /** Whether the vendor's records have actions. */
  hasActions: boolean;
  /** How many records the client gets. */
  served: number;
  records: Iterable<ListedRecord>;
}

/** How many records a credential gets, or why none. */
export interface Outcome {
  credential: string;
  served: number;
  refused: string | undefined;
}

export interface ListedRecord {
  /** From 1, in the order in which a client gets the records; null for one that it does not get. */
  position: number | null;
  page: number | null;
  /** Where it stands in the fixture's list, or among the generated ones, from 0. */
  index: number;
  generated?: true;
  /** The time as the answer has it. */
  local: unknown;
  /** The exact instant, in epoch milliseconds. */
  time: number;
  action: string | undefined;
  gist: string;
  marks: Marks;
  /** As it is served; a text where that is no JSON. */
  record: unknown;
}

/** What is remarkable about a record; what is not is left out. */
export interface Marks {
  /** One of several records that a client gets with one time, from 1, and the pages of the first and the last of them. */
  tie?: { place: number; of: number; pages: [first: number, last: number] };
  /** It became or becomes visible only then; epoch milliseconds. */
  late?: { from: number; visible: boolean };
  /** Not in this credential's view. */
  hidden?: boolean;
  /** Outside of what is searched by default. */
  outside?: boolean;
  /** Behind the last page that can be had. */
  unreachable?: boolean;
  /** The fixture has a later record before it. */
  outOfOrder?: boolean;
  /** How often clocks on the wall showed its time. */
  occurs?: 'twice' | 'never';
  notJson?: boolean;
}
