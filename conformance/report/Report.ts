/** What a run found out. */
import type { Case, Role } from '../cases/Case.js';
import type { Renamed } from '../cases/chooseCases.js';
import type { Strength } from '../cases/strengthOf.js';
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
  counts: Counts;
  /** Whether all that must hold was asked and holds. */
  conformant: boolean;
  /** 0 conformant, 1 not, 3 where it could not be judged. */
  exitCode: 0 | 1 | 3;
}

export type JudgedCase = Verdict & Strength & Pick<Case, 'title' | 'rules' | 'level' | 'vendor'>;

/** A value of a switch, other than the one that we chose, and how the subject gets on with it. */
export interface JudgedSilence {
  vendor: string;
  switch: string;
  value: string;
  /** How many cases it touches. */
  cases: number;
  failed: readonly { case: string; says: string }[];
}
