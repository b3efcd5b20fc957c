/** Reads what faults of a vendor's can be. */
import { readSpec } from './readSpec.js';

/** What can be asked for, as users call it. */
export type FaultPlace = 'audit-log' | 'tickets' | 'ticket' | 'token';

export interface VendorFaults {
  endpoints: readonly FaultPlace[];
  /** Where answers say how much there is. */
  keys: TellingKeys;
  refusals: Readonly<Record<string, NamedRefusal>>;
  impossible: readonly Impossible[];
}

/** Keys of an answer, of which it has one at most: the total, the number of pages, a page's size, whether there is a next page, which that is, and which this is. */
export type TellingKeys = Readonly<
  Partial<Record<'total' | 'pages' | 'size' | 'more' | 'next' | 'page', readonly string[]>>
>;

export interface NamedRefusal {
  kind: string;
  /** Absent where it depends on the moment. */
  message?: string;
  /** The parameter or field that is wrong, where it is one. */
  field?: string;
  /** Switches that count for it. */
  profile?: Readonly<Record<string, unknown>>;
  /** The endpoints that have it; left out: all. */
  at?: readonly FaultPlace[];
}

/** What a vendor cannot have: a deed, or a condition. */
export interface Impossible {
  do?: string;
  when?: string;
  /** Left out: at any endpoint. */
  at?: FaultPlace;
  /** Values of switches with which it is so. */
  while?: Readonly<Record<string, unknown>>;
  says: string;
}

export function vendorFaults(vendor: string): VendorFaults {
  return readSpec(`${vendor}/faults.yaml`) as VendorFaults;
}
