/** Judges what a client did with a case: first what it asked for, then what came back. */
import type { Session } from '../../mock-server/Session.js';
import type { ClientCase } from '../cases/Case.js';
import type { Fetch, Outcome } from '../subjects/Subject.js';
import { judgeAll, judgeThese, type Unjudged } from './judgeRecords.js';
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
export function judgeClient(
  one: ClientCase,
  { session, what, outcome, overheard }: Played,
): Flaw[] | Unjudged {
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
  const came = judgeOutcome(one, session, what, outcome);
  const sent = [...judgeWire(one.seen ?? [], session.journal().entries), ...judgeSecrets(told)];
  // What was sent can be judged in any case.
  if ('because' in came) return sent.length > 0 ? sent : came;
  // Who gave up says himself why he did not go on.
  return came[0]?.reason === 'gave-up' ? [...came, ...sent] : [...sent, ...came];
}

function judgeOutcome(
  { gets, vendor, world }: ClientCase,
  session: Session,
  { target, query }: Fetch,
  outcome: Exclude<Outcome, { kind: 'broken' }>,
): Flaw[] | Unjudged {
  if (outcome.kind === 'skip')
    return [
      {
        reason: 'skipped',
        says: `it claims ${outcome.capability}, and skipped: ${outcome.reason}`,
        ...{ expected: 'what was claimed', actual: 'a skip' },
      },
    ];
  const asked = { session, vendor, target, query };
  if (typeof gets === 'string')
    return unfinished(outcome, session) ?? judgeAll(asked, outcome, gets);
  if ('records' in gets) {
    const { records = [] } = (world?.ticket ?? {}) as { records?: unknown[] };
    const wanted = gets.records.map((at) => records[at]);
    return unfinished(outcome, session) ?? judgeThese(asked, outcome, wanted, records);
  }
  if ('error' in gets) return judgeError(gets.error, outcome);
  return outcome.kind === 'error' ? judgeError(gets.allOr, outcome) : judgeAll(asked, outcome);
}

/** Two that gave up behind different answers did not do so for one cause. */
function unfinished(outcome: Outcome, session: Session): Flaw[] | undefined {
  if (outcome.kind !== 'error') return undefined;
  const { code, message, records } = outcome;
  const last = session.journal().entries.at(-1);
  const words = code === 'any' ? (message.trimEnd().split('\n').at(-1) ?? '') : '';
  return [
    {
      reason: 'gave-up',
      says:
        code === 'any'
          ? message
          : `it ended with ${code} after ${records.length} records: ${message}`,
      ...{ expected: 'the records', actual: code === 'any' ? 'an error' : code },
      // Ports, counts and lengths are other ones each time.
      cause: [code, last?.endpoint, last?.status ?? last?.fault, words.replace(/\d+/g, '0')].join(
        ' ',
      ),
      ...(last && { request: last.n }),
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
      says: `it ended as if ${length === 0 ? 'there were no records' : `its ${length} records were all`}`,
      ...{ expected, actual: `${length} records, and no error` },
    },
  ];
}
