/** What a deed does: to the world, to what an answer tells, or to the answer itself. */
import type { Encounter } from './Encounter.js';
import type { Envelope } from './Envelope.js';
import type { Reply } from './Reply.js';

export interface Behaviour<Value> {
  /** Whether it can happen to a request; left out: to any. */
  fits?(encounter: Encounter, value: Value): boolean;
  /** Changes the world before the request is dealt with. */
  happen?(encounter: Encounter, value: Value): void;
  /** By how many pages the records stand off that are served. */
  pages?: number;
  /** Changes what the answer says beside its records. */
  tell?(envelope: Envelope, value: Value): void;
  /** Changes the answer when all of it is known. */
  change?(reply: Reply, value: Value, encounter: Encounter): void;
}
