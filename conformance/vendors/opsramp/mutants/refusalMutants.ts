/** Clients that are wrong about OpsRamp's refusals, waits, and answers that are not what they seem. */
import type { ClientMutant } from '../../../mutants/ClientMutant.js';
import { takes } from '../../../mutants/takes.js';
import type { Got, Wanted } from '../../../reference/VendorClient.js';

interface Answer {
  results?: unknown[];
  totalResults?: number;
  nextPage?: boolean;
}

export const refusalMutants: readonly ClientMutant[] = [
  {
    name: 'gone-is-empty',
    mistake: 'It takes a tenant that is deactivated for one in which nothing was done.',
    ...{ case: 'refusals/deactivated', reason: 'no-error' },
    send: (right) => async (base, wanted) => {
      const got = await right(base, wanted);
      return got.status === 410 ? answer({ results: [] }) : got;
    },
  },
  {
    name: 'hammers-at-500',
    mistake: 'It takes a 500 with the code 0003 for a server that is out of order.',
    ...{ case: 'refusals/not-found-500', reason: 'wrong-error' },
    vendor: ({ meaning }) => ({
      meaning: (got) => (got.status >= 500 ? 'unavailable' : meaning(got)),
    }),
  },
  {
    name: 'number-in-quotes',
    mistake: 'It cannot read a header whose number stands in quotation marks, and waits no time.',
    ...{ case: 'refusals/waits-quoted', reason: 'did-not-wait' },
    vendor: ({ waitOf }) => ({
      waitOf: (got) => (got.headers['x-ratelimit-reset']?.startsWith('"') ? 0 : waitOf(got)),
    }),
  },
  {
    name: 'adds-up-pages',
    mistake: 'It asks on while nextPage is true or the total is not reached, and adds all up.',
    ...{ case: 'lies/next-page', reason: 'repeated-records' },
    also: ['lies/total-more'],
    send: (right) => async (base, wanted) => {
      const first = await right(base, wanted);
      let body = parsed(first);
      if (!body?.results) return first;
      const results = [...body.results];
      for (let n = 2; n < 60 && isShort(body, results.length); n++) {
        const page = withPath(wanted, (path) => `${path}&pageNo=${n}`);
        body = parsed(await right(base, page));
        results.push(...(body?.results ?? []));
      }
      return answer({ results });
    },
  },
  {
    name: 'never-ends',
    mistake: 'It asks for the next page as long as there is said to be one.',
    ...{ case: 'lies/next-page-for-ever', reason: 'too-many-requests' },
    send: (right) => async (base, wanted) => {
      const first = await right(base, wanted);
      for (let n = 2, got = first; n < 60 && parsed(got)?.nextPage; n++)
        got = await right(
          base,
          withPath(wanted, (path) => `${path}&pageNo=${n}`),
        );
      return first;
    },
  },
  {
    name: 'no-more-than-the-total',
    mistake: 'It keeps as many records as the total says.',
    ...{ case: 'lies/total-less', reason: 'missing-records' },
    vendor: takes(({ records, total }) => ({ records: records.slice(0, total), more: false })),
  },
];

function withPath(wanted: Wanted, make: (path: string) => string): Wanted {
  return { ...wanted, path: make(wanted.path) };
}

function isShort(body: Answer | undefined, count: number): boolean {
  return body?.nextPage === true || (body?.totalResults ?? 0) > count;
}

function answer(body: Answer): Got {
  const headers = { 'content-type': 'application/json' };
  return { status: 200, headers, body: JSON.stringify(body) };
}

function parsed({ body }: Got): Answer | undefined {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
