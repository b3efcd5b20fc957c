import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ClientOptions } from '../../CheckOptions.js';
import type { ClientFunction } from '../../subjects/functionSubject.js';
import { judge, reference } from '../../testing/judging.js';
import type { Timeline } from './Timeline.js';

type Fetch = ClientFunction['fetch'];
type Json = Record<string, unknown>;

/** 1100 records, on three pages; they come newest first. */
const PAGES = 'helpshift/client/pages/every-page';

/** What is told of the reference where it makes something else of what it reads. */
async function told(
  change: (records: Json[], what: Parameters<Fetch>[0]) => unknown[],
  options: Partial<ClientOptions> = {},
) {
  const fetch: Fetch = async (what, sleep) => {
    const records: Json[] = [];
    for await (const one of reference.fetch(what, sleep) as AsyncIterable<Json>) records.push(one);
    return change(records, what);
  };
  const { cases } = await judge({ fetch }, { patterns: [PAGES], ...options });
  return cases[0];
}

const stretchesOf = ({ stretches }: Timeline) =>
  stretches.map(({ fate, from, to, served, firstAt, lastAt }) => [
    ...[fate, from, to, served.join(' ')],
    firstAt.map((at, i) => `${at}-${lastAt[i]}`).join(' '),
  ]);

describe('the timeline of a failure', () => {
  it('says of all records in which answer they were served, and where they came back', async () => {
    const one = await told((records) => [...records.slice(0, 700), ...records.slice(703)]);
    const timeline = one?.timeline as Timeline;
    expect(stretchesOf(timeline)).toEqual([
      ['returned', 1, 397, '1', '1097-701'],
      ['lost', 398, 400, '1', ''],
      ['returned', 401, 500, '1', '700-601'],
      ['returned', 501, 1000, '2', '600-101'],
      ['returned', 1001, 1100, '3', '100-1'],
    ]);
    expect(timeline).toMatchObject({ records: 1100, returned: 1097, wrong: { lost: 3 }, left: 0 });
    expect(timeline.stretches[1]?.says).toBe('it was served and not delivered (answer 1)');
    expect(timeline.answers).toMatchObject([
      { n: 1, from: 1, to: 500, total: 1100, order: 'asc', arrived: 'whole' },
      { n: 2, from: 501, to: 1000 },
      { n: 3, from: 1001, to: 1100 },
    ]);
  });

  it('says why records were never served', async () => {
    const fetch: Fetch = async ({ base_url, credentials }) => {
      const authorization = `Basic ${btoa(`${credentials.api_key}:`)}`;
      const url = `${base_url}/v2/acme/issues/3423/_audit_logs?sort_order=asc`;
      const answer = await globalThis.fetch(url, { headers: { authorization } });
      return ((await answer.json()) as { audit_logs: unknown[] }).audit_logs;
    };
    const { cases } = await judge({ fetch }, { patterns: [PAGES] });
    const timeline = cases[0]?.timeline as Timeline;
    expect(stretchesOf(timeline)).toEqual([
      ['returned', 1, 200, '1', '1-200'],
      ['missed', 201, 1100, '', ''],
    ]);
    expect(timeline.stretches[1]?.says).toMatch(/^it stood behind the last answer/);
  });

  it('says at which places a record came back again', async () => {
    const one = await told((records) => [...records, ...records.slice(0, 2)]);
    expect(stretchesOf(one?.timeline as Timeline).at(-1)).toEqual([
      ...['repeated', 1099, 1100, '3', '2-1 1102-1101'],
    ]);
  });

  it('tells a record that was altered from one that was invented, which it shows', async () => {
    const one = await told(([first, ...rest]) => [
      { ...first, action: 'other' },
      ...rest,
      { made: '<b>up</b>' },
    ]);
    const timeline = one?.timeline as Timeline;
    expect(stretchesOf(timeline).at(-1)).toEqual(['altered', 1100, 1100, '3', '1-1']);
    expect(timeline.invented).toEqual({
      count: 1,
      first: [{ at: 1101, excerpt: '{"made":"<b>up</b>"}' }],
    });
  });

  it('says when a record could be read that came late', async () => {
    const shelf = readFileSync('fixtures/helpshift/late.yaml', 'utf8');
    const file = join(tmpdir(), 'late-timeline.yaml');
    writeFileSync(file, shelf.replace('now: 2025-03-03T08:36', 'now: 2025-03-03T08:56'));
    const one = await told((records) => records.slice(1), { patterns: [], fixtures: [file] });
    const late = one?.timeline?.stretches.find(({ visible }) => visible);
    expect(late).toMatchObject({ first: '2025-03-03T08:30:00.500Z', from: late?.to });
    expect(late?.visible).toBe('2025-03-03T08:40:00.500Z');
  });

  it('is of so many stretches at most, what is wrong first, and says how many records it leaves out', async () => {
    const one = await told((records) =>
      records.filter((_, at) => at % 2 === 0 || at > 600).filter((_, at) => at > 500 || at < 490),
    );
    const timeline = one?.timeline as Timeline;
    const { stretches, left, records } = timeline;
    expect(stretches).toHaveLength(100);
    expect(stretches.filter(({ fate }) => fate === 'lost').length).toBeGreaterThanOrEqual(50);
    expect(stretches.reduce((sum, { from, to }) => sum + to - from + 1, left)).toBe(records);
    expect(stretches.map(({ from }) => from)).toEqual(
      stretches.map(({ from }) => from).sort((a, b) => a - b),
    );
  });

  it('shows no credential, whatever is returned, nor does the failure', async () => {
    const secrets: string[] = [];
    const one = await told((records, { credentials }) => {
      secrets.push(...Object.values(credentials));
      return [...records, { key: `${'x'.repeat(145)}${secrets[0]}` }];
    });
    const fetch: Fetch = ({ credentials }) => {
      secrets.push(...Object.values(credentials));
      throw Object.assign(new Error(`not with ${credentials.api_key}`), { code: 'unauthorized' });
    };
    const { cases } = await judge({ fetch }, { patterns: ['helpshift/client/endpoint/reads'] });
    expect(cases[0]?.flaws?.[0]?.says).toContain('not with …');
    expect(one?.timeline?.invented.count).toBe(1);
    for (const secret of secrets) {
      expect(JSON.stringify([one, cases])).not.toContain(secret);
      expect(one?.timeline?.invented.first[0]?.excerpt).not.toContain(secret.slice(0, 8));
    }
  });

  it('passes over what came into being while the client read, where it need not have come back', async () => {
    const patterns = ['helpshift/client/growth/none-lost'];
    const one = await told((records) => records.slice(4), { patterns });
    expect(one?.timeline).toMatchObject({ records: 1000, wrong: { lost: 1 } });
  });

  it('is not there where nothing is wrong, no answer had records, or there is no such ticket', async () => {
    const { cases: others } = await judge(
      { fetch: async () => [] },
      { patterns: ['helpshift/client/refusals/not-found'] },
    );
    expect(others[0]).toMatchObject({ verdict: 'fail' });
    expect(others[0]?.timeline).toBeUndefined();
    expect((await told((records) => records))?.timeline).toBeUndefined();
    const { cases } = await judge({ fetch: async () => [] }, { patterns: [PAGES] });
    expect(cases[0]).toMatchObject({ verdict: 'fail' });
    expect(cases[0]?.timeline).toBeUndefined();
  });
});
