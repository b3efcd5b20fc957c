import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startSimulator } from './startSimulator.js';
import { afterwards } from './testing/afterwards.js';
import { type RawRequest, rawAnswers } from './testing/paths/rawAnswers.js';
import { vendors } from './vendors/index.js';

const PAGES = 100;
const PAGE_SIZE = 100;

/** A thousand bytes each, so that a page has a hundred thousand, and all have ten million. */
const records = Array.from({ length: PAGES * PAGE_SIZE }, (_, n) => ({
  action_taken_at: Date.UTC(2025, 10, 3) + n,
  action: 'add-tags',
  to_data: { n, note: 'ä'.repeat(475) },
}));

const fixtureOf = (listed: object[]) => ({
  name: 'many',
  now: '2025-11-04T00:00:00Z',
  helpshift: {
    credentials: [{ api_key: 'k' }],
    domains: { d: { issues: { '1': { created: '2025-11-03T00:00:00Z', records: listed } } } },
  },
});

const simulator = await startSimulator(vendors, { fixture: fixtureOf(records) });
afterwards(() => simulator.close());
const added = await simulator.sessions.open({ fixture: fixtureOf([]) });
added.append('helpshift', { domain: 'd', issue_id: '1' }, records);

const keys = { 'laid out': 'k', computed: added.vendors.helpshift?.credentials[0]?.api_key ?? '' };

const pageOf = (
  key: string,
  page: number,
  { method = 'GET', id = '1', size = PAGE_SIZE } = {},
): RawRequest => ({
  method,
  target: `/v2/d/issues/${id}/_audit_logs?sort_order=asc&page=${page}&page_size=${size}`,
  headers: { Authorization: `Basic ${btoa(`${key}:`)}` },
});
const pages = Array.from({ length: PAGES }, (_, i) => i + 1);
const numbersOf = (page: number) =>
  Array.from({ length: PAGE_SIZE }, (_, i) => (page - 1) * PAGE_SIZE + i);

interface Page {
  audit_logs: { to_data: { n: number } }[];
}

/** The numbers of an answer's records, of which none is altered. */
function numbersIn(body: Buffer): number[] {
  const { audit_logs } = JSON.parse(body.toString()) as Page;
  return audit_logs.map((record) => {
    const { n } = record.to_data;
    expect(record).toEqual(records[n]);
    return n;
  });
}

function bodyOf(answer: string): Buffer {
  return Buffer.from(answer.slice(answer.indexOf('\r\n\r\n') + 4), 'latin1');
}

describe.each(Object.entries(keys))('many requests at once for what is %s', (_, key) => {
  for (const manner of ['at once', 'pipelined', 'kept alive'] as const)
    it(`get each its own whole page where they are sent ${manner}`, async () => {
      const asked = pages.map((page) => pageOf(key, page));
      const answers = await rawAnswers(simulator.url, asked, manner);
      expect(answers.map((answer) => numbersIn(bodyOf(answer)))).toEqual(pages.map(numbersOf));
    });

  it('are answered in order on one connection where a thousand short answers wait together', async () => {
    const asked = Array.from({ length: 1000 }, (_, n) => pageOf(key, n + 1, { size: 1 }));
    const answers = await rawAnswers(simulator.url, asked, 'pipelined');
    expect(answers.flatMap((answer) => numbersIn(bodyOf(answer)))).toEqual(asked.map((_, n) => n));
  });

  it('are answered in order on one connection, refusals and answers without a body among them', async () => {
    const asked = pages.map((page) =>
      pageOf(key, page, {
        method: page % 3 === 0 ? 'HEAD' : 'GET',
        id: page % 5 === 0 ? '2' : '1',
      }),
    );
    const pipelined = await rawAnswers(simulator.url, asked, 'pipelined');
    expect(pipelined.map((answer) => answer.slice(9, 12))).toEqual(
      pages.map((page) => (page % 5 === 0 ? '404' : '200')),
    );
    expect(pipelined).toEqual(await rawAnswers(simulator.url, asked, 'alone'));
  });

  it('get it whole who are slow to read while others are answered', async () => {
    const large = pages.slice(0, 40).map((page) => pageOf(key, page, { size: 2 * PAGE_SIZE }));
    const others = pages.slice(0, 3).map((page) => pageOf(key, page, { size: 2 * PAGE_SIZE }));
    const between = () => rawAnswers(simulator.url, others, 'at once');
    const answers = await rawAnswers(simulator.url, large, 'pipelined', between);
    expect(answers.map((answer) => numbersIn(bodyOf(answer)))).toEqual(
      large.map((_, i) => [...numbersOf(2 * i + 1), ...numbersOf(2 * i + 2)]),
    );
  });

  it('get it whole while others hang up', async () => {
    const taken = await Promise.all(
      pages.map(async (page) => {
        const { target, headers } = pageOf(key, page);
        const request = get(simulator.url + target, { headers: { ...headers }, agent: false });
        const [answer] = (await once(request, 'response')) as [IncomingMessage];
        if (page % 2 === 0) return answer.destroy();
        return numbersIn(Buffer.concat(await answer.toArray()));
      }),
    );
    const whole = pages.filter((page) => page % 2 === 1);
    expect(taken.filter(Array.isArray)).toEqual(whole.map(numbersOf));
  });
});
