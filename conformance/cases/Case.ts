/** One question with an expected answer, citing its rules. */
import type { WrittenCase } from '../../specs/conformance/types.js';
import type { Rule } from '../../specs/rules.js';

export type Case = Omit<WrittenCase, 'id' | 'rules' | 'needs' | 'strength'> & {
  /** `<vendor>/<role>/<file>/<id>`. */
  id: string;
  vendor: string;
  rules: readonly Rule[];
  /** Whole ids. */
  needs: readonly string[];
  strength: 'must' | 'should';
};
