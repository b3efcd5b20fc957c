/** A server with one plausible mistake, which a case must catch: the simulator with one of its rules broken. */
import type { Got, Wanted } from '../reference/VendorClient.js';
import type { Mutant } from './Mutant.js';

export interface ServerMutant extends Mutant {
  /** What it takes a request for. */
  heard?(wanted: Wanted): Wanted;
  /** What it answers in the place of what is right. */
  answers?(right: Got, wanted: Wanted): Got;
}
