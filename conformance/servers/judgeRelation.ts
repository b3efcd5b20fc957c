/** Whether a relation holds of what was answered. */
import type { EitherRelation, NotRelation, Relation } from '../../specs/conformance/types.js';
import type { Flaw } from '../judge/Verdict.js';
import { answerRelations } from './answerRelations.js';
import type { Evidence } from './Evidence.js';
import { flawAt } from './flawAt.js';
import { recordRelations } from './recordRelations.js';

const judges = {
  ...answerRelations,
  ...recordRelations,

  either({ either }: EitherRelation, evidence: Evidence): Flaw | undefined {
    const flaws = either.map((one) => judgeRelation(one, evidence));
    if (flaws.includes(undefined)) return undefined;
    const [first, ...others] = flaws as Flaw[];
    const says = [first, ...others].map((one) => one?.says).join('; and ');
    const expected = [first, ...others].map((one) => one?.expected).join('; or ');
    return { ...(first as Flaw), says, expected };
  },

  not({ not }: NotRelation, evidence: Evidence): Flaw | undefined {
    if (judgeRelation(not, evidence)) return undefined;
    const names = Object.values(not).flat();
    const [name = 'whole'] = [...evidence.asked.keys()].filter((one) => names.includes(one));
    const text = JSON.stringify(not);
    const says = `what may not be so is so: ${text}`;
    return flawAt(evidence.last(name), 'wrongly-so', says, `not ${text}`, text);
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
