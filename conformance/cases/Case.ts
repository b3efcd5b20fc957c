/** One question with an expected answer, citing its rules. */
import type { WrittenCase, WrittenNormalizerCase } from '../../specs/conformance/types.js';
import type { Rule } from '../../specs/rules.js';
import type { Capability } from '../subjects/Subject.js';

export type Names = Readonly<Record<string, string>>;

/** What is judged. */
export const ROLES = ['client', 'normalizer'] as const;
export type Role = (typeof ROLES)[number];

/** What the cases of every role have. */
export interface Case {
  /** `<vendor>/<role>/<file>/<id>`. */
  id: string;
  role: Role;
  vendor: string;
  /** What a subject does that is right, in one sentence. */
  title: string;
  rules: readonly Rule[];
  /** 0 works, 1 reads it all, 2 survives refusals, 3 survives hostility. */
  level: WrittenCase['level'];
  strength: 'must' | 'should';
  /** The version of the suite with which it came; left out: the first. */
  since?: string;
  /** Whole ids that it had before. */
  formerly?: readonly string[];
  /** Whole ids. */
  needs: readonly string[];
  /** What a subject must claim to be asked this. */
  capabilities?: readonly Capability[];
}

export interface ClientCase
  extends Case,
    Pick<WrittenCase, 'world' | 'faults' | 'ask' | 'seen' | 'gets'> {
  /** The ticket of a user's fixture that is read, in the place of a world of its own. */
  of?: { file: string; target: Names };
}

export type NormalizerCase = Case &
  Pick<WrittenNormalizerCase, 'context' | 'records' | 'constructed' | 'bodies' | 'vary' | 'gives'>;

export interface Cases {
  client: ClientCase;
  normalizer: NormalizerCase;
}
