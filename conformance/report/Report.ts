/** What a run found out. */
import type { BaselineEntry } from '../baseline/readBaseline.js';
import type { Case, Role } from '../cases/Case.js';
import type { Renamed } from '../cases/chooseCases.js';
import type { Strength } from '../cases/strengthOf.js';
import type { Verdict } from '../judge/Verdict.js';
import type { Introduction } from '../subjects/Subject.js';

export interface Counts {
  passed: number;
  /** Without those that a baseline knows of. */
  failed: number;
  known: number;
  errors: number;
  skipped: number;
  total: number;
}

export interface Report {
  role: Role;
  /** The version of the suite of cases. */
  suite: string;
  /** Undefined where it never said who it is. */
  subject: Introduction['subject'] | undefined;
  /** What generated records were made from, and the order of the cases. */
  seed: number;
  /** Cases that the user calls by a name that they had before. */
  renamed: readonly Renamed[];
  cases: readonly JudgedCase[];
  /** Where it was asked: which ways of what nobody says it survives. */
  silences: readonly JudgedSilence[];
  /** Of a server: how it answers what nobody says. */
  drift?: Drift;
  counts: Counts;
  /** Where it was held to a baseline: what of that does not hold any more, or goes by a former id. */
  baseline?: { file: string; stale: readonly Stale[]; renamed: readonly Renamed[] };
  /** Whether all that must hold was asked and holds, but for what a baseline knows of. */
  conformant: boolean;
  /** 0 conformant, 1 not, or a stale baseline, 3 where it could not be judged. */
  exitCode: 0 | 1 | 3;
}

export type JudgedCase = Verdict &
  Strength &
  Pick<Case, 'title' | 'rules' | 'level' | 'vendor'> & {
    /** Of a failure that a baseline knows of: its issue. */
    known?: string;
  };

/** An entry of a baseline that does not hold. */
export interface Stale extends BaselineEntry {
  why: 'passes' | 'skipped' | 'another-reason' | 'unknown' | 'twice';
  /** Why, in words that go on after the case. */
  says: string;
  /** What to do. */
  advice: string;
}

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
