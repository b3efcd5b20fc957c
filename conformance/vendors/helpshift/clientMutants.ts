/** Clients of Helpshift's log that are wrong as only they can be. */
import type { ClientMutant } from '../../mutants/ClientMutant.js';

export const clientMutants: readonly ClientMutant[] = [
  {
    name: 'version-1-totals',
    mistake:
      'It asks for pages of 1000, as version 1 has them, and takes a page of fewer for the last.',
    ...{ case: 'pages/every-page', reason: 'missing-records' },
    vendor: ({ request, read }) => ({
      request: (question, place) => {
        const wanted = request(question, place);
        return { ...wanted, path: wanted.path.replace('page_size=500', 'page_size=1000') };
      },
      read: (body, place) => {
        const page = read(body, place);
        return page && { ...page, more: page.records.length === 1000 };
      },
    }),
  },
  {
    name: 'fears-empty-pages',
    mistake: 'It goes on until a page is not full, and takes a page without records for broken.',
    ...{ case: 'pages/exactly-full', reason: 'gave-up' },
    vendor: ({ read }) => ({
      read: (body, place) => {
        const page = read(body, place);
        if (!page || page.records.length === 0) return undefined;
        return { records: page.records, more: page.records.length === 500 };
      },
    }),
  },
];
