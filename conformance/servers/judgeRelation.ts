/** Whether a relation holds of what was answered. */
import type { Relation } from '../../specs/conformance/types.js';
import type { Flaw } from '../judge/Verdict.js';
import type { Asked, Exchange } from './Asked.js';
import { fits } from './fits.js';
import type { Trail } from './Trail.js';
import {
  cutOf,
  type Placed,
  placedBy,
  unlikeInOrder,
  unlikeRecords,
  unsortedAt,
} from './unlikeRecords.js';
import type { VendorServer } from './VendorServer.js';

/** What a relation is judged by. */
export interface Evidence {
  /** By the name of the ask; `whole` is all records. */
  asked: ReadonlyMap<string, Asked>;
  trail: Trail;
  vendor: { name: string; server: VendorServer };
}

type Of<Key extends string> = Extract<Relation, Record<Key, unknown>>;
type Judge<Key extends string> = (relation: Of<Key>, evidence: Evidence) => Flaw | undefined;
type Judges = { [Key in Kind]: Judge<Key> };
type Keys<One> = One extends unknown ? keyof One : never;
type Kind = Exclude<
  Keys<Relation>,
  | 'with'
  | 'is'
  | 'order'
  | 'of'
  | 'since'
  | 'until'
  | 'bounds'
  | 'kinds'
  | 'atLeast'
  | 'atMost'
  | 'name'
  | 'matches'
  | 'are'
>;

/** Undefined where it holds. */
export function judgeRelation(relation: Relation, evidence: Evidence): Flaw | undefined {
  const kind = Object.keys(relation).find((key) => Object.hasOwn(judges, key)) as Kind;
  const judge = judges[kind] as (relation: Relation, evidence: Evidence) => Flaw | undefined;
  return judge(relation, evidence);
}

