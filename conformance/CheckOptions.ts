/** What is judged, and how. */
import type { EventMap } from '../specs/conformance/types.js';
import type { Verdict } from './judge/Verdict.js';
import type { FilesCommand } from './subjects/filesSubject.js';
import type { ClientConversation, NormalizerConversation, Subject } from './subjects/Subject.js';

export type CheckOptions = ClientOptions | NormalizerOptions;

/** What holds for all roles. */
export interface AnyOptions {
  /** Only cases whose id fits one of these. */
  patterns?: readonly string[];
  /** Only of these vendors. */
  vendors?: readonly string[];
  /** Only up to this level; 3 by default. */
  level?: number;
  /** A file of failures that are known, which are not held against the subject. */
  baseline?: string;
  /** Whether what should hold must. */
  strict?: boolean;
  /** What generated records are made from, and the order of the cases; by chance where it is left out. */
  seed?: number;
  /** How many cases at once; one less than there are cores by default. */
  workers?: number;
  /** Milliseconds without output and requests after which a subject is given up; 10,000 by default. */
  timeout?: number;
  /** Is told each verdict as it comes; of how many. */
  tell?(verdict: Verdict, done: number, of: number): void;
}

export interface ClientOptions extends AnyOptions {
  role: 'client';
  subject: Subject<ClientConversation>;
  /** Files that are judged by, in the place of the vendors' own cases: all that is in them must come out. */
  fixtures?: readonly string[];
  /** Whether cases that a silence touches are asked once more for each way that it could be. */
  silences?: boolean;
  /** Where the simulator listens; 127.0.0.1 by default. */
  host?: string;
  /** The host by which the subject reaches it. */
  subjectHost?: string;
}

export interface NormalizerOptions extends AnyOptions {
  role: 'normalizer';
  /** One that is asked; or a command that reads files and writes files. */
  subject: Subject<NormalizerConversation> | FilesCommand;
  /** Where events of another shape have what is judged. */
  map?: EventMap;
}
