/** A client of one issue, page by page, for tests. */
import supertest from 'supertest';
import { onTestFinished } from 'vitest';
import type { Completeness, SessionOptions, SimulatorSession } from '../Simulator.js';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';

/** When the first record is made; epoch milliseconds. */
export const START = Date.UTC(2025, 10, 3, 9);

/** So many records a minute apart each, of which some are told otherwise. */
export function fixtureOf(count: number, at: (i: number) => object = () => ({})) {
  return {
    name: 'walked',
    now: new Date(START + 86_400_000).toISOString(),
    helpshift: {
      credentials: [{ name: 'walker', api_key: 'k' }],
      domains: {
        d: {
          issues: {
            '1': {
              records: Array.from({ length: count }, (_, i) => {
                const { time = START + i * 60_000, ...frame } = at(i) as { time?: number };
                return {
                  ...frame,
                  record: { action_taken_at: time, action: i % 3 ? 'a' : 'b', to_data: { i } },
                };
              }),
            },
          },
        },
      },
    },
  };
}

export const target = { domain: 'd', issue_id: '1' };
const question = { vendor: 'helpshift', target };

export interface Walker {
  session: SimulatorSession;
  /** Asks for a page of two, or for what is told. */
  ask(query: Record<string, string | number>): Promise<{ i: number; time: number }[]>;
  /** Asks for the first page's head alone. */
  head(): Promise<unknown>;
  verdict(): Completeness;
  /** The records that were missed, with their causes. */
  missed(): [i: string | undefined, cause: string, between: readonly number[]][];
}

/** Until the test is finished. */
export async function walker(fixture: object, options: SessionOptions = {}): Promise<Walker> {
  const simulator = await startSimulator(vendors, { fixture });
  onTestFinished(() => simulator.close());
  const session = await simulator.sessions.open(options);
  const { api_key = '' } = session.vendors.helpshift?.credentials[0] ?? {};
  return {
    session,
    async ask(query) {
      const { body } = await supertest(simulator.url)
        .get('/v2/d/issues/1/_audit_logs')
        .auth(api_key, '')
        .query({ page_size: 2, ...query })
        .expect(200);
      return body.audit_logs.map((record: { action_taken_at: number; to_data: { i: number } }) => ({
        i: record.to_data.i,
        time: record.action_taken_at,
      }));
    },
    head: () =>
      supertest(simulator.url).head('/v2/d/issues/1/_audit_logs').auth(api_key, '').expect(200),
    verdict: () => session.completeness(question),
    missed: () =>
      session
        .completeness(question)
        .missedEvents.map(({ gist, cause, between }) => [
          /i (\d+)/.exec(gist)?.[1],
          cause,
          between,
        ]),
  };
}

/** A record of the issue. */
export const more = (i: number, time: number) => ({
  action_taken_at: time,
  action: 'a',
  to_data: { i },
});
