/** One question with an expected answer, citing its rules. */
import type { WrittenCase } from '../../specs/conformance/types.js';
import type { Rule } from '../../specs/rules.js';

export type Names = Readonly<Record<string, string>>;

export type Case = Omit<WrittenCase, 'id' | 'rules' | 'needs' | 'strength'> & {
  /** `<vendor>/<role>/<file>/<id>`. */
  id: string;
  vendor: string;
  rules: readonly Rule[];
  /** Whole ids. */
  needs: readonly string[];
  strength: 'must' | 'should';
  /** The ticket of a user's fixture that is read, in the place of a world of its own. */
  of?: { file: string; target: Names };
};
