/** Servers of Helpshift that take requests for something else. */
import { hearsQuery } from '../../../mutants/hearsQuery.js';
import type { ServerMutant } from '../../../mutants/ServerMutant.js';
import { withoutParameter } from '../../../mutants/withoutParameter.js';

const SECOND = 1000;
const MINUTE = 60_000;

const sizeOf = (query: URLSearchParams) => Number(query.get('page_size') ?? 200);

/** Times to a coarser clock. */
function rounding(name: string, round: (time: number) => number) {
  return hearsQuery((query) => {
    const time = Number(query.get(name) ?? Number.NaN);
    if (!Number.isNaN(time)) query.set(name, String(round(time)));
  });
}

/** Fewer actions than were asked for. */
function ofActions(keep: (actions: readonly string[]) => readonly string[]) {
  return hearsQuery((query) => {
    const written = query.get('actions') ?? '';
    if (written.startsWith('[')) query.set('actions', JSON.stringify(keep(JSON.parse(written))));
  });
}

export const requestServerMutants: readonly ServerMutant[] = [
  {
    name: 'helpshift-ignores-page',
    mistake: 'serves the first page whichever is asked for',
    ...{ case: 'pages/partition', reason: 'repeated-records' },
    heard: withoutParameter('page'),
  },
  {
    name: 'helpshift-ignores-page-size',
    mistake: 'passes over page_size',
    ...{ case: 'pages/single', reason: 'wrong-count' },
    also: ['pages/third'],
    heard: withoutParameter('page_size'),
  },
  {
    name: 'helpshift-counts-pages-from-zero',
    mistake: 'takes 0 for the number of the first page',
    ...{ case: 'pages/first', reason: 'invented-records' },
    heard: hearsQuery((query) => {
      if (query.has('page')) query.set('page', String(Number(query.get('page')) + 1));
    }),
  },
  {
    name: 'helpshift-has-small-pages',
    mistake: 'has 20 records on a page where page_size is left out',
    ...{ case: 'pages/default-size', reason: 'missing-records' },
    heard: hearsQuery((query) => {
      if (!query.has('page_size')) query.set('page_size', '20');
    }),
  },
  {
    name: 'helpshift-bends-sizes',
    mistake: 'serves the nearest page_size that there is',
    ...{ case: 'pages/too-large-told', reason: 'wrong-told' },
    heard: hearsQuery((query) => {
      query.set('page_size', String(Math.min(Math.max(sizeOf(query), 1), 500)));
    }),
  },
  {
    name: 'helpshift-serves-the-smallest',
    mistake: 'serves one record where page_size is too large',
    ...{ case: 'pages/too-large', reason: 'missing-records' },
    heard: hearsQuery((query) => {
      if (sizeOf(query) > 500) query.set('page_size', '1');
    }),
  },
  {
    name: 'helpshift-has-200-at-most',
    mistake: 'takes 200 for the largest page_size',
    ...{ case: 'pages/most-told', reason: 'wrong-told' },
    heard: hearsQuery((query) => {
      if (sizeOf(query) > 200) query.set('page_size', '200');
    }),
  },
  {
    name: 'helpshift-has-one-order',
    mistake: 'passes over sort_order',
    ...{ case: 'order/ascending', reason: 'wrong-order' },
    heard: withoutParameter('sort_order'),
  },
  {
    name: 'helpshift-never-descends',
    mistake: 'serves the oldest record first, even where desc is asked for',
    ...{ case: 'order/descending', reason: 'wrong-order' },
    also: ['order/reversed'],
    heard: hearsQuery((query) => query.set('sort_order', 'asc')),
  },
  {
    name: 'helpshift-begins-with-the-oldest',
    mistake: 'serves the oldest record first where no order is asked for',
    ...{ case: 'order/default', reason: 'wrong-order' },
    heard: hearsQuery((query) => {
      if (!query.has('sort_order')) query.set('sort_order', 'asc');
    }),
  },
  {
    name: 'helpshift-ignores-since',
    mistake: 'passes over since',
    ...{ case: 'parameters/since', reason: 'invented-records' },
    heard: withoutParameter('since'),
  },
  {
    name: 'helpshift-ignores-until',
    mistake: 'passes over until',
    ...{ case: 'parameters/until', reason: 'invented-records' },
    heard: withoutParameter('until'),
  },
  {
    name: 'helpshift-knows-one-bound',
    mistake: 'passes over an until that is soon after its since',
    ...{ case: 'parameters/window', reason: 'invented-records' },
    heard: hearsQuery((query) => {
      const [since, until] = [Number(query.get('since')), Number(query.get('until'))];
      if (since > 0 && until - since < 60 * MINUTE) query.delete('until');
    }),
  },
  {
    name: 'helpshift-rounds-until-up',
    mistake: 'serves the whole second in which until is',
    ...{ case: 'parameters/split', reason: 'repeated-records' },
    heard: rounding('until', (time) => Math.ceil(time / SECOND) * SECOND),
  },
  {
    name: 'helpshift-rounds-until-down',
    mistake: 'serves nothing of the minute in which until is',
    ...{ case: 'parameters/around', reason: 'missing-records' },
    heard: rounding('until', (time) => Math.floor(time / MINUTE) * MINUTE),
  },
  {
    name: 'helpshift-has-no-empty-window',
    mistake: 'serves everything where since and until are the same',
    ...{ case: 'parameters/empty-window', reason: 'wrong-count' },
    heard: hearsQuery((query) => {
      if (query.get('since') !== query.get('until')) return;
      query.delete('since');
      query.delete('until');
    }),
  },
  {
    name: 'helpshift-ignores-actions',
    mistake: 'passes over actions',
    ...{ case: 'parameters/actions', reason: 'invented-records' },
    heard: withoutParameter('actions'),
  },
  {
    name: 'helpshift-takes-one-action',
    mistake: 'serves the first of several actions',
    ...{ case: 'parameters/several-actions', reason: 'missing-records' },
    heard: ofActions((actions) => actions.slice(0, 1)),
  },
  {
    name: 'helpshift-takes-two-actions',
    mistake: 'serves no more than two actions',
    ...{ case: 'parameters/all-actions', reason: 'missing-records' },
    heard: ofActions((actions) => actions.slice(0, 2)),
  },
  {
    name: 'helpshift-filters-once',
    mistake: 'passes over since where actions are asked for',
    ...{ case: 'parameters/actions-in-window', reason: 'invented-records' },
    heard: hearsQuery((query) => {
      if (query.has('actions')) query.delete('since');
    }),
  },
  {
    name: 'helpshift-lists-all',
    mistake: 'passes over page-size',
    ...{ case: 'tickets/page-size', reason: 'wrong-count' },
    heard: withoutParameter('page-size'),
  },
  {
    name: 'helpshift-knows-no-underscores',
    mistake: 'knows the parameters of the list with hyphens only',
    ...{ case: 'tickets/spellings', reason: 'wrong-count' },
    heard: (wanted) =>
      wanted.path.startsWith('/v1/') ? withoutParameter('page_size')(wanted) : wanted,
  },
  {
    name: 'helpshift-ignores-created-until',
    mistake: 'passes over created-until',
    ...{ case: 'tickets/earlier', reason: 'wrong-count' },
    heard: withoutParameter('created-until'),
  },
  {
    name: 'helpshift-ignores-updated-since',
    mistake: 'passes over updated-since',
    ...{ case: 'tickets/changed', reason: 'wrong-count' },
    heard: withoutParameter('updated-since'),
  },
];
