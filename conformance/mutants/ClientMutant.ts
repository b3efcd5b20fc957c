/** A client with one plausible mistake, which a case must catch. */
import type { Surroundings } from '../reference/readTrail.js';
import type { Send } from '../reference/send.js';
import type { Query, VendorClient } from '../reference/VendorClient.js';
import type { Mutant } from './Mutant.js';

/** Makes of what is right of a vendor what is wrong. */
export type VendorMistake = (right: VendorClient) => Partial<VendorClient>;

export interface ClientMutant extends Mutant {
  /** What it knows of the vendor, in the place of what is right. */
  vendor?: VendorMistake;
  /** How it sends a request. */
  send?(right: Send): Send;
  /** How it waits. */
  sleep?: NonNullable<Surroundings['sleep']>;
  /** What it makes of the records. */
  records?(right: AsyncIterable<unknown>, query: Query): AsyncIterable<unknown>;
}
