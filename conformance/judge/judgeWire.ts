/** Holds what a subject asked for against what it should have. */
import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import type { JournalEntry } from '../../mock-server/Simulator.js';
import type { Seen, SomeRequests } from '../../specs/conformance/types.js';
import type { Flaw } from './Verdict.js';

/**
 * Cases hold refusals that are to be waited for back so many milliseconds of real time, in which a
 * client cannot know of them.
 */
export const REFUSED_AFTER = 250;

/** @param journal all that was asked, the oldest first */
export function judgeWire(seen: readonly Seen[], journal: readonly JournalEntry[]): Flaw[] {
  return seen.flatMap((one) => {
    if ('requests' in one) return judgeCount(one, journal);
    if ('parameter' in one) return judgeParameter(one, journal);
    if ('body' in one) return judgeBody(one, journal);
    if ('waited' in one) return judgeWait(one, journal);
    return judgeDocumented(journal);
  });
}

type SeenOf<Key extends string> = Extract<Seen, Record<Key, unknown>>;

function judgeCount(
  { requests, atLeast = 0, atMost = Number.POSITIVE_INFINITY }: SeenOf<'requests'>,
  journal: readonly JournalEntry[],
): Flaw[] {
  const these = journal.filter(isOneOf(requests));
  const count = these.length;
  if (count >= atLeast && count <= atMost) return [];
  const which = inWords(requests);
  const bounds = [
    ...(atLeast > 0 ? [`at least ${atLeast}`] : []),
    ...(Number.isFinite(atMost) ? [`at most ${atMost}`] : []),
  ];
  return [
    {
      reason: count > atMost ? 'too-many-requests' : 'too-few-requests',
      says: `it sent ${count} ${which}`,
      ...{ expected: `${bounds.join(' and ')} ${which}`, actual: String(count) },
      ...(these[0] && { request: (these[Math.floor(atMost)] ?? these[0]).n }),
    },
  ];
}

function judgeParameter(
  { parameter, oneOf }: SeenOf<'parameter'>,
  journal: readonly JournalEntry[],
): Flaw[] {
  const wrong = journal.find(
    ({ endpoint, parameters }) =>
      endpoint === 'audit-log' &&
      Object.hasOwn(parameters, parameter) &&
      !oneOf.includes(parameters[parameter] as string),
  );
  if (!wrong) return [];
  const sent = JSON.stringify(wrong.parameters[parameter]);
  return [
    {
      reason: 'wrong-parameter',
      says: `it sent ${parameter} as ${sent}`,
      expected: `${parameter} as ${oneOf.map((value) => JSON.stringify(value)).join(' or ')}`,
      ...{ actual: sent, request: wrong.n },
    },
  ];
}

function judgeBody({ body }: SeenOf<'body'>, journal: readonly JournalEntry[]): Flaw[] {
  const wrong = journal.find(
    ({ endpoint, body: sent = '' }) =>
      endpoint === 'audit-log' && !isDeepStrictEqual(parsed(sent), body),
  );
  if (!wrong) return [];
  const expected = JSON.stringify(body);
  const actual = wrong.body === undefined ? 'no body' : JSON.stringify(wrong.body);
  const says = `it sent ${actual}`;
  return [{ reason: 'wrong-body', says, expected, actual, request: wrong.n }];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Holds the first request behind each refusal against the wait that it asked for. A client that
 * asks for several things at once knows of a refusal only once that is answered: what it had sent by
 * then, and what it asks of other endpoints, is no answer to it.
 */
function judgeWait(
  { waited, atMost, after }: SeenOf<'waited'>,
  journal: readonly JournalEntry[],
): Flaw[] {
  const least = millisecondsOf(waited);
  const most = atMost === undefined ? Number.POSITIVE_INFINITY : millisecondsOf(atMost);
  for (const refused of journal.filter(isOneOf(after))) {
    const next = journal.find((entry) => isAnswerTo(refused, entry));
    if (!next) continue;
    const wait = Date.parse(next.time) - Date.parse(refused.time);
    if (wait >= least && wait <= most) continue;
    const bounds = `${least / 1000} s${most < Number.POSITIVE_INFINITY ? `, and ${most / 1000} s at most` : ''}`;
    return [
      {
        reason: wait < least ? 'did-not-wait' : 'waited-too-long',
        says: `it asked again ${wait / 1000} s after ${inWords(after, 1)}`,
        expected: `to wait ${bounds}`,
        ...{ actual: `${wait / 1000} s`, request: next.n },
      },
    ];
  }
  return [];
}

/** Whether a client can have sent a request because of a refusal, or in spite of it. */
function isAnswerTo(refused: JournalEntry, { endpoint, realTime }: JournalEntry): boolean {
  const later = Date.parse(realTime) - Date.parse(refused.realTime);
  return endpoint === refused.endpoint && later >= REFUSED_AFTER;
}

function millisecondsOf(duration: string): number {
  return Temporal.Duration.from(duration).total('milliseconds');
}

function judgeDocumented(journal: readonly JournalEntry[]): Flaw[] {
  const wrong = journal.find(({ undocumented }) => undocumented.length > 0);
  if (!wrong) return [];
  return [
    {
      reason: 'undocumented-request',
      says: `it asked for what no page knows: ${wrong.undocumented.join(', ')}`,
      expected: 'documented paths, methods and parameters',
      ...{ actual: wrong.undocumented.join(', '), request: wrong.n },
    },
  ];
}

function isOneOf(some: SomeRequests): (entry: JournalEntry) => boolean {
  const { endpoint, method, status, fault, query = {} } = some;
  return (entry) =>
    (endpoint === undefined || entry.endpoint === endpoint) &&
    (method === undefined || entry.method === method) &&
    (status === undefined || entry.status === status) &&
    (fault === undefined || (entry.fault ?? '').split(', ').includes(fault)) &&
    Object.entries(query).every(([name, value]) => entry.parameters[name] === value);
}

/** Which requests, in words. */
function inWords({ endpoint, method, status, fault, query }: SomeRequests, count = 2): string {
  const noun = count === 1 ? 'a request' : 'requests';
  return [
    ...[noun, ...(endpoint === undefined ? [] : [`for ${endpoint}`])],
    ...(method === undefined ? [] : [`by ${method}`]),
    ...(query === undefined ? [] : [`with ${JSON.stringify(query)}`]),
    ...(status === undefined ? [] : [`that got ${status}`]),
    ...(fault === undefined ? [] : [`that met ${fault}`]),
  ].join(' ');
}
