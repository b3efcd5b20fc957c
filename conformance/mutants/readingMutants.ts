/** Clients that read wrongly as any vendor's may: pages, order, windows, and the records themselves. */

import { asks } from './asks.js';
import type { ClientMutant } from './ClientMutant.js';
import { changed } from './changed.js';
import { takes } from './takes.js';

export const readingMutants: readonly ClientMutant[] = [
  {
    name: 'loses-the-last',
    mistake: 'It never passes on the record that it holds when the log ends.',
    ...{ case: 'endpoint/reads', reason: 'missing-records' },
    async *records(right) {
      let held: { record: unknown } | undefined;
      for await (const record of right) {
        if (held) yield held.record;
        held = { record };
      }
    },
  },
  {
    name: 'first-page-only',
    mistake: 'It takes the first page for all there is.',
    ...{ case: 'pages/every-page', reason: 'missing-records' },
    vendor: takes(({ records }) => ({ records, more: false })),
  },
  {
    name: 'unwraps-one',
    mistake: 'It takes a list of one record for the record, and lists what is in that.',
    ...{ case: 'pages/single', reason: 'altered-records' },
    also: ['pages/one-over'],
    vendor: takes((page) => {
      const [first, ...others] = page.records;
      return others.length > 0 ? page : { ...page, records: Object.values(first ?? {}) };
    }),
  },
  {
    name: 'fears-nothing-there',
    mistake: 'It takes an answer without records for a broken one.',
    ...{ case: 'pages/empty', reason: 'gave-up' },
    also: ['parameters/window-empty', 'parameters/actions-none'],
    vendor: takes((page) => (page.records.length === 0 ? undefined : page)),
  },
  {
    name: 'ten-thousand',
    mistake: 'It stops without a word after 10,000 records.',
    ...{ case: 'pages/large', reason: 'missing-records' },
    async *records(right) {
      let left = 10_000;
      for await (const record of right) {
        yield record;
        left--;
        if (left === 0) return;
      }
    },
  },
  {
    name: 'forgets-since',
    mistake: 'It does not ask for since, and passes on whatever comes.',
    ...{ case: 'parameters/since', reason: 'invented-records' },
    vendor: asks(({ since: _, ...query }) => query),
  },
  {
    name: 'forgets-until',
    mistake: 'It does not ask for until, and passes on whatever comes.',
    ...{ case: 'parameters/until', reason: 'invented-records' },
    vendor: asks(({ until: _, ...query }) => query),
  },
  {
    name: 'either-bound',
    mistake: 'It asks for until only where there is no since.',
    ...{ case: 'parameters/window', reason: 'invented-records' },
    vendor: asks(({ until, ...query }) =>
      query.since === undefined && until !== undefined ? { ...query, until } : query,
    ),
  },
  {
    name: 'filters-the-first-page',
    mistake: 'It says what it wants when it asks for the first page, and not for the others.',
    ...{ case: 'parameters/window-pages', reason: 'repeated-records' },
    also: ['parameters/actions-pages'],
    vendor: asks((query, { page }) => (page > 1 ? {} : query)),
  },
  {
    name: 'forgets-actions',
    mistake: 'It does not ask for actions, and passes on whatever comes.',
    ...{ case: 'parameters/actions', reason: 'invented-records' },
    also: ['parameters/actions-none'],
    vendor: asks(({ actions: _, ...query }) => query),
  },
  {
    name: 'first-action',
    mistake: 'It asks for the first of several actions only.',
    ...{ case: 'parameters/actions-several', reason: 'missing-records' },
    vendor: asks(({ actions, ...query }) => ({
      ...query,
      ...(actions && { actions: actions.slice(0, 1) }),
    })),
  },
  {
    name: 'oldest-first-always',
    mistake: 'It passes records on oldest first, whatever is asked for.',
    ...{ case: 'order/desc', reason: 'wrong-order' },
    records: (right, { order }) => (order === 'desc' ? turned(right) : right),
  },
  {
    name: 'newest-first-always',
    mistake: 'It passes records on newest first, whatever is asked for.',
    ...{ case: 'order/asc', reason: 'wrong-order' },
    records: (right, { order }) => (order === 'asc' ? turned(right) : right),
  },
  {
    name: 'batches-backwards',
    mistake: 'It passes records on in batches of a hundred, each the wrong way round.',
    ...{ case: 'order/desc-pages', reason: 'wrong-order' },
    also: ['order/asc-pages'],
    async *records(right, { order }) {
      let batch: unknown[] = [];
      for await (const record of right) {
        batch.push(record);
        if (batch.length < 100) continue;
        yield* order === undefined ? batch : batch.reverse();
        batch = [];
      }
      yield* batch;
    },
  },
  {
    name: 'composes',
    mistake: 'It brings texts into the form in which letter and accent are one.',
    ...{ case: 'records/unicode', reason: 'altered-records' },
    records: (right) => changed(right, (text) => text.normalize('NFC')),
  },
  {
    name: 'cleans',
    mistake: 'It takes control characters out of texts, tabs and the ends of lines too.',
    ...{ case: 'records/odd-strings', reason: 'altered-records' },
    records: (right) => changed(right, (text) => text.replace(/\p{Cc}/gu, '')),
  },
  {
    name: 'once-each',
    mistake: 'It passes only one on of records that are the same.',
    ...{ case: 'records/identical', reason: 'missing-records' },
    async *records(right) {
      const seen = new Set<string>();
      for await (const record of right) {
        const text = JSON.stringify(record);
        if (!seen.has(text)) yield record;
        seen.add(text);
      }
    },
  },
  {
    name: 'leaves-out-the-long',
    mistake: 'It leaves out records of more than 2 KiB, for which it has no room.',
    ...{ case: 'records/large-record', reason: 'missing-records' },
    async *records(right) {
      for await (const record of right) if (JSON.stringify(record).length <= 2048) yield record;
    },
  },
];

async function* turned(right: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  const all: unknown[] = [];
  for await (const record of right) all.push(record);
  yield* all.reverse();
}
