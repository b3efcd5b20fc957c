/** What became of the records that a client was asked for: when they happened, could be read, were served and came back. */
import type { Delivery } from '../../../mock-server/Exchange.js';

/** What is told of a failure is bounded: see `left`, `answersLeft` and `invented.count`. */
export interface Timeline {
  /** How many records there are to be told of. */
  records: number;
  /** How many came back in all, be they what they may. */
  returned: number;
  /** How many records were lost, missed, repeated and altered. */
  wrong: Readonly<Partial<Record<Fate, number>>>;
  /** The answers that had records. */
  answers: readonly TimelineAnswer[];
  /** How many further answers there were. */
  answersLeft: number;
  /** The oldest first; records that follow each other and had the same fate are together. */
  stretches: readonly Stretch[];
  /** How many records are in none of the stretches, as there would be too many. */
  left: number;
  /** What came back and is like no record: how many, and the first of them. */
  invented: { count: number; first: readonly Invented[] };
}

export interface TimelineAnswer {
  /** Its number in the journal. */
  n: number;
  /** When it was given, by the session's clock; an instant. */
  time: string;
  /** Which of the records it had that were asked for, from 1, both inclusive; none where `to` is before `from`. */
  from: number;
  to: number;
  total: number;
  order: 'asc' | 'desc';
  /** Whether the client got all of it. */
  arrived: Delivery;
}

/**
 * `returned`: came back once, as it was served. `altered`: came back as another. `repeated`: came
 * back more than once. `lost`: was served, and did not come back. `missed`: was not even served.
 */
export type Fate = 'returned' | 'altered' | 'repeated' | 'lost' | 'missed';

export interface Stretch {
  fate: Fate;
  /** Which records these are, from 1, both inclusive, the oldest first. */
  from: number;
  to: number;
  /** When the first and the last happened, as it is served; instants. */
  first: string;
  last: string;
  /** From when on it could be read, where that was later; it is then alone. */
  visible?: string;
  /** What the first one says, in a few words. */
  gist: string;
  /** The numbers of the answers that each was whole in; the first few. */
  served: readonly number[];
  /** Where the first stands in what came back, from 1; several where it came back several times. */
  firstAt: readonly number[];
  /** Where the last does. */
  lastAt: readonly number[];
  /** Of what was lost or missed: why, in words. */
  says?: string;
}

export interface Invented {
  /** Where it stands in what came back, from 1. */
  at: number;
  /** How it begins. */
  excerpt: string;
}
