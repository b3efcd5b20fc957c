/** A client with one plausible mistake, which a case must catch. */
import type { Reason } from '../judge/Verdict.js';
import type { Surroundings } from '../reference/readTrail.js';
import type { Send } from '../reference/send.js';
import type { Query, VendorClient } from '../reference/VendorClient.js';

/** Makes of what is right of a vendor what is wrong. */
export type VendorMistake = (right: VendorClient) => Partial<VendorClient>;

export interface ClientMutant {
  name: string;
  /** What it does wrong, in one sentence. */
  mistake: string;
  /** The case that catches it, as file/id, and the reason that it gives. */
  case: string;
  reason: Reason;
  /** Others that catch it, each where a vendor has it, whatever reason they give. */
  also?: readonly string[];
  /** What it knows of the vendor, in the place of what is right. */
  vendor?: VendorMistake;
  /** How it sends a request. */
  send?(right: Send): Send;
  /** How it waits. */
  sleep?: NonNullable<Surroundings['sleep']>;
  /** What it makes of the records. */
  records?(right: AsyncIterable<unknown>, query: Query): AsyncIterable<unknown>;
}
