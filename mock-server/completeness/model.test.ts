import fc from 'fast-check';
import supertest from 'supertest';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';

const START = Date.UTC(2025, 10, 3, 9);
const BORN = START + 3_600_000;
const target = { domain: 'd', issue_id: '1' };

/** A record of the plain list that is the model. */
interface Plain {
  i: number;
  time: number;
  action: string;
  visibleFrom: number;
}

/** What a fault may do to an answer, of which nobody gets anything then. */
const deeds = [{ status: 503 }, { cut: 9 }, 'reset', 'loginPage', { corrupt: 'comma' }] as const;
type Deed = (typeof deeds)[number];

type Step =
  | {
      do: 'ask';
      page: number;
      size: number;
      desc: boolean;
      window: [number, number] | null;
      filter: boolean;
      fault: Deed | null;
    }
  | { do: 'append'; seconds: number[] }
  | { do: 'forget'; second: number }
  | { do: 'wait'; seconds: number };

const second = fc.nat(60);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      page: fc.integer({ min: 1, max: 4 }),
      size: fc.integer({ min: 1, max: 6 }),
      desc: fc.boolean(),
      window: fc.option(
        fc
          .tuple(second, second)
          .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as [number, number]),
      ),
      filter: fc.boolean(),
      fault: fc.option(fc.constantFrom(...deeds), { freq: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      seconds: fc.array(second, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget' as const), second }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      seconds: fc.integer({ min: -90, max: 90 }),
    }),
  },
);

const actionOf = (i: number) => (i % 2 ? 'a' : 'b');
const recordOf = ({ i, time, action }: Plain) => ({
  action_taken_at: time,
  action,
  to_data: { i },
});
const inOrder = (list: readonly Plain[]) => list.toSorted((a, b) => a.time - b.time || a.i - b.i);

describe('a log that moves, and what is said of who reads it', () => {
  it('is as a plain list has it, whatever happens in whatever order', async () => {
    const own = fc.array(fc.record({ second, late: fc.option(fc.nat(120)) }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(own, fc.array(step, { minLength: 1, maxLength: 20 }), async (own, steps) => {
        const list: Plain[] = own
          .toSorted((a, b) => a.second - b.second)
          .map(({ second, late }, i) => {
            const time = START + second * 1000;
            const visibleFrom = late === null ? 0 : Math.max(time + 3_600_000, BORN) + late * 1000;
            return { i, time, action: actionOf(i), visibleFrom };
          });
        const records = list.map((plain) => ({
          record: recordOf(plain),
          ...(plain.visibleFrom > 0 && {
            visibleAfter: `PT${(plain.visibleFrom - plain.time) / 1000}S`,
          }),
        }));
        const simulator = await startSimulator(vendors, {
          fixture: {
            name: 'moving',
            now: new Date(BORN).toISOString(),
            helpshift: {
              credentials: [{ api_key: 'k' }],
              domains: { d: { issues: { '1': { created: '2020-01-01T00:00:00Z', records } } } },
            },
          },
        });
        try {
          const session = await simulator.sessions.open();
          const { api_key = '' } = session.vendors.helpshift?.credentials[0] ?? {};
          let now = BORN;
          let floor = 0;
          const served = new Map<number, number>();
          const windows: { since: number; until: number; action: string | undefined }[] = [];
          const asks: { now: number; count: number; floor: number }[] = [];
          for (const one of steps) {
            if (one.do === 'append') {
              const more = one.seconds.map((second, k) => {
                const i = list.length + k;
                return { i, time: START + second * 1000, action: actionOf(i), visibleFrom: 0 };
              });
              session.append('helpshift', target, more.map(recordOf));
              list.push(...more);
            } else if (one.do === 'forget') {
              floor = Math.max(floor, START + one.second * 1000);
              session.forget('helpshift', target, new Date(floor).toISOString());
            } else if (one.do === 'wait') {
              now += one.seconds * 1000;
              session.clock.set(new Date(now).toISOString());
            } else {
              const [since, until] = (one.window ?? [-1e6, 1e6]).map((s) => START + s * 1000) as [
                number,
                number,
              ];
              const action = one.filter ? 'a' : undefined;
              windows.push({
                since: one.window ? since : -1,
                until: one.window ? until : 1e15,
                action,
              });
              asks.push({ now, count: list.length, floor });
              const seen = inOrder(list).filter(
                (plain) =>
                  plain.time >= Math.max(floor, since) &&
                  plain.time <= until &&
                  plain.visibleFrom <= now &&
                  (action ?? plain.action) === plain.action,
              );
              const page = (one.desc ? seen.reverse() : seen).slice(
                (one.page - 1) * one.size,
                one.page * one.size,
              );
              session.setFaults(one.fault ? [{ do: one.fault }] : []);
              const asked = supertest(simulator.url)
                .get('/v2/d/issues/1/_audit_logs')
                .auth(api_key, '')
                .query({
                  page: one.page,
                  page_size: one.size,
                  sort_order: one.desc ? 'desc' : 'asc',
                  ...(one.window && { since, until }),
                  ...(action && { actions: action }),
                });
              if (one.fault) {
                await asked.catch(() => {});
                continue;
              }
              const { body } = await asked.expect(200);
              expect(body.audit_logs).toEqual(page.map(recordOf));
              expect(body['total-hits']).toBe(seen.length);
              for (const { i } of page) served.set(i, (served.get(i) ?? 0) + 1);
            }
          }
          const verdict = session.completeness({ vendor: 'helpshift', target });
          expect(verdict.judged).toBe(asks.length > 0);
          if (asks.length === 0) return;
          const since = Math.min(...windows.map(({ since }) => since));
          const until = Math.max(...windows.map(({ until }) => until));
          const all = windows.some(({ action }) => action === undefined);
          const expected = inOrder(list).filter(
            ({ i, time, action, visibleFrom }) =>
              asks.some(
                ({ now, count, floor }) => i < count && visibleFrom <= now && time >= floor,
              ) &&
              time >= since &&
              time <= until &&
              (all || action === 'a'),
          );
          const told = (events: readonly { gist: string }[]) =>
            events.map(({ gist }) => Number(/i (\d+)/.exec(gist)?.[1]));
          expect(verdict.events).toBe(expected.length);
          expect(told(verdict.missedEvents)).toEqual(
            expected.filter(({ i }) => !served.has(i)).map(({ i }) => i),
          );
          expect(told(verdict.repeatedEvents)).toEqual(
            expected.filter(({ i }) => (served.get(i) ?? 0) > 1).map(({ i }) => i),
          );
        } finally {
          await simulator.close();
        }
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
