/** What is judged, however it is reached. */

import type { CaseQuery } from '../../specs/conformance/types.js';
import type { ErrorCode } from '../reference/ClientError.js';
import type { NormalizeRequest } from '../reference/referenceNormalizer.js';
import type { Question } from '../reference/VendorClient.js';

/** What a client can do beyond reading all; what it does not claim is not asked of it. */
export const CAPABILITIES = [
  'since',
  'until',
  'order',
  'actions',
  'token',
  'retry',
  'virtual-clock',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** What a subject says of itself. */
export interface Introduction {
  subject: { name: string; version?: string; language?: string };
  roles: readonly string[];
  vendors: readonly string[];
  capabilities: readonly Capability[];
  /** The parts of credentials that can be handed to it; left out: any. */
  takes?: readonly string[];
}

/** What is asked of a client. */
export interface Fetch extends Question {
  vendor: string;
  query: CaseQuery;
  /** The vendor's time, an instant. */
  now: string;
}

/** The time of the one who asks, for subjects that claim to take it from there. */
export interface Time {
  /** Moves it on to an instant, and tells what it is then. */
  sleepUntil(until: string): string;
}

/** What became of a trail. */
export type Normalized = Said & { events: readonly unknown[] };

/** What became of what was asked of a client. */
export type Outcome = Said & {
  /** What came before: the vendor's own records; or lines of any shape. */
  records: readonly unknown[];
  lines?: readonly string[];
  /** Where lines have the time and a text of a record. */
  match?: SubjectMatch;
};

/** Places such as `event.time`. */
export interface SubjectMatch {
  time: string;
  text: string;
}

/** How it ended. */
export type Said =
  | { kind: 'complete' }
  /** `any`: that something went wrong, and not what. */
  | { kind: 'error'; code: ErrorCode | 'any'; message: string }
  | { kind: 'skip'; capability: string; reason: string }
  /** The subject did not keep to the protocol. */
  | { kind: 'broken'; reason: Broken; says: string };

/** The ways in which a subject may fail to answer at all. */
export const BROKEN = [
  'did-not-start',
  'crashed',
  'no-reply',
  'endless',
  'no-json',
  'wrong-message',
  'wrong-id',
  'replied-twice',
  'line-too-long',
  'noise',
] as const;
export type Broken = (typeof BROKEN)[number];

/** A subject that has been started, and can be asked one thing after the other. */
export interface Conversation {
  readonly introduction: Introduction;
  /** Whether nothing more can be asked of it. */
  readonly isOver: boolean;
  /** What it has written beside its answers since this was last read. */
  overheard(): string;
  /** Ends it, by force if need be. */
  close(): Promise<void>;
}

export interface ClientConversation extends Conversation {
  fetch(what: Fetch, time: Time | undefined, patience: Patience): Promise<Outcome>;
}

export interface NormalizerConversation extends Conversation {
  /** @param timeout milliseconds without a sign of life */
  normalize(what: NormalizeRequest, timeout: number): Promise<Normalized>;
}

/** Whether a subject still does something. */
export interface Patience {
  /** Milliseconds without a sign of life after which it is given up. */
  timeout: number;
  /** How many requests it has sent. */
  signs(): number;
  /** More requests than these never end. */
  most: number;
}

export interface Subject<Talking extends Conversation> {
  /**
   * Starts it anew.
   * @param zone the time zone of its machine; left out: as it is
   * @throws BrokenSubject where it does not start, or does not say who it is
   */
  open(zone?: string): Promise<Talking>;
}

/** A subject that cannot be asked anything. */
export class BrokenSubject extends Error {
  readonly reason: Broken;

  constructor(reason: Broken, says: string) {
    super(says);
    this.reason = reason;
  }
}
