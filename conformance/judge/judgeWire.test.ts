import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../mock-server/Simulator.js';
import type { Seen } from '../../specs/conformance/types.js';
import { judgeWire, REFUSED_AFTER } from './judgeWire.js';

/** At a second of the session's clock, and so many milliseconds of real time after the first. */
type Moment = { at?: number; later?: number };

/** Requests, the first at the second 0. */
function journal(...entries: (Partial<JournalEntry> & Moment)[]): JournalEntry[] {
  return entries.map(({ at = 0, later = at * 1000, ...entry }, i) => ({
    ...{ n: i + 1, method: 'GET', target: '/log', endpoint: 'audit-log', status: 200 },
    ...{ time: new Date(at * 1000).toISOString(), realTime: new Date(later).toISOString() },
    ...{ headers: [], parameters: {} },
    ...{ bytes: 0, undocumented: [], ...entry },
  }));
}

const reasons = (seen: Seen, ...entries: Parameters<typeof journal>) =>
  judgeWire([seen], journal(...entries)).map(({ reason, request }) => [reason, request]);

describe('what is seen on the wire', () => {
  it('are as many requests as there should be, both bounds included', () => {
    const seen = { requests: {}, atLeast: 1, atMost: 2 };
    expect(reasons(seen)).toEqual([['too-few-requests', undefined]]);
    expect(reasons(seen, {})).toEqual([]);
    expect(reasons(seen, {}, {})).toEqual([]);
    expect(reasons(seen, {}, {}, {})).toEqual([['too-many-requests', 3]]);
  });

  it.each([
    ['endpoint', 'audit-log', { endpoint: 'token' }],
    ['method', 'GET', { method: 'HEAD' }],
    ['status', 200, { status: 503 }],
    ['fault', 'cut', { fault: 'cutter' }],
    ['query', { page: '2' }, { parameters: { page: '1' } }],
  ] as const)('counts only those of its %s', (name, value, other) => {
    const right = { fault: 'slow, cut', parameters: { page: '2', size: '5' } };
    const seen = { requests: { [name]: value }, atLeast: 2, atMost: 2 };
    expect(reasons(seen, right, { ...right, ...other }, right)).toEqual([]);
  });

  it('is a parameter that has one of its values wherever it is sent for records', () => {
    const seen: Seen = { parameter: 'order', oneOf: ['asc', 'desc'] };
    const sent = (order: string) => ({ parameters: { order } });
    expect(reasons(seen, sent('asc'), {}, sent('desc'))).toEqual([]);
    expect(reasons(seen, { ...sent('up'), endpoint: 'tickets' })).toEqual([]);
    expect(reasons(seen, sent('asc'), sent('up'))).toEqual([['wrong-parameter', 2]]);
  });

  it('is a body that is the same JSON for all records', () => {
    const seen: Seen = { body: { a: 1, b: 2 } };
    expect(reasons(seen, { body: '{ "b": 2, "a": 1 }' }, { endpoint: 'token' })).toEqual([]);
    expect(reasons(seen, { body: '{"a":1,"b":2}' }, {})).toEqual([['wrong-body', 2]]);
    expect(reasons(seen, { body: 'a=1&b=2' })).toEqual([['wrong-body', 1]]);
  });

  describe('is a wait after each refusal', () => {
    const seen: Seen = { waited: 'PT2S', atMost: 'PT3S', after: { status: 429 } };
    const limited = { status: 429 };

    it('with both bounds included', () => {
      expect(reasons(seen, limited, { at: 2, ...limited }, { at: 5 }, { at: 5 })).toEqual([]);
      expect(reasons(seen, limited, { at: 2, ...limited }, { at: 3.9 })).toEqual([
        ['did-not-wait', 3],
      ]);
      expect(reasons(seen, limited, { at: 3.1 })).toEqual([['waited-too-long', 2]]);
      expect(reasons(seen, {}, limited)).toEqual([]);
    });

    it('which cannot be known of before it is answered', () => {
      const meanwhile = { at: 0, later: REFUSED_AFTER - 1 };
      expect(reasons(seen, limited, meanwhile, meanwhile, { at: 2 })).toEqual([]);
      expect(reasons(seen, limited, meanwhile, { at: 0, later: REFUSED_AFTER })).toEqual([
        ['did-not-wait', 3],
      ]);
      // The clock of a world may stand still while others go on asking.
      const others = [REFUSED_AFTER, 400].map((later) => ({ at: 0, later, target: '/log?page=3' }));
      expect(reasons(seen, limited, ...others, { at: 2 })).toEqual([['did-not-wait', 2]]);
    });

    it('that each of several at once is told', () => {
      const both = [limited, { ...limited, later: 5 }];
      expect(reasons(seen, ...both, { at: 2 }, { at: 2 })).toEqual([]);
      // By the first it could be sent, and by the second not.
      const soon = { time: new Date(1995).toISOString(), later: REFUSED_AFTER + 2 };
      expect(reasons({ ...seen, waited: 'PT1.99S' }, ...both, soon, { at: 2 })).toEqual([]);
      expect(reasons(seen, ...both, soon, { at: 2 })).toEqual([['did-not-wait', 3]]);
    });

    it('and is no wait for what is asked elsewhere', () => {
      const token = { endpoint: 'token', later: 200 };
      expect(reasons(seen, limited, token, { at: 2 })).toEqual([]);
      expect(reasons(seen, limited, token, { at: 1 })).toEqual([['did-not-wait', 3]]);
      expect(reasons(seen, { ...limited, ...token }, { at: 0, later: 400 })).toEqual([]);
      const refused = [{ ...limited, ...token }, limited];
      expect(reasons(seen, ...refused, { at: 1 })).toEqual([['did-not-wait', 3]]);
    });
  });

  it('is nothing that no page knows', () => {
    const undocumented = ['parameter pageNo'];
    expect(reasons({ documented: true }, {}, { undocumented })).toEqual([
      ['undocumented-request', 2],
    ]);
  });
});