const judges: Judges = {
  answered: ({ answered }, evidence) => unanswered(answered, evidence),

  refused({ refused, with: right }, evidence) {
    const last = lastOf(refused, evidence);
    const expected = right ? `a refusal with ${right.join(' or ')}` : 'a refusal with 400 to 499';
    if (!last.got) return noAnswer(last);
    const { status } = last.got;
    if (right ? right.includes(status) : status >= 400 && status < 500) return undefined;
    const reason = status < 400 ? 'not-refused' : 'wrong-status';
    return flaw(last, reason, `${refused} got ${status}`, expected, `status ${status}`);
  },

  shape({ shape, is }, evidence) {
    const last = lastOf(shape, evidence);
    if (!last.got) return noAnswer(last);
    const expected = typeof is === 'string' ? `the shape of ${is}` : JSON.stringify(is);
    if (last.body === undefined)
      return flaw(
        last,
        'wrong-shape',
        `the body of ${shape} is no JSON`,
        expected,
        kindOfBody(last),
      );
    const why = fits(last.body, is, evidence.vendor.name);
    if (!why) return undefined;
    return flaw(last, 'wrong-shape', `the body of ${shape}: ${why}`, expected, why);
  },

  each({ each, is }, evidence) {
    const missing = unanswered(each, evidence);
    if (missing) return missing;
    for (const { record, place, last } of placedOf(each, evidence)) {
      const why = fits(record, is, evidence.vendor.name);
      const expected = typeof is === 'string' ? `the shape of ${is}` : JSON.stringify(is);
      if (why) return flaw(last, 'wrong-record', `${place} of ${each}: ${why}`, expected, why);
    }
    return undefined;
  },

  some({ some, is }, evidence) {
    const missing = unanswered(some, evidence);
    if (missing) return missing;
    const { vendor } = evidence;
    if (placedOf(some, evidence).some(({ record }) => !fits(record, is, vendor.name)))
      return undefined;
    const expected = typeof is === 'string' ? `the shape of ${is}` : JSON.stringify(is);
    return flaw(
      lastOf(some, evidence),
      'wrong-record',
      `no record of ${some} is so`,
      expected,
      'none',
    );
  },

  records({ records, is }, evidence) {
    const missing = unanswered(records, evidence);
    if (missing) return missing;
    const all = recordsOf(records, evidence).map(({ record }) => record);
    const why = fits(all, is, evidence.vendor.name);
    const expected = typeof is === 'string' ? `the shape of ${is}` : JSON.stringify(is);
    const says = `the records of ${records}: ${why}`;
    return why ? flaw(lastOf(records, evidence), 'wrong-record', says, expected, why) : undefined;
  },

  statuses({ statuses: [a, b], are }, evidence) {
    const [one, other] = [lastOf(a, evidence), lastOf(b, evidence)];
    if (!one.got) return noAnswer(one);
    if (!other.got) return noAnswer(other);
    const [mine, right] = [one.got.status, other.got.status];
    if ((mine === right) === (are === 'equal')) return undefined;
    const expected = are === 'equal' ? `status ${right}` : `another status than ${right}`;
    const says = `${a} got ${mine}, and ${b} got ${right}`;
    return flaw(one, 'wrong-status', says, expected, `status ${mine}`);
  },

  not({ not: other }, evidence) {
    if (judgeRelation(other, evidence)) return undefined;
    const shown = JSON.stringify(other);
    const [last] = [...evidence.asked.values()].flatMap(({ exchanges }) => exchanges).slice(-1);
    return flaw(last as Exchange, 'unforeseen', `it is so: ${shown}`, `not ${shown}`, shown);
  },

  equal: ({ equal: [a, b] }, evidence) =>
    compared(a, b, evidence, (mine, other) => unlikeInOrder(mine, other)),
  alike: ({ alike: [a, b] }, evidence) =>
    compared(a, b, evidence, (mine, other) => unlikeRecords(mine, other)),
  mirrored: ({ mirrored: [a, b] }, evidence) =>
    compared(a, b, evidence, (mine, other) => unlikeInOrder(mine, [...other].reverse())),
  reversed: ({ reversed: [a, b] }, evidence) =>
    compared(
      a,
      b,
      evidence,
      (mine, other) =>
        unlikeRecords(mine, other) ?? unlikeInOrder(timesOf(mine), timesOf([...other].reverse())),
    ),
  within: ({ within: [a, b] }, evidence) =>
    compared(a, b, evidence, (mine, other) => unlikeRecords(mine, other, { subset: true })),

  sorted({ sorted, order }, evidence) {
    const missing = unanswered(sorted, evidence);
    if (missing) return missing;
    const wrong = unsortedAt(recordsOf(sorted, evidence), order);
    if (!wrong) return undefined;
    const [before, after] = wrong.map(({ place, time }) => `${place} (${timeText(time)})`);
    const says = `in ${sorted}, ${after} comes behind ${before}`;
    return flaw(lastOf(sorted, evidence), 'wrong-order', says, `records in order, ${order}`, says);
  },

  parts({ parts, of }, evidence) {
    for (const part of [...parts, of]) {
      const missing = unanswered(part, evidence);
      if (missing) return missing;
    }
    const all = parts.flatMap((part) => recordsOf(part, evidence));
    const wrong = unlikeRecords(all, recordsOf(of, evidence));
    const names = parts.join(' and ');
    return (
      wrong &&
      flaw(
        lastOf(parts.at(-1) as string, evidence),
        wrong.reason,
        `${names}, against ${of}: ${wrong.says}`,
        wrong.expected,
        wrong.actual,
      )
    );
  },

  cut({ cut, of, since, until, bounds, kinds }, evidence) {
    const { trail } = evidence;
    const window = {
      since: since === undefined ? undefined : trail.time(since),
      until: until === undefined ? undefined : trail.time(until),
      bounds,
      kinds: kinds?.map((kind) => trail.filled(kind)),
    };
    return compared(cut, of, evidence, (mine, other) => cutOf(mine, other, window));
  },

  count({ count, ...bounds }, evidence) {
    const missing = unanswered(count, evidence);
    if (missing) return missing;
    const found = recordsOf(count, evidence).length;
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
    return flaw(
      lastOf(count, evidence),
      'wrong-count',
      `${count} has ${found} records`,
      `${expected} records`,
      String(found),
    );
  },

  told({ told, name, is }, evidence) {
    const missing = unanswered(told, evidence);
    if (missing) return missing;
    const last = lastOf(told, evidence);
    const { told: all = {} } = last.listing ?? {};
    const found = Object.hasOwn(all, name) ? all[name] : undefined;
    const wanted =
      typeof is === 'string' && /^\{\w+\}$/.test(is) ? evidence.trail.number(is.slice(1, -1)) : is;
    if (is === undefined ? found !== undefined : found === wanted) return undefined;
    const expected = is === undefined ? `that it tells its ${name}` : String(wanted);
    return flaw(
      last,
      'wrong-told',
      `${told} tells ${found} as its ${name}`,
      expected,
      String(found),
    );
  },

  header({ header, name, matches }, evidence) {
    const last = lastOf(header, evidence);
    if (!last.got) return noAnswer(last);
    const found = last.got.headers[name];
    const right =
      matches === undefined ? found === undefined : new RegExp(matches).test(found ?? '');
    if (right && (matches === undefined || found !== undefined)) return undefined;
    const expected = matches === undefined ? `no ${name}` : `${name} like ${matches}`;
    return flaw(
      last,
      'wrong-header',
      `${header} has ${name}: ${found ?? 'none'}`,
      expected,
      found ?? 'none',
    );
  },

  body({ body, matches }, evidence) {
    const last = lastOf(body, evidence);
    if (!last.got) return noAnswer(last);
    if (new RegExp(matches).test(last.got.body)) return undefined;
    return flaw(
      last,
      'wrong-shape',
      `the body of ${body} is not as it should be`,
      `one like ${matches}`,
      kindOfBody(last),
    );
  },
};

