/** Clients that make something else of what Helpshift's log has. */
import { asks } from '../../../mutants/asks.js';
import type { ClientMutant, VendorMistake } from '../../../mutants/ClientMutant.js';
import { sends } from '../../../mutants/sends.js';
import { takes } from '../../../mutants/takes.js';
import type { Page, VendorClient } from '../../../reference/VendorClient.js';

interface Entry {
  action_taken_at: number;
  actor: { name: string };
  from_data?: unknown;
  to_data?: unknown;
}

/** Those that are met most often. */
const KNOWN_ACTIONS = [
  ...['create-issue', 'add-tags', 'remove-tags', 'assign', 'send-message'],
  ...['update-title', 'resolve', 'reopen'],
];

export const recordMutants: readonly ClientMutant[] = [
  {
    name: 'version-1-names',
    mistake: 'It spells the parameters as version 1 does, with hyphens, and believes in its sizes.',
    ...{ case: 'pages/default-size', reason: 'missing-records' },
    vendor: (right) => ({
      ...sends((path) => path.replace('page_size', 'page-size'))(right),
      ...takes(({ records }) => ({ records, more: records.length === 500 }))(right),
    }),
  },
  {
    name: 'version-1-totals',
    mistake:
      'It asks for pages of 1000, as version 1 has them, and takes a page of fewer for the last.',
    ...{ case: 'pages/every-page', reason: 'missing-records' },
    vendor: (right) => ({
      ...sends((path) => path.replace('page_size=500', 'page_size=1000'))(right),
      ...takes(({ records }) => ({ records, more: records.length === 1000 }))(right),
    }),
  },
  {
    name: 'last-index',
    mistake: 'It takes the total for the place of the last record, counted from 0.',
    ...{ case: 'pages/one-over', reason: 'missing-records' },
    vendor: takes(({ records, total = 0 }, { page }) => ({
      ...{ records, more: page < Math.ceil((total - 1) / 500) },
    })),
  },
  {
    name: 'hyphens-only',
    mistake:
      'It knows the names around the list with hyphens only, and takes what it cannot find for 1.',
    ...{ case: 'pages/snake', reason: 'missing-records' },
    vendor: withAnswer((answer, { page, records }) => ({
      ...{ records, more: page < Number(answer['total-pages'] ?? 1) },
    })),
  },
  {
    name: 'one-list',
    mistake: 'It knows one name of the list, and takes an answer without it for the end.',
    ...{ case: 'pages/other-list-key', reason: 'missing-records' },
    vendor: withAnswer(({ audit_logs: list }, { records, more }) =>
      list ? { records, more } : { records: [], more: false },
    ),
  },
  {
    name: 'one-page-at-least',
    mistake: 'It takes an answer that counts no pages for a broken one.',
    ...{ case: 'pages/no-pages', reason: 'gave-up' },
    vendor: withAnswer((answer, { records, more }) =>
      answer['total-pages'] === 0 ? undefined : { records, more },
    ),
  },
  {
    name: 'until-a-page-is-empty',
    mistake: 'It goes on until a page is empty, whatever the answer says.',
    ...{ case: 'pages/none-beyond-the-last', reason: 'gave-up' },
    vendor: takes(({ records }) => ({ records, more: records.length > 0 })),
  },
  {
    name: 'fears-empty-pages',
    mistake: 'It goes on until a page is not full, and takes a page without records for broken.',
    ...{ case: 'pages/exactly-full', reason: 'gave-up' },
    also: ['pages/empty'],
    vendor: takes(({ records }) =>
      records.length === 0 ? undefined : { records, more: records.length === 500 },
    ),
  },
  {
    name: 'after-the-last-time',
    mistake: 'It goes on behind the time of the last record of a page, whatever else is of that.',
    ...{ case: 'pages/ties', reason: 'missing-records' },
    async *records(right) {
      let [count, last] = [0, Number.NaN];
      for await (const record of right) {
        const { action_taken_at: time } = record as Entry;
        if (time === last) continue;
        yield record;
        count++;
        last = count % 500 === 0 ? time : Number.NaN;
      }
    },
  },
  {
    name: 'newest-first',
    mistake: 'It counts pages from the newest record on, which are others whenever one is added.',
    ...{ case: 'growth/while-reading', reason: 'repeated-records' },
    vendor: newestFirst,
  },
  {
    name: 'pages-at-first',
    mistake: 'It reads as many pages as the first answer says that there are.',
    ...{ case: 'growth/full-page', reason: 'missing-records' },
    vendor: pagesAtFirst,
  },
  {
    name: 'so-many-pages',
    mistake: 'It reads the newest first, as many pages as the first answer says that there are.',
    ...{ case: 'growth/none-lost', reason: 'missing-records' },
    vendor: (right) => ({ ...newestFirst(right), ...pagesAtFirst(right) }),
  },
  {
    name: 'known-actions',
    mistake: 'It asks for the actions that it knows where none are wanted.',
    ...{ case: 'records/any-action', reason: 'missing-records' },
    vendor: asks((query) => ({ actions: KNOWN_ACTIONS, ...query })),
  },
  {
    name: 'times-are-numbers',
    mistake: 'It leaves out records whose time is no number.',
    ...{ case: 'records/other-forms', reason: 'missing-records' },
    async *records(right) {
      for await (const record of right)
        if (typeof (record as Entry).action_taken_at === 'number') yield record;
    },
  },
  {
    name: 'reads-names',
    mistake: 'It looks at the name of every actor, and falls over one that has none.',
    ...{ case: 'records/missing-keys', reason: 'gave-up' },
    async *records(right) {
      for await (const record of right) {
        (record as Entry).actor.name.trim();
        yield record;
      }
    },
  },
  {
    name: 'states-are-objects',
    mistake: 'It passes states on that are objects, and of others that they are none.',
    ...{ case: 'records/any-state', reason: 'altered-records' },
    async *records(right) {
      for await (const record of right) {
        const { from_data, to_data } = record as Entry;
        const isObject = [from_data, to_data].every((state) => typeof (state ?? {}) === 'object');
        yield isObject ? record : { ...(record as Entry), from_data: null, to_data: null };
      }
    },
  },
];

function pagesAtFirst(right: VendorClient): Partial<VendorClient> {
  let pages = 0;
  return takes(({ records, total = 0 }, { page }) => {
    if (page === 1) pages = Math.ceil(total / 500);
    return { records, more: page < pages };
  })(right);
}

/** Makes another page of an answer and what is right of it. */
function withAnswer(
  change: (
    answer: Record<string, unknown>,
    right: Pick<Page, 'records' | 'more'> & { page: number },
  ) => Page | undefined,
): VendorMistake {
  return ({ read }) => ({
    read: (body, place) => {
      const page = read(body, place);
      return page && change(body as Record<string, unknown>, { ...page, page: place.page });
    },
  });
}

function newestFirst(right: VendorClient): Partial<VendorClient> {
  return {
    ...sends((path) => path.replace('sort_order=asc', 'sort_order=desc'))(right),
    isTurnedRound: ({ order }) => order === 'asc',
  };
}
