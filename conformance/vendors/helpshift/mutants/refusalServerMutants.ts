/** Servers of Helpshift that let in whom they should not, or refuse in another way. */
import type { ServerMutant } from '../../../mutants/ServerMutant.js';
import type { Got, Wanted } from '../../../reference/VendorClient.js';
import { serverWorld } from '../serverWorld.js';

const { credential, ticket } = serverWorld.account;
const KEY = `Basic ${Buffer.from(`${credential.api_key}:`).toString('base64')}`;

/** As if some had sent the key. */
function letsIn(isMeant: (authorization: string | undefined) => boolean) {
  return (wanted: Wanted): Wanted => {
    const { headers } = wanted;
    if (!isMeant(headers.authorization)) return wanted;
    return { ...wanted, headers: { ...headers, authorization: KEY } };
  };
}

/** Some requests are answered otherwise. */
function answersSome(isMeant: (wanted: Wanted, right: Got) => boolean, answer: Partial<Got>) {
  return (right: Got, wanted: Wanted): Got =>
    isMeant(wanted, right) ? { ...right, ...answer } : right;
}

/** Every domain has what one has. */
function hasOneDomain(wanted: Wanted): Wanted {
  const path = wanted.path.replace(/^(\/v\d\/)[^/]+/, `$1${ticket.domain}`);
  return { ...wanted, path: path.replace('/issues/7/', `/issues/${ticket.issue_id}/`) };
}

export const refusalServerMutants: readonly ServerMutant[] = [
  {
    name: 'helpshift-refuses-sizes',
    mistake: 'refuses a page_size that is out of range',
    ...{ case: 'pages/too-small', reason: 'refused' },
    answers: (right, { path }) => {
      const size = Number(new URLSearchParams(path.split('?')[1]).get('page_size') ?? 200);
      return size < 1 || size > 500 ? { ...right, status: 400, body: '{"message":"No."}' } : right;
    },
  },
  {
    name: 'helpshift-misses-the-empty',
    mistake: 'has an issue without records for one that there is not',
    ...{ case: 'pages/none', reason: 'refused' },
    answers: (right, { path }) => {
      const isEmpty = /"total-hits":0,.*"audit_logs":\[\]/.test(right.body);
      const isWhole = !/since|actions/.test(path);
      return isEmpty && isWhole ? { ...right, status: 404, body: '{"message":"No."}' } : right;
    },
  },
  {
    name: 'helpshift-needs-no-key',
    mistake: 'answers who sends no key',
    ...{ case: 'endpoint/knows-the-key', reason: 'wrong-status' },
    heard: letsIn((authorization) => authorization === undefined),
  },
  {
    name: 'helpshift-hides-from-nobody',
    mistake: 'answers who sends no key that there is nothing',
    ...{ case: 'credentials/nobody', reason: 'wrong-status' },
    answers: answersSome(({ headers }) => headers.authorization === undefined, { status: 404 }),
  },
  {
    name: 'helpshift-takes-any-key',
    mistake: 'looks for a key, and at none',
    ...{ case: 'credentials/unknown', reason: 'not-refused' },
    heard: letsIn((authorization = '') => authorization.includes(' ')),
  },
  {
    name: 'helpshift-falls-over-nothing',
    mistake: 'breaks where credentials have nothing in them',
    ...{ case: 'credentials/malformed', reason: 'wrong-status' },
    answers: answersSome(({ headers }) => headers.authorization === 'Basic', { status: 500 }),
  },
  {
    name: 'helpshift-wants-a-capital',
    mistake: 'knows no scheme in small letters',
    ...{ case: 'credentials/scheme-case', reason: 'refused' },
    answers: answersSome(({ headers }) => headers.authorization?.startsWith('basic') === true, {
      ...{ status: 401, body: '{"error":"unauthorized","message":"No."}' },
    }),
  },
  {
    name: 'helpshift-has-every-issue',
    mistake: 'answers for an issue that there is not, with no records',
    ...{ case: 'refusals/missing', reason: 'not-refused' },
    answers: answersSome((_, { status }) => status === 404, { status: 200, body: '[]' }),
  },
  {
    name: 'helpshift-has-one-domain',
    mistake: 'passes over the domain in the path',
    ...{ case: 'refusals/foreign', reason: 'not-refused' },
    also: ['refusals/nowhere'],
    heard: hasOneDomain,
  },
  {
    name: 'helpshift-has-every-path',
    mistake: 'answers at every path below an issue',
    ...{ case: 'endpoint/unknown-path', reason: 'not-refused' },
    heard: (wanted) => ({ ...wanted, path: wanted.path.replace('_no_such_logs', '_audit_logs') }),
  },
  {
    name: 'helpshift-lists-for-anybody',
    mistake: 'lists issues for who sends no key',
    ...{ case: 'tickets/refuses', reason: 'not-refused' },
    heard: (wanted) =>
      wanted.path.startsWith('/v1/')
        ? { ...wanted, headers: { ...wanted.headers, authorization: KEY } }
        : wanted,
  },
  {
    name: 'helpshift-has-no-depth',
    mistake: 'serves an empty page however deep it is',
    ...{ case: 'tickets/deep', reason: 'not-refused' },
    answers: (right, { path }) =>
      path.startsWith('/v1/') && right.status === 400
        ? { ...right, status: 200, body: '{"issues":[]}' }
        : right,
  },
];
