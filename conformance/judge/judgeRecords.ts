/** Holds what came back against what exists. */
import { isDeepStrictEqual } from 'node:util';
import { Misuse } from '../../mock-server/Misuse.js';
import type { Session } from '../../mock-server/Session.js';
import type { Completeness, DeliveryVerdict, ToldDelivery } from '../../mock-server/Simulator.js';
import type { CaseQuery } from '../../specs/conformance/types.js';
import type { Outcome } from '../subjects/Subject.js';
import { recogniseLines } from './recogniseLines.js';
import { recordsOf } from './recordsOf.js';
import type { Flaw } from './Verdict.js';

export interface Asked {
  session: Session;
  vendor: string;
  target: Readonly<Record<string, string>>;
  query: CaseQuery;
}

/** What cannot be judged, and why. */
export interface Unjudged {
  because: string;
}

const NO_MATCH = 'its output is not like the records; say match in the subject file';

/** What of all that was asked for must have come back: each record once, or those at least once that were there all along. */
export type Wholly = 'all' | 'all-along';

/** All that was asked for must have come back, unaltered, in the order that was asked for. */
export function judgeAll(
  asked: Asked,
  { records, lines, match }: Outcome,
  wholly: Wholly = 'all',
): Flaw[] | Unjudged {
  const { session, vendor, target } = asked;
  if (!lines) return judgeDelivered(asked, { records }, wholly);
  const judged = judgeDelivered(asked, { lines }, wholly);
  // Markers say more of lines than times and texts do, where there are any.
  if (!match || !('because' in judged)) return judged;
  const all = recordsOf(session, vendor, target);
  const { records: recognised, unlike } = recogniseLines(lines, all, match);
  return explained(judgeDelivered(asked, { records: recognised }, wholly), unlike);
}

/** Whether a line stands for a record is what all else is judged by. */
function explained(judged: Flaw[] | Unjudged, unlike: string | undefined): Flaw[] | Unjudged {
  if ('because' in judged || unlike === undefined) return judged;
  return judged.map((flaw, i) => (i > 0 ? flaw : { ...flaw, says: `${flaw.says}; ${unlike}` }));
}

function judgeDelivered(asked: Asked, told: ToldDelivery, wholly: Wholly): Flaw[] | Unjudged {
  const { session, vendor, target, query } = asked;
  const { since = '0001-01-01T00:00:00Z', until = '9999-12-31T23:59:59Z', order, actions } = query;
  const question = { vendor, target, since, until, ...(actions && { actions }) };
  try {
    session.received(vendor, target, { ...told, anew: true });
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    return tooMany(told, session.completeness(question), error);
  }
  const { delivered, events, because } = session.completeness(question);
  if (!delivered)
    return [
      {
        reason: 'nothing-asked',
        says: `not judged: ${because}`,
        expected: 'requests for the audit log',
        actual: 'none that was answered',
      },
    ];
  if (!delivered.judged) return { because: NO_MATCH };
  if (wholly === 'all')
    return [
      ...flawsOf(delivered, `${events} records, each once and unaltered`, events),
      ...misordered(delivered, order),
    ];
  const [first] = session.journal().entries;
  const along = allAlong(delivered, Date.parse(first?.time ?? ''));
  return flawsOf(along, 'what was there all along, each at least once and unaltered', events);
}

/** Without what came into being from an instant on, and without what came twice. */
function allAlong(delivered: DeliveryVerdict, begun: number): DeliveryVerdict {
  const missingEvents = delivered.missingEvents.filter(({ time }) => Date.parse(time) < begun);
  const added = delivered.missingEvents.length - missingEvents.length;
  return { ...delivered, missing: delivered.missing - added, missingEvents, repeated: 0 };
}

/** More than can be held against what exists is wrong all the same where so much does not exist. */
function tooMany(
  told: ToldDelivery,
  { events }: Completeness,
  { message }: Misuse,
): Flaw[] | Unjudged {
  const { length } = told.records ?? told.lines;
  if (length <= events) return { because: `it cannot be judged: ${message}` };
  return [
    {
      reason: 'invented-records',
      says: `${length} records came back, of which there are ${events}`,
      ...{ expected: `${events} records`, actual: `${length} records` },
    },
  ];
}

