/** Clients that are wrong about Helpshift's refusals, waits, and answers that are not what they seem. */
import type { ClientMutant } from '../../../mutants/ClientMutant.js';
import { forgetful } from '../../../mutants/forgetful.js';
import type { Got } from '../../../reference/VendorClient.js';

/** As often as any client may ask for what has been announced and is not there. */
const MOST_ASKED = 700;

/** What the time of where it runs is ahead of UTC, in milliseconds. */
const AHEAD = 5.5 * 60 * 60 * 1000;

/** No records, as an answer. */
const nothing: Got = {
  ...{ status: 200, headers: { 'content-type': 'application/json' } },
  body: '{"page":1,"page-size":500,"total-hits":0,"total-pages":1,"audit_logs":[]}',
};

export const refusalMutants: readonly ClientMutant[] = [
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
        const here = Date.parse(`${until}Z`) - AHEAD;
        return Math.max(0, here - Date.parse(headers.date ?? ''));
      },
    }),
  },
  {
    name: 'no-use-for-400',
    mistake: 'It does not know what to make of a 400.',
    ...{ case: 'refusals/not-found-as-bad-request', reason: 'wrong-error' },
    also: ['refusals/bad-request'],
    vendor: ({ meaning }) => ({
      meaning: (got) => (got.status === 400 ? 'other' : meaning(got)),
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

function isJson({ headers, body }: Got): boolean {
  try {
    JSON.parse(body);
    return headers['content-type'] === 'application/json';
  } catch {
    return false;
  }
}
