/** Clients of Helpshift's log that are wrong as only they can be. */
import { asks } from '../../mutants/asks.js';
import type { ClientMutant } from '../../mutants/ClientMutant.js';
import { sends } from '../../mutants/sends.js';
import { takes } from '../../mutants/takes.js';
import type { Got, Query, VendorClient, Wanted } from '../../reference/VendorClient.js';

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

/** As often as any client may ask for what has been announced and is not there. */
const MOST_ASKED = 700;

/** Without what an answer announces. */
const forgetful = takes(({ records, more }) => ({ records, more }));

/** No records, as an answer. */
const nothing: Got = {
  ...{ status: 200, headers: { 'content-type': 'application/json' } },
  body: '{"page":1,"page-size":500,"total-hits":0,"total-pages":1,"audit_logs":[]}',
};

export const clientMutants: readonly ClientMutant[] = [
  {
    name: 'no-colon',
    mistake: 'It takes the key alone for Basic credentials, as a sample of the vendor does.',
    ...{ case: 'credentials/colon', reason: 'gave-up' },
    vendor: () => ({ authorize: ({ api_key = '' }) => basic(api_key) }),
  },
  {
    name: 'encodes-the-key',
    mistake: 'It encodes the key in percent before it sends it.',
    ...{ case: 'credentials/odd-key', reason: 'gave-up' },
    vendor: () => ({ authorize: ({ api_key = '' }) => basic(`${encodeURIComponent(api_key)}:`) }),
  },
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
    name: 'counts-too-early',
    mistake: 'It counts the page up before it has asked for the first one.',
    ...{ case: 'endpoint/reads', reason: 'missing-records' },
    vendor: (right) => ({
      ...forgetful(right),
      ...sends((path) => path.replace(/&page=(\d+)/, (_, page) => `&page=${Number(page) + 1}`))(
        right,
      ),
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
    name: 'so-many-pages',
    mistake: 'It reads the newest first, as many pages as the first answer says that there are.',
    ...{ case: 'growth/none-lost', reason: 'missing-records' },
    vendor: (right) => {
      let pages = 0;
      const { read } = takes(({ records, total = 0 }, { page }) => {
        if (page === 1) pages = Math.ceil(total / 500);
        return { records, more: page < pages };
      })(right);
      return { ...newestFirst(right), ...(read && { read }) };
    },
  },
  {
    name: 'believes-the-last',
    mistake: 'It stops where the last answer says, though another had announced more.',
    ...{ case: 'lies/total-less', reason: 'missing-records' },
    vendor: forgetful,
  },
  {
    name: 'waits-for-the-rest',
    mistake: 'It asks for an empty page again and again, as long as not all is there.',
    ...{ case: 'lies/total-more', reason: 'too-many-requests' },
    send: (right) => async (base, wanted) => {
      let got = await right(base, wanted);
      for (let tried = 0; tried <= MOST_ASKED && got.body.endsWith(':[]}'); tried++)
        got = await right(base, wanted);
      return got;
    },
  },
  {
    name: 'seconds',
    mistake: 'It asks for since and until in seconds.',
    ...{ case: 'parameters/until', reason: 'missing-records' },
    vendor: sends((path) => path.replace(/(since|until)=(\d+)\d{3}/g, '$1=$2')),
  },
  {
    name: 'whole-seconds',
    mistake: 'It leaves out the milliseconds of since and until.',
    ...{ case: 'parameters/milliseconds', reason: 'missing-records' },
    vendor: sends((path) => path.replace(/(since|until)=(\d+)\d{3}/g, '$1=$2000')),
  },
  {
    name: 'local-time',
    mistake: 'It takes since and until for the time of where it runs, five and a half hours ahead.',
    ...{ case: 'parameters/since', reason: 'invented-records' },
    vendor: asks(local),
  },
  {
    name: 'actions-again-and-again',
    mistake: 'It gives each action in a parameter of its own, of which the last counts.',
    ...{ case: 'parameters/actions-several', reason: 'missing-records' },
    vendor: sends((path, { query: { actions = [] } }) =>
      [
        path.replace(/&actions=[^&]*/, ''),
        ...actions.map((action) => `actions=${encodeURIComponent(action)}`),
      ].join('&'),
    ),
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
  {
    name: 'reset-as-a-duration',
    mistake: 'It takes X-Rate-Limit-Reset for how long to wait, and not for when.',
    ...{ case: 'refusals/waits', reason: 'waited-too-long' },
    vendor: () => ({ waitOf: ({ headers }) => Number(headers['x-rate-limit-reset']) }),
  },
  {
    name: 'reset-in-seconds',
    mistake: 'It takes X-Rate-Limit-Reset for seconds since 1970, which are long to come.',
    ...{ case: 'refusals/waits', reason: 'waited-too-long' },
    vendor: ({ waitOf }) => ({
      waitOf: (got) => {
        const reset = `${got.headers['x-rate-limit-reset']}000`;
        return waitOf({ ...got, headers: { ...got.headers, 'x-rate-limit-reset': reset } });
      },
    }),
  },
  {
    name: 'retry-after-here',
    mistake: 'It takes the time in the body of a 429 for the time of where it runs.',
    ...{ case: 'refusals/waits', reason: 'did-not-wait' },
    vendor: () => ({
      waitOf: ({ headers, body }) => {
        const [, until = ''] = /retry after (.*) UTC/.exec(body) ?? [];
        return Math.max(0, Date.parse(ahead(`${until}Z`)) - Date.parse(headers.date ?? ''));
      },
    }),
  },
  {
    name: 'errors-are-none',
    mistake: 'It counts no records where there was an error, whatever it was.',
    ...{ case: 'refusals/not-found', reason: 'no-error' },
    also: [
      ...['refusals/revoked', 'refusals/forbidden', 'refusals/switched-off'],
      ...['refusals/bad-request', 'refusals/limited-for-good', 'refusals/waits-on-last-page'],
      ...['transport/unavailable', 'transport/unavailable-for-good', 'transport/reset'],
      ...['transport/reset-for-good', 'transport/cut', 'transport/cut-for-good'],
      ...['transport/close', 'transport/gzip-cut', 'transport/wrong-length'],
      ...['lies/login-page', 'lies/login-page-later', 'lies/wrong-type', 'lies/truncated'],
      ...['lies/comma', 'lies/quotes', 'growth/deleted'],
    ],
    vendor: forgetful,
    send: (right) => (base, wanted) =>
      right(base, wanted).then(
        (got) => (got.status === 200 && isJson(got) ? got : nothing),
        () => nothing,
      ),
  },
];

function newestFirst(right: VendorClient): Partial<VendorClient> {
  return {
    ...sends((path) => path.replace('sort_order=asc', 'sort_order=desc'))(right),
    isTurnedRound: ({ order }) => order === 'asc',
  };
}

function basic(pair: string): Wanted['headers'] {
  return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}

function local({ since, until, ...query }: Query): Query {
  return {
    ...query,
    ...(since !== undefined && { since: ahead(since) }),
    ...(until !== undefined && { until: ahead(until) }),
  };
}

function ahead(instant: string): string {
  return new Date(Date.parse(instant) - 5.5 * 60 * 60 * 1000).toISOString();
}

function isJson({ headers, body }: Got): boolean {
  try {
    JSON.parse(body);
    return headers['content-type'] === 'application/json';
  } catch {
    return false;
  }
}
