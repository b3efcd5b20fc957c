/** Records as they are served, laid out in one order. */
import type { LateRecord } from './LateRecords.js';

/** The newest stands first; a position counts from it. */
export interface LaidRecords {
  /** Times by position, falling. */
  readonly times: Float64Array;
  /** Each record as UTF-8 JSON with a comma behind it, so that neighbours are one slice. */
  readonly bytes: Buffer;
  /** Where each record begins; one more than there are records. */
  readonly starts: Float64Array;
  /** The positions of each action, rising. */
  readonly actions: ReadonlyMap<string, Uint32Array>;
  /** Those that become visible later than they were made. */
  readonly late: readonly LateRecord[];
}
