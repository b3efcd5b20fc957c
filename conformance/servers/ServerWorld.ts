/** The world in which the cases for a vendor's servers prove themselves, and an account of it. */
import type { ServerAccount } from './ServerAccount.js';

export interface ServerWorld {
  /** As a fixture. @param profile the values of switches */
  fixture(profile: object): object;
  account: ServerAccount;
  /** For switches that are numbers: another value than by default, which answers tell. */
  numbers: Readonly<Record<string, number>>;
  /** Of switches that answers tell only while others are turned: the values of those. */
  beside?: Readonly<Record<string, object>>;
}
