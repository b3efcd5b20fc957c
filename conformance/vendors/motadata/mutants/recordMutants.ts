/** Clients that make something else of what Motadata's log has. */
import type { ClientMutant, VendorMistake } from '../../../mutants/ClientMutant.js';
import { takes } from '../../../mutants/takes.js';
import type { Wanted } from '../../../reference/VendorClient.js';

interface Entry {
  auditString: string;
  auditDate: string;
}

export const recordMutants: readonly ClientMutant[] = [
  {
    name: 'only-a-list',
    mistake: 'It cannot read an objectList.',
    ...{ case: 'pages/object-list', reason: 'gave-up' },
    vendor: ({ read }) => ({
      read: (body, place) => (Array.isArray(body) ? read(body, place) : undefined),
    }),
  },
  {
    name: 'deaf-to-the-total',
    mistake: 'It takes what an objectList has for all, whatever the totalCount says.',
    ...{ case: 'pages/part-is-not-all', reason: 'missing-records' },
    vendor: takes(({ records }) => ({ records, more: false })),
  },
  {
    name: 'until-a-page-is-empty',
    mistake: 'It goes on by offset until a page is empty, which never comes.',
    ...{ case: 'pages/one-piece', reason: 'repeated-records' },
    send: (right) => async (base, wanted) => {
      const got = await right(base, wanted);
      const all = listOf(got.body);
      if (!all || all.length < 25) return got;
      for (let n = 1; n < 20; n++) {
        const more = await right(base, paged(wanted, all.length));
        all.push(...(listOf(more.body) ?? []));
      }
      return { ...got, body: JSON.stringify(all) };
    },
  },
  {
    name: 'wants-something',
    mistake: 'It takes a list without entries for broken.',
    ...{ case: 'pages/empty', reason: 'gave-up' },
    vendor: takes((page) => (page.records.length === 0 ? undefined : page)),
  },
  {
    name: 'no-list-of-one',
    mistake: 'It takes a list of one for an entry, and finds nothing in it.',
    ...{ case: 'pages/single', reason: 'missing-records' },
    vendor: takes((page) => (page.records.length === 1 ? { records: [], more: false } : page)),
  },
  {
    name: 'two-thousand',
    mistake: 'It keeps 2,000 entries, as many as it would ask siblings for.',
    ...{ case: 'pages/large', reason: 'missing-records' },
    vendor: takes(({ records }) => ({ records: records.slice(0, 2000), more: false })),
  },
  {
    name: 'as-it-came',
    mistake: 'It hands the list on as it came, whatever order is asked for.',
    ...{ case: 'order/asc', reason: 'wrong-order' },
    vendor: () => ({ isTurnedRound: () => false }),
  },
  {
    name: 'sorts-by-text',
    mistake: 'It sorts by the date as a text.',
    ...{ case: 'order/desc', reason: 'wrong-order' },
    vendor: takes((page) => ({
      ...page,
      records: (page.records as Entry[]).toSorted((a, b) => (a.auditDate < b.auditDate ? 1 : -1)),
    })),
  },
  {
    name: 'sorts-by-minute',
    mistake: 'It sorts by the time itself, and mixes up what was done in one minute.',
    ...{ case: 'order/ties', reason: 'wrong-order' },
    vendor: takes((page) => ({
      ...page,
      records: (page.records as Entry[]).toSorted(
        (a, b) =>
          Date.parse(b.auditDate) - Date.parse(a.auditDate) ||
          (a.auditString < b.auditString ? -1 : 1),
      ),
    })),
  },
  {
    name: 'reads-dates',
    mistake: 'It leaves out entries whose date is not written as on the page.',
    ...{ case: 'records/own-format', reason: 'missing-records' },
    vendor: takes((page) => ({
      ...page,
      records: (page.records as Entry[]).filter(({ auditDate }) =>
        /^\w{3}, \w{3} \d\d, \d{4} \d\d:\d\d [ap]m$/.test(auditDate),
      ),
    })),
  },
  {
    name: 'ascii',
    mistake: 'It knows no letters but those of English.',
    ...{ case: 'records/unicode', reason: 'altered-records' },
    vendor: withSentence((text) => text.replace(/[^\p{ASCII}]/gu, '?')),
  },
  {
    name: 'tidies-up',
    mistake: 'It takes blanks and line breaks in sentences for one blank.',
    ...{ case: 'records/odd-strings', reason: 'altered-records' },
    vendor: withSentence((text) => text.replace(/\s+/g, ' ').trim()),
  },
  {
    name: 'cuts-sentences',
    mistake: 'It keeps as much of a sentence as fits into its column.',
    ...{ case: 'records/long-texts', reason: 'altered-records' },
    vendor: withSentence((text) => text.slice(0, 1024)),
  },
  {
    name: 'one-a-minute',
    mistake: 'It takes the same sentence in the same minute for one entry.',
    ...{ case: 'records/identical', reason: 'missing-records' },
    vendor: takes(({ records }) => {
      const of = new Map((records as Entry[]).map((one) => [one.auditString + one.auditDate, one]));
      return { records: [...of.values()], more: false };
    }),
  },
];

/** Makes something else of each sentence. */
function withSentence(make: (text: string) => string): VendorMistake {
  return takes((page) => ({
    ...page,
    records: (page.records as Entry[]).map((one) => ({
      ...one,
      auditString: make(one.auditString),
    })),
  }));
}

function paged(wanted: Wanted, offset: number): Wanted {
  return { ...wanted, path: `${wanted.path}?offset=${offset}&size=25` };
}

/** Undefined where it is none. */
function listOf(body: string): unknown[] | undefined {
  try {
    const list = JSON.parse(body);
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}
