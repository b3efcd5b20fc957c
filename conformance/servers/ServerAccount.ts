/** What a user lets the judge ask a vendor's server with. */
import type { Names } from '../cases/Case.js';

export interface ServerAccount {
  /** By the vendor's own words for its parts. */
  credential: Readonly<Record<string, string>>;
  /** One that it reads. */
  ticket: Names;
  /** One without records. */
  empty?: Names;
  /** One that it may not read. */
  foreign?: Names;
}