/** What is wrong where something should have been answered with records. */
function unanswered(name: string, evidence: Evidence): Flaw | undefined {
  const last = lastOf(name, evidence);
  if (!last.got) return noAnswer(last);
  const { status } = last.got;
  if (evidence.asked.get(name)?.records) return undefined;
  if (status !== 200)
    return flaw(last, 'refused', `${name} got ${status}`, 'an answer with 200', `status ${status}`);
  return flaw(
    last,
    'wrong-shape',
    `${name} has nothing that could be its records`,
    'an answer of the endpoint',
    kindOfBody(last),
  );
}

function compared(
  a: string,
  b: string,
  evidence: Evidence,
  unlike: (mine: readonly Placed[], other: readonly Placed[]) => ReturnType<typeof unlikeRecords>,
): Flaw | undefined {
  const missing = unanswered(a, evidence) ?? unanswered(b, evidence);
  if (missing) return missing;
  const wrong = unlike(recordsOf(a, evidence), recordsOf(b, evidence));
  return (
    wrong &&
    flaw(
      lastOf(a, evidence),
      wrong.reason,
      `${a}, against ${b}: ${wrong.says}`,
      wrong.expected,
      wrong.actual,
    )
  );
}

function noAnswer(exchange: Exchange): Flaw {
  const actual = exchange.failure ?? 'none';
  return flaw(exchange, 'no-answer', `no whole answer came: ${actual}`, 'an answer', actual);
}

function flaw(
  { n }: Exchange,
  reason: Flaw['reason'],
  says: string,
  expected: string,
  actual: string,
): Flaw {
  return { reason, says, expected, actual, request: n };
}

function lastOf(name: string, { asked }: Evidence): Exchange {
  const last = asked.get(name)?.exchanges.at(-1);
  if (!last) throw new Error(`nothing was asked that is called ${name}`);
  return last;
}

/** The records of an ask that were there when the trail was read; of `whole`, the oldest first. */
function recordsOf(name: string, { asked, trail, vendor }: Evidence): Placed[] {
  const records = name === 'whole' ? trail.records : trail.held(asked.get(name)?.records ?? []);
  return placedBy(records, vendor.server);
}

function placedOf(name: string, evidence: Evidence) {
  const last = lastOf(name, evidence);
  return recordsOf(name, evidence).map((placed) => ({ ...placed, last }));
}

/** Records that are the same as all others of their time. */
function timesOf(records: readonly Placed[]): Placed[] {
  return records.map((placed) => ({ ...placed, key: String(placed.time) }));
}

function timeText(time: number | undefined): string {
  return time === undefined ? 'no time' : new Date(time).toISOString();
}

/** What may be told of a body whose content is nobody's business. */
function kindOfBody({ got, body }: Exchange): string {
  const type = got?.headers['content-type'] ?? 'no type';
  const kind = body === undefined ? 'no JSON' : Array.isArray(body) ? 'a list' : typeof body;
  return `${kind}, ${type}`;
}
