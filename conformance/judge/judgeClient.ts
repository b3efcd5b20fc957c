/** Judges what a client did with a case: first what it asked for, then what came back. */
import type { Session } from '../../mock-server/Session.js';
import type { Case } from '../cases/Case.js';
import type { Fetch, Outcome } from '../subjects/Subject.js';
import { judgeAll, judgeThese } from './judgeRecords.js';
import { judgeSecrets } from './judgeSecrets.js';
import { judgeWire } from './judgeWire.js';
import type { Flaw } from './Verdict.js';

/** What was asked, and what became of it. */
export interface Played {
  session: Session;
  what: Fetch;
  outcome: Outcome;
  /** What the subject wrote beside its answers. */
  overheard: string;
}

/** @returns what is wrong, the worst first; nothing where all is as it should be */
export function judgeClient(one: Case, { session, what, outcome, overheard }: Played): Flaw[] {
  const { exchanges } = session.book;
  const { host } = new URL(what.base_url);
  const secrets = session.secrets();
  const told = { exchanges, secrets, host, overheard };
  if (outcome.kind === 'broken')
    return [
      {
        reason: outcome.reason,
        says: outcome.says,
        ...{ expected: 'an answer', actual: 'none that can be judged' },
      },
      ...judgeSecrets(told),
    ];
  return [
    ...judgeWire(one.seen ?? [], session.journal().entries),
    ...judgeOutcome(one, session, what, outcome),
    ...judgeSecrets(told),
  ];
}

function judgeOutcome(
  { gets, vendor, world }: Case,
  session: Session,
  { target, query }: Fetch,
  outcome: Exclude<Outcome, { kind: 'broken' }>,
): Flaw[] {
  if (outcome.kind === 'skip')
    return [
      {
        reason: 'skipped',
        says: `it claims ${outcome.capability}, and skipped: ${outcome.reason}`,
        ...{ expected: 'what was claimed', actual: 'a skip' },
      },
    ];
  const asked = { session, vendor, target, query };
  if (gets === 'all') return unfinished(outcome) ?? judgeAll(asked, outcome);
  if ('records' in gets) {
    const { records = [] } = (world?.ticket ?? {}) as { records?: unknown[] };
    const wanted = gets.records.map((at) => records[at]);
    return unfinished(outcome) ?? judgeThese(asked, outcome, wanted, records);
  }
  if ('error' in gets) return judgeError(gets.error, outcome);
  return outcome.kind === 'error' ? judgeError(gets.allOr, outcome) : judgeAll(asked, outcome);
}

function unfinished(outcome: Outcome): Flaw[] | undefined {
  if (outcome.kind !== 'error') return undefined;
  const { code, message, records } = outcome;
  return [
    {
      reason: 'gave-up',
      says: `it ended with ${code} after ${records.length} records: ${message}`,
      ...{ expected: 'the records', actual: code, cause: code },
    },
  ];
}

function judgeError(codes: readonly string[], outcome: Outcome): Flaw[] {
  const expected = `the error ${codes.join(' or ')}`;
  if (outcome.kind === 'error') {
    const { code, message } = outcome;
    if (code === 'any' || codes.includes(code)) return [];
    const says = `it reported ${code}: ${message}`;
    return [{ reason: 'wrong-error', says, expected, actual: code }];
  }
  const { length } = outcome.lines ?? outcome.records;
  return [
    {
      reason: 'no-error',
      says: `it passed ${length === 0 ? 'nothing' : `${length} records`} off as all there is`,
      ...{ expected, actual: `${length} records, and no error` },
    },
  ];
}
