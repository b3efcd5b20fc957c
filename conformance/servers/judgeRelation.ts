/** Whether a relation holds of what was answered. */
import type { EitherRelation, NotRelation, Relation } from '../../specs/conformance/types.js';
import type { Flaw } from '../judge/Verdict.js';
import { answerRelations } from './answerRelations.js';
import type { Evidence } from './Evidence.js';
import { recordRelations } from './recordRelations.js';

const judges = {
  ...answerRelations,
  ...recordRelations,

  either({ either }: EitherRelation, evidence: Evidence): Flaw | undefined {
    const flaws = either.map((one) => judgeRelation(one, evidence));
    return flaws.includes(undefined) ? undefined : flaws.at(-1);
  },

  not({ not }: NotRelation, evidence: Evidence): Flaw | undefined {
    const flaw = judgeRelation(not, evidence);
    // Where nothing was answered, neither is so.
    if (flaw) return flaw.reason === 'no-answer' ? flaw : undefined;
    const [text, last] = [JSON.stringify(not), [...evidence.asked.values()].at(-1)];
    return {
      ...{ reason: 'unforeseen', says: `this is so: ${text}`, expected: `not ${text}` },
      ...{ actual: text, request: last?.exchanges.at(-1)?.n },
    };
  },
};

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
