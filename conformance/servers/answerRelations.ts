/** What may be asked of an answer by itself; each is undefined where it holds. */

import { counted } from '../../fixtures/language/counted.js';
import type {
  AnsweredRelation,
  BodyRelation,
  CountRelation,
  EachRelation,
  HeaderRelation,
  RefusedRelation,
  SameHeaderRelation,
  ShapeRelation,
  SomeRelation,
  StatusesRelation,
  ToldRelation,
} from '../../specs/conformance/types.js';
import type { Flaw } from '../judge/Verdict.js';
import { bodyKind } from './bodyKind.js';
import type { Evidence } from './Evidence.js';
import { fits } from './fits.js';
import { flawAt } from './flawAt.js';

export const answerRelations = {
  answered: ({ answered }: AnsweredRelation, evidence: Evidence) => evidence.unanswered(answered),

  refused({ refused, with: right }: RefusedRelation, evidence: Evidence): Flaw | undefined {
    const last = evidence.last(refused);
    const expected = right ? `a refusal with ${right.join(' or ')}` : 'a refusal with 400 to 499';
    if (!last.got) return evidence.unheard(refused);
    const { status } = last.got;
    if (right ? right.includes(status) : status >= 400 && status < 500) return undefined;
    const reason = status < 400 ? 'not-refused' : 'wrong-status';
    return flawAt(last, reason, `${refused} got ${status}`, expected, `status ${status}`);
  },

  shape({ shape, is }: ShapeRelation, evidence: Evidence): Flaw | undefined {
    const last = evidence.last(shape);
    if (!last.got) return evidence.unheard(shape);
    const expected = shapeText(is);
    if (last.body === undefined)
      return flawAt(
        last,
        'wrong-shape',
        `the body of ${shape} is no JSON`,
        expected,
        bodyKind(last),
      );
    const why = fits(last.body, is, evidence.vendor.name);
    if (!why) return undefined;
    return flawAt(last, 'wrong-shape', `the body of ${shape}: ${why}`, expected, why);
  },

  each({ each, is }: EachRelation, evidence: Evidence): Flaw | undefined {
    const missing = evidence.unanswered(each);
    if (missing) return missing;
    for (const { record, place } of evidence.records(each)) {
      const why = fits(record, is, evidence.vendor.name);
      const expected = shapeText(is);
      const says = `${place} of ${each}: ${why}`;
      if (why) return flawAt(evidence.last(each), 'wrong-record', says, expected, why);
    }
    return undefined;
  },

  some({ some, is }: SomeRelation, evidence: Evidence): Flaw | undefined {
    const missing = evidence.unanswered(some);
    if (missing) return missing;
    const { vendor } = evidence;
    if (evidence.records(some).some(({ record }) => !fits(record, is, vendor.name)))
      return undefined;
    const expected = shapeText(is);
    return flawAt(
      evidence.last(some),
      'wrong-record',
      `no record of ${some} is so`,
      expected,
      'none',
    );
  },

  statuses({ statuses: [a, b], are }: StatusesRelation, evidence: Evidence): Flaw | undefined {
    const [one, other] = [evidence.last(a), evidence.last(b)];
    if (!one.got || !other.got) return evidence.unheard(one.got ? b : a);
    const [mine, right] = [one.got.status, other.got.status];
    if ((mine === right) === (are === 'equal')) return undefined;
    const expected = are === 'equal' ? `status ${right}` : `another status than ${right}`;
    const says = `${a} got ${mine}, and ${b} got ${right}`;
    return flawAt(one, 'wrong-status', says, expected, `status ${mine}`);
  },

  count({ count, ...bounds }: CountRelation, evidence: Evidence): Flaw | undefined {
    const missing = evidence.unanswered(count);
    if (missing) return missing;
    const found = evidence.records(count).length;
    const number = (value: number | string) =>
      typeof value === 'number' ? value : (evidence.trail.number(value) as number);
    const right =
      (bounds.is === undefined || found === number(bounds.is)) &&
      (bounds.atLeast === undefined || found >= number(bounds.atLeast)) &&
      (bounds.atMost === undefined || found <= number(bounds.atMost));
    if (right) return undefined;
    const expected = Object.entries(bounds)
      .map(
        ([how, value]) =>
          `${{ is: '', atLeast: 'at least ', atMost: 'at most ' }[how]}${number(value)}`,
      )
      .join(', ');
    return flawAt(
      evidence.last(count),
      'wrong-count',
      `${count} has ${counted(found, 'record')}`,
      `${expected} records`,
      String(found),
    );
  },

  told({ told, name, is }: ToldRelation, evidence: Evidence): Flaw | undefined {
    const missing = evidence.unanswered(told);
    if (missing) return missing;
    const last = evidence.last(told);
    const { told: all = {} } = last.listing ?? {};
    const found = Object.hasOwn(all, name) ? all[name] : undefined;
    const wanted =
      typeof is === 'string' && /^\{\w+\}$/.test(is) ? evidence.trail.number(is.slice(1, -1)) : is;
    if (is === undefined ? found !== undefined : found === wanted) return undefined;
    const expected = is === undefined ? `that it tells its ${name}` : String(wanted);
    return flawAt(
      last,
      'wrong-told',
      found === undefined ? `${told} tells no ${name}` : `${told} tells ${found} as its ${name}`,
      expected,
      String(found ?? 'none'),
    );
  },

  header({ header, name, matches }: HeaderRelation, evidence: Evidence): Flaw | undefined {
    const last = evidence.last(header);
    if (!last.got) return evidence.unheard(header);
    const found = last.got.headers[name];
    const isRight =
      found === undefined ? matches === undefined : new RegExp(matches ?? '(?!)').test(found);
    if (isRight) return undefined;
    const expected = matches === undefined ? `no ${name}` : `${name} like ${matches}`;
    return flawAt(
      last,
      'wrong-header',
      `${header} has ${name}: ${found ?? 'none'}`,
      expected,
      found ?? 'none',
    );
  },

  sameHeader({ sameHeader: [a, b], name }: SameHeaderRelation, evidence: Evidence) {
    const unheard = evidence.unheard(a) ?? evidence.unheard(b);
    if (unheard) return unheard;
    const [mine, other] = [a, b].map((one) => evidence.last(one).got?.headers[name] ?? 'none');
    if (mine === other) return undefined;
    const says = `${a} has ${name}: ${mine}, and ${b} has ${other}`;
    return flawAt(evidence.last(a), 'wrong-header', says, `${other}`, `${mine}`);
  },

  body({ body, matches }: BodyRelation, evidence: Evidence): Flaw | undefined {
    const last = evidence.last(body);
    if (!last.got) return evidence.unheard(body);
    if (new RegExp(matches).test(last.got.body)) return undefined;
    return flawAt(
      last,
      'wrong-shape',
      `the body of ${body} is not as it should be`,
      `one like ${matches}`,
      bodyKind(last),
    );
  },
};

function shapeText(is: string | object): string {
  return typeof is === 'string' ? `the shape of ${is}` : JSON.stringify(is);
}
