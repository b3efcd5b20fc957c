/** What a run found out. */

import type { Case, Role } from '../cases/Case.js';
import type { Verdict } from '../judge/Verdict.js';
import type { Introduction } from '../subjects/Subject.js';

export interface Counts {
  passed: number;
  failed: number;
  errors: number;
  skipped: number;
  total: number;
}

export interface Report {
  role: Role;
  /** Undefined where it never said who it is. */
  subject: Introduction['subject'] | undefined;
  /** What generated records were made from, and the order of the cases. */
  seed: number;
  cases: readonly JudgedCase[];
  /** Where it was asked: which ways of what nobody says it survives. */
  silences: readonly JudgedSilence[];
  /** Of a server: how it answers what nobody says. */
  drift?: Drift;
  counts: Counts;
  /** Whether all that must hold was asked and holds. */
  conformant: boolean;
  /** 0 conformant, 1 not, 3 where it could not be judged. */
  exitCode: 0 | 1 | 3;
}

export type JudgedCase = Verdict & Pick<Case, 'title' | 'rules' | 'level' | 'strength' | 'vendor'>;

/** A value of a switch, other than the one that we chose, and how the subject gets on with it. */
export interface JudgedSilence {
  vendor: string;
  switch: string;
  value: string;
  /** How many cases it touches. */
  cases: number;
  failed: readonly { case: string; says: string }[];
}

/** How a server differs from its page, and from what is played by default where the page is silent. */
export interface Drift {
  /** Cases that fail on rules of the page, or of what is known beyond it. */
  page: { case: string; rules: string[]; says: string; exchange: readonly string[] }[];
  /** Switches that are other than by default, with the exchange that shows it. */
  answers: {
    switch: string;
    value: unknown;
    usual: unknown;
    case: string;
    exchange: readonly string[];
  }[];
  /** Switches that are as by default. */
  usual: string[];
  /** Switches that could not be told, and why. */
  open: { switch: string; because: string }[];
}
