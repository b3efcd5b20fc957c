import supertest from 'supertest';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SimulatorSession } from '../Simulator.js';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';

const START = Date.UTC(2025, 10, 3, 9);
const MINUTE = 60_000;
const iso = (time: number) => new Date(time).toISOString().replace('.000Z', 'Z');

/** What a client remembers between its visits. */
interface Memory {
  /** Epoch milliseconds. */
  cursor: number;
  /** Records as JSON; identical ones are none here. */
  seen: Set<string>;
}

interface Plan {
  /** Reads what is new, whatever happens between two requests. */
  visit(ask: Ask, memory: Memory, now: number, between: () => void): Promise<void>;
  target: Record<string, string>;
  record(n: number, time: number): object;
}

type Ask = (query: Record<string, string | number>) => Promise<object[]>;

/** How long a client looks back: longer than any event is late. */
const OVERLAP = 10 * MINUTE;
/** A page is smaller than a tie. */
const SIZE = 3;

function keep({ seen }: Memory, records: readonly object[]): void {
  for (const record of records) seen.add(JSON.stringify(record));
}

const user = { loginName: 'ana', firstName: 'Ana', lastName: 'Lee', email: 'ana@example.com' };

const plans: Record<string, Plan> = {
  helpshift: {
    target: { domain: 'd', issue_id: '1' },
    record: (n, time) => ({ action_taken_at: time, action: 'a', to_data: { n } }),
    // Oldest first, with an end that stands, and from the last time on rather than by deep pages.
    async visit(ask, memory, now, between) {
      let since = memory.cursor - OVERLAP;
      for (let page = 1; ; ) {
        const query = { sort_order: 'asc', since, until: now, page, page_size: SIZE };
        const records = (await ask(query)) as { action_taken_at: number }[];
        between();
        keep(memory, records);
        if (records.length < SIZE) break;
        const last = records.at(-1)?.action_taken_at ?? since;
        page = last > since ? 1 : page + 1;
        since = last;
      }
      memory.cursor = now;
    },
  },
  motadata: {
    target: { request_id: '1' },
    record: (n, time) => ({ at: iso(time), record: { auditString: `Ana has added "${n}".` } }),
    async visit(ask, memory, _now, between) {
      keep(memory, await ask({}));
      between();
    },
  },
  opsramp: {
    target: { tenant_id: 't', incident_id: 'I' },
    record: (n, time) => ({
      at: iso(time),
      record: { activity: `say ${n}`, logType: 'TICKET', createdBy: user },
    }),
    // Windows of five minutes that share their borders.
    async visit(ask, memory, now, between) {
      for (let from = memory.cursor - OVERLAP; from < now; from += 5 * MINUTE) {
        const to = Math.min(now, from + 5 * MINUTE);
        const [startTs, endTs] = [from, to].map((time) => iso(time).replace('Z', '+0000'));
        keep(memory, await ask({ startTs: startTs as string, endTs: endTs as string }));
        between();
      }
      memory.cursor = now;
    },
  },
};

/** The vendors' parts of a fixture with the same records. */
function worldOf(vendor: string, records: readonly object[]) {
  const ticket = { records };
  if (vendor === 'helpshift')
    return { credentials: [{ api_key: 'k' }], domains: { d: { issues: { '1': ticket } } } };
  if (vendor === 'motadata') return { credentials: [{ token: 'm' }], requests: { '1': ticket } };
  return {
    tenants: {
      t: { credentials: [{ token: 'o' }], incidents: { I: { created: iso(START), ...ticket } } },
    },
  };
}

function asker(url: string, vendor: string, session: SimulatorSession): Ask {
  const [{ api_key, token } = {} as Record<string, string>] =
    session.vendors[vendor]?.credentials ?? [];
  const ask = supertest(url);
  const bearer = { type: 'bearer' } as const;
  return async (query) => {
    if (vendor === 'motadata')
      return (
        await ask
          .post('/api/v1/request/1/audit/search/byqual')
          .auth(token as string, bearer)
          .send({})
          .expect(200)
      ).body;
    const [path, list] =
      vendor === 'helpshift'
        ? ['/v2/d/issues/1/_audit_logs', 'audit_logs']
        : ['/api/v2/tenants/t/incidents/I/activitylog', 'results'];
    const { body } = await ask
      .get(path)
      .auth((api_key ?? token) as string, bearer)
      .query(query)
      .expect(200);
    return body[list];
  };
}

/** Something that happens between two requests: how many there have been, and the time now. */
type Happening = (nth: number, now: number) => { append?: object[]; forget?: number };

const happenings: Record<string, (plan: Plan) => Happening> = {
  growth: (plan) => (nth, now) => ({ append: [plan.record(100 + nth, now)] }),
  'late events': (plan) => (nth, now) =>
    nth % 2 ? { append: [plan.record(100 + nth, now - (nth % 5) * MINUTE)] } : {},
  ties: (plan) => (nth, now) => ({
    append: nth % 3 ? [] : [0, 1, 2, 3].map((i) => plan.record(100 + 4 * nth + i, now)),
  }),
  retention: (plan) => (nth, now) => ({
    append: [plan.record(100 + nth, now)],
    forget: now - 25 * MINUTE,
  }),
};

describe('a correct client', () => {
  for (const [vendor, plan] of Object.entries(plans))
    for (const [what, happen] of Object.entries(happenings))
      it(`of ${vendor} gets a clean verdict in spite of ${what}`, async () => {
        const now = START + 20 * MINUTE;
        const times = [0, 1, 2, 2, 2, 2, 2, 5, 9, 9, 15, 19].map((n) => START + n * MINUTE);
        const records = times.map((time, n) => plan.record(n, time));
        const fixture = { name: 'moving', now: iso(now), [vendor]: worldOf(vendor, records) };
        const simulator = await startSimulator(vendors, { fixture });
        onTestFinished(() => simulator.close());
        const session = await simulator.sessions.open();
        const ask = asker(simulator.url, vendor, session);
        const memory: Memory = { cursor: START + OVERLAP, seen: new Set() };
        let nth = 0;
        const between = () => {
          session.clock.advance('PT20S');
          const { append = [], forget } = happen(plan)(++nth, session.clock.now());
          if (append.length > 0) session.append(vendor, plan.target, append);
          if (forget !== undefined) session.forget(vendor, plan.target, iso(forget));
        };
        for (let visits = 0; visits < 5; visits++) {
          await plan.visit(ask, memory, session.clock.now(), between);
          session.clock.advance('PT3M');
        }
        await plan.visit(ask, memory, session.clock.now(), () => {});
        const told = [...memory.seen].map((json) => JSON.parse(json));
        session.received(vendor, plan.target, { records: told });
        const verdict = session.completeness({ vendor, target: plan.target });
        expect(verdict).toMatchObject({ judged: true, missedEvents: [], complete: true });
        expect(verdict.delivered).toMatchObject({ faithful: true });
        expect(verdict.events).toBeGreaterThan(14);
        expect(
          session.journal().entries.every(({ undocumented }) => undocumented.length === 0),
        ).toBe(true);
      });
});
