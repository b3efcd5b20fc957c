/** The world in which the cases for a vendor's servers prove themselves, and an account of it. */
import type { ServerAccount } from './ServerAccount.js';

export interface ServerWorld {
  /** As a fixture. @param profile the values of switches */
  fixture(profile: object): object;
  account: ServerAccount;
  /** For switches that are numbers: another value than by default, which answers tell. */
  numbers: Readonly<Record<string, number>>;
  /** For switches of which no answer tells as things are by default: values of others with which one does. */
  beside?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
