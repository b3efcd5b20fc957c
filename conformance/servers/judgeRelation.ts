/** Whether a relation holds of what was answered. */
import type { Relation } from '../../specs/conformance/types.js';
import type { Flaw } from '../judge/Verdict.js';
import { answerRelations } from './answerRelations.js';
import type { Evidence } from './Evidence.js';
import { recordRelations } from './recordRelations.js';

const judges = { ...answerRelations, ...recordRelations };

/** Undefined where it holds. */
export function judgeRelation(relation: Relation, evidence: Evidence): Flaw | undefined {
  const kind = Object.keys(relation).find((key) => Object.hasOwn(judges, key));
  if (kind === undefined) throw new Error(`nothing judges ${Object.keys(relation).join(', ')}`);
  const judge = judges[kind as keyof typeof judges] as (
    one: Relation,
    by: Evidence,
  ) => Flaw | undefined;
  return judge(relation, evidence);
}
