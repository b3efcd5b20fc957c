/** What a case says of a subject. */
import type { Broken } from '../subjects/Subject.js';
import type { Timeline } from './timeline/Timeline.js';

/** Why a subject is not right: a closed list. */
export type Reason =
  | Broken
  | 'nothing-asked'
  | 'missing-records'
  | 'repeated-records'
  | 'invented-records'
  | 'altered-records'
  | 'wrong-order'
  | 'gave-up'
  | 'no-error'
  | 'wrong-error'
  | 'skipped'
  | 'too-many-requests'
  | 'too-few-requests'
  | 'wrong-parameter'
  | 'wrong-body'
  | 'did-not-wait'
  | 'waited-too-long'
  | 'undocumented-request'
  | 'credential-leaked'
  | 'credential-sent-elsewhere'
  | EventReason
  | ServerReason;

/** What may be wrong with events. */
export type EventReason =
  | 'no-event'
  | 'lost-events'
  | 'repeated-events'
  | 'invented-events'
  | 'wrong-ordinal'
  | 'wrong-hash'
  | 'wrong-id'
  | 'wrong-source'
  | 'wrong-time'
  | 'wrong-actor'
  | 'wrong-action'
  | 'wrong-target'
  | 'wrong-changes'
  | 'wrong-recipients'
  | 'wrong-message'
  | 'hidden-loss'
  | 'invented-loss'
  /** Given once more in another way, the same record becomes another event. */
  | 'depends-on-order'
  | 'depends-on-pages'
  | 'depends-on-others'
  | 'depends-on-keys'
  | 'depends-on-before';

/** What may be wrong with answers. */
export type ServerReason =
  | 'no-answer'
  | 'refused'
  | 'not-refused'
  | 'wrong-status'
  | 'wrong-shape'
  | 'wrong-record'
  | 'wrong-count'
  | 'wrong-told'
  | 'wrong-header'
  /** No value of a switch is like it. */
  | 'unforeseen';

/** Something that is wrong. */
export interface Flaw {
  reason: Reason;
  /** In one sentence. */
  says: string;
  expected: string;
  actual: string;
  /** What failures have in common that may have one cause; left out: the reason alone. */
  cause?: string;
  /** The request that shows it, by its number in the journal. */
  request?: number;
}

export interface Verdict {
  case: string;
  verdict: 'pass' | 'fail' | 'error' | 'skip';
  /** Of a fail: what is wrong, the worst first. */
  flaws?: readonly Flaw[];
  /** Of an error or a skip: why. */
  because?: string;
  /** The requests that a failure was judged by, as lines. */
  exchange?: readonly string[];
  /** Of a silence: which values its switch may have. */
  found?: Found;
  /** Of a failed case with a session, in which records were served: what became of them. */
  timeline?: Timeline;
  /** It was in time only when nothing else was asked. */
  slow?: true;
  /** Of real time. */
  milliseconds: number;
}

export interface Found {
  switch: string;
  values: readonly unknown[];
}