function flawsOf(delivered: DeliveryVerdict, expected: string, events: number): Flaw[] {
  const { missing, repeated, invented, altered, received } = delivered;
  const flaws: Flaw[] = [];
  const [lost] = delivered.missingEvents;
  if (missing > 0)
    flaws.push({
      reason: 'missing-records',
      says: `${missing} of ${events} records did not come back: ${lost?.says ?? 'why is not known'}`,
      ...{ expected, actual: `${received} records` },
      ...(lost && { cause: lost.cause, ...requestOf(lost.between) }),
    });
  if (repeated > 0)
    flaws.push({
      reason: 'repeated-records',
      says: `${repeated} of ${events} records came back more than once, such as that of ${delivered.repeatedEvents[0]?.time}`,
      ...{ expected, actual: `${received} records` },
    });
  if (invented > 0)
    flaws.push({
      reason: 'invented-records',
      says: `${invented} of ${received} records that came back are none of this ticket that was asked for; the first is number ${(delivered.inventedAt[0] ?? 0) + 1}`,
      ...{ expected, actual: `${received} records` },
    });
  const [changed] = delivered.alteredAt;
  if (changed)
    flaws.push({
      reason: 'altered-records',
      says: `${altered} of ${received} records are not as they were served; in number ${changed.at + 1}, ${changed.path || 'all'} differs`,
      ...{ expected, actual: `${changed.path || 'a record'} is another` },
    });
  return flaws;
}

function requestOf(between: readonly number[]): { request?: number } {
  const last = between.at(-1);
  return last === undefined ? {} : { request: last };
}

function misordered({ order, received }: DeliveryVerdict, wanted: CaseQuery['order']): Flaw[] {
  const full = wanted === 'desc' ? 'descending' : 'ascending';
  // Records of one time are in both orders.
  if (wanted === undefined || order === full || received < 2) return [];
  return [
    {
      reason: 'wrong-order',
      says: `the records came back in ${order} order`,
      ...{ expected: `${full} order`, actual: `${order} order` },
    },
  ];
}

/** Just these records must have come back, of all that there are. */
export function judgeThese(
  asked: Asked,
  { records, lines, match }: Outcome,
  wanted: readonly unknown[],
  all: readonly unknown[],
): Flaw[] | Unjudged {
  if (!lines) return compare(asked, records, wanted, all);
  const { records: recognised, unlike } = recogniseLines(lines, all, match);
  const isClear =
    match !== undefined || lines.length === 0 || recognised.some((one) => all.includes(one));
  return isClear
    ? explained(compare(asked, recognised, wanted, all), unlike)
    : { because: NO_MATCH };
}

function compare(
  { query: { order } }: Asked,
  records: readonly unknown[],
  wanted: readonly unknown[],
  all: readonly unknown[],
): Flaw[] {
  const rest = [...records];
  const missing = wanted.filter((record) => {
    const at = rest.findIndex((one) => isDeepStrictEqual(one, record));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  const expected = `${wanted.length} records: ${excerpt(wanted)}`;
  const actual = `${records.length} records: ${excerpt(records)}`;
  if (missing.length > 0)
    return [
      {
        reason: hasStrange(rest, all) ? 'altered-records' : 'missing-records',
        says: `${missing.length} of ${wanted.length} records did not come back as they are, such as ${excerpt([missing[0]])}`,
        ...{ expected, actual },
      },
    ];
  if (rest.length > 0)
    return [
      {
        reason: wanted.some((one) => isDeepStrictEqual(one, rest[0]))
          ? 'repeated-records'
          : 'invented-records',
        says: `${rest.length} records came back that should not have, such as ${excerpt([rest[0]])}`,
        ...{ expected, actual },
      },
    ];
  if (order === undefined || isDeepStrictEqual(records, wanted)) return [];
  return [
    { reason: 'wrong-order', says: 'the records came back in another order', expected, actual },
  ];
}

/** Whether one of them is none of the ticket's. */
function hasStrange(records: readonly unknown[], all: readonly unknown[]): boolean {
  return records.some((record) => !all.some((one) => isDeepStrictEqual(one, record)));
}

function excerpt(records: readonly unknown[]): string {
  const text = JSON.stringify(records);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
