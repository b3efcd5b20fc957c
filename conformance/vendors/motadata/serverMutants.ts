/** Servers of Motadata that are wrong in a way of their own. */
import { answersJson } from '../../mutants/answersJson.js';
import type { ServerMutant } from '../../mutants/ServerMutant.js';
import { isObject } from '../../reference/isObject.js';
import type { Wanted } from '../../reference/VendorClient.js';

/** Every mutant of an answer has a visit more. */
let visits = 0;

export const serverMutants: readonly ServerMutant[] = [
  {
    name: 'motadata-breaks',
    mistake: 'answers every audit with an error of its own',
    ...{ case: 'endpoint/answers', reason: 'refused' },
    answers: (right, wanted) =>
      isAudit(wanted) && right.status === 200 ? { ...right, status: 500, body: '{}' } : right,
  },
  {
    name: 'motadata-other-envelope',
    mistake: 'puts the entries under a name of its own',
    ...{ case: 'endpoint/answers', reason: 'wrong-shape' },
    answers: audits((entries) => ({ entries })),
  },
  {
    name: 'motadata-counts-readers',
    mistake: 'writes each reading of the audit into the audit',
    ...{ case: 'endpoint/repeats', reason: 'invented-records' },
    answers: audits((entries) => [
      ...entries,
      { ...entries.at(-1), auditString: `System has added Visit ${++visits}.` },
    ]),
  },
  {
    name: 'motadata-says-html',
    mistake: 'says that its JSON is HTML',
    ...{ case: 'endpoint/json', reason: 'wrong-header' },
    answers: ({ headers, ...right }) => ({
      ...right,
      headers: { ...headers, 'content-type': 'text/html;charset=UTF-8' },
    }),
  },
  {
    name: 'motadata-answers-get',
    mistake: 'answers a GET as well',
    ...{ case: 'endpoint/get', reason: 'not-refused' },
    heard: (wanted) => ({
      ...wanted,
      ...(wanted.method === 'GET' && { method: 'POST', body: '{}' }),
    }),
  },
  {
    name: 'motadata-numbers-dates',
    mistake: 'writes dates as numbers',
    ...{ case: 'records/fields', reason: 'wrong-record' },
    answers: audits((entries) =>
      entries.map((entry) => ({ ...entry, auditDate: Date.parse(entry.auditDate) })),
    ),
  },
  {
    name: 'motadata-has-more',
    mistake: 'gives entries an id that the page does not have',
    ...{ case: 'records/nothing-else', reason: 'wrong-record' },
    answers: audits((entries) => entries.map((entry, id) => ({ id, ...entry }))),
  },
  {
    name: 'motadata-says-nothing',
    mistake: 'leaves sentences empty',
    ...{ case: 'records/sentences', reason: 'wrong-record' },
    answers: audits((entries) => entries.map((entry) => ({ ...entry, auditString: '' }))),
  },
  {
    name: 'motadata-days-only',
    mistake: 'leaves the time of day away',
    ...{ case: 'records/dates', reason: 'wrong-record' },
    answers: audits((entries) =>
      entries.map((entry) => ({ ...entry, auditDate: entry.auditDate.slice(0, 17) })),
    ),
  },
  {
    name: 'motadata-by-sentence',
    mistake: 'sorts the entries by what they say',
    ...{ case: 'records/in-order', reason: 'wrong-order' },
    answers: audits((entries) =>
      [...entries].sort((a, b) => (a.auditString < b.auditString ? -1 : 1)),
    ),
  },
  {
    name: 'motadata-empty-is-none',
    mistake: 'takes a request without entries for one that there is not',
    ...{ case: 'records/none', reason: 'refused' },
    answers: (right, wanted) =>
      isAudit(wanted) && right.body === '[]' ? { ...right, status: 404 } : right,
  },
  {
    name: 'motadata-two-characters',
    mistake: 'takes only an empty object without anything in it',
    ...{ case: 'bodies/as-shown', reason: 'refused' },
    heard: (wanted) =>
      isAudit(wanted) && /^\{\s+\}$/.test(wanted.body ?? '') ? { ...wanted, body: '' } : wanted,
  },
  {
    name: 'motadata-no-body',
    mistake: 'takes no body for an empty object',
    ...{ case: 'bodies/missing', reason: 'not-refused' },
    heard: takes((body) => body === undefined),
  },
  {
    name: 'motadata-broken-body',
    mistake: 'takes what is no JSON for an empty object',
    ...{ case: 'bodies/broken', reason: 'not-refused' },
    heard: takes((body) => body === '{'),
  },
  {
    name: 'motadata-any-json',
    mistake: 'takes any JSON for an empty object',
    ...{ case: 'bodies/list', reason: 'not-refused', also: ['bodies/text'] },
    heard: takes((body = '') => /^(\[\]|".*")$/.test(body)),
  },
  {
    name: 'motadata-bare-keys',
    mistake: 'takes keys only without the word before them',
    ...{ case: 'credentials/key', reason: 'refused' },
    heard: authorized((value) => (value.includes(' ') ? 'none' : `Apikey ${value}`)),
  },
  {
    name: 'motadata-keys-only',
    mistake: 'takes no tokens',
    ...{ case: 'credentials/token', reason: 'refused' },
    heard: authorized((value) => (value.startsWith('Bearer ') ? 'none' : value)),
  },
  {
    name: 'motadata-case-counts',
    mistake: 'takes the word before the key only with a capital letter',
    ...{ case: 'credentials/small-letters', reason: 'refused' },
    heard: authorized((value) => (value.startsWith('apikey ') ? 'none' : value)),
  },
  {
    name: 'motadata-empty-to-strangers',
    mistake: 'answers those whom it does not know with an empty list',
    ...{ case: 'credentials/none', reason: 'not-refused', also: ['tickets/credential'] },
    answers: (right, { headers }) =>
      right.status === 401 && headers.authorization === undefined
        ? { ...right, status: 200, body: '[]' }
        : right,
  },
  {
    name: 'motadata-forbids-strangers',
    mistake: 'refuses with 403 a credential that it does not know',
    ...{ case: 'credentials/unknown-key', reason: 'wrong-status' },
    also: ['credentials/unknown-token', 'credentials/no-value'],
    answers: (right, wanted) =>
      isAudit(wanted) && right.status === 401 ? { ...right, status: 403 } : right,
  },
  {
    name: 'motadata-missing-is-empty',
    mistake: 'answers a request that there is not with an empty list',
    ...{ case: 'refusals/missing', reason: 'not-refused' },
    answers: (right, wanted) =>
      isAudit(wanted) && right.status === 404 ? { ...right, status: 200, body: '[]' } : right,
  },
  {
    name: 'motadata-word-is-missing',
    mistake: 'looks for a request with an id that none can have',
    ...{ case: 'refusals/word', reason: 'wrong-status' },
    heard: (wanted) => ({ ...wanted, path: wanted.path.replace('/auditrig/', '/404/') }),
  },
  {
    name: 'motadata-reads-names',
    mistake: 'takes the number in a name for the id',
    ...{ case: 'refusals/name', reason: 'not-refused' },
    heard: (wanted) => ({ ...wanted, path: wanted.path.replace('/INC-1/', '/7/') }),
  },
  {
    name: 'motadata-plain-errors',
    mistake: 'writes errors as plain texts',
    ...{ case: 'refusals/shape', reason: 'wrong-shape' },
    answers: (right) => (right.status < 400 ? right : { ...right, body: 'Bad Request' }),
  },
  {
    name: 'motadata-bare-requests',
    mistake: 'lists requests without anything around the list',
    ...{ case: 'tickets/lists', reason: 'wrong-shape' },
    answers: lists(({ objectList }) => objectList),
  },
  {
    name: 'motadata-seconds',
    mistake: 'writes times of requests in seconds',
    ...{ case: 'tickets/times', reason: 'wrong-record' },
    answers: lists(({ objectList, ...rest }) => ({
      ...rest,
      objectList: objectList.map(({ createdTime, ...row }) => ({
        ...row,
        createdTime: Math.floor(Number(createdTime) / 1000),
      })),
    })),
  },
  {
    name: 'motadata-one-size',
    mistake: 'has pages of one size, whatever is asked for',
    ...{ case: 'tickets/size', reason: 'wrong-count' },
    heard: ({ path, ...wanted }) => ({ ...wanted, path: path.replace(/&size=\d+/, '') }),
  },
  {
    name: 'motadata-offset-is-page',
    mistake: 'takes the offset for the number of a page',
    ...{ case: 'tickets/pages', reason: 'invented-records' },
    heard: ({ path, ...wanted }) => ({ ...wanted, path: path.replace('offset=2&', 'offset=4&') }),
  },
  {
    name: 'motadata-no-such-page',
    mistake: 'refuses a page behind the last',
    ...{ case: 'tickets/beyond', reason: 'refused' },
    answers: (right) =>
      right.body.startsWith('{"objectList":[]') ? { ...right, status: 404 } : right,
  },
  {
    name: 'motadata-total-of-page',
    mistake: 'counts the requests of the page only',
    ...{ case: 'tickets/total', reason: 'unforeseen' },
    answers: lists(({ objectList }) => ({ objectList, totalCount: objectList.length })),
  },
  {
    name: 'motadata-lifetime-is-text',
    mistake: 'writes the seconds of a token as a text',
    ...{ case: 'tokens/answers', reason: 'wrong-shape' },
    answers: answersJson((body) =>
      isObject(body) && 'expires_in' in body ? { ...body, expires_in: `${body.expires_in}` } : body,
    ),
  },
  {
    name: 'motadata-clients-are-fields',
    mistake: 'refuses a wrong client as it does a wrong form',
    ...{ case: 'tokens/unknown-client', reason: 'wrong-status', also: ['tokens/no-client'] },
    answers: (right, wanted) =>
      isToken(wanted) && right.status === 401 ? { ...right, status: 400 } : right,
  },
  {
    name: 'motadata-fields-are-clients',
    mistake: 'refuses a wrong form as it does a wrong client',
    ...{ case: 'tokens/other-grant', reason: 'wrong-status' },
    also: ['tokens/no-grant', 'tokens/wrong-refresh'],
    answers: (right, wanted) =>
      isToken(wanted) && right.status === 400 ? { ...right, status: 401 } : right,
  },
];

interface Entry {
  auditString: string;
  auditDate: string;
}

interface Page {
  objectList: readonly Readonly<Record<string, unknown>>[];
  totalCount: number;
}

function isAudit({ path }: Wanted): boolean {
  return path.includes('/audit/search/byqual');
}

function isToken({ path }: Wanted): boolean {
  return path.startsWith('/api/oauth/');
}

/** Another body of an audit that has entries. */
function audits(change: (entries: readonly Entry[]) => unknown) {
  return answersJson((body, wanted) => {
    const entries = body as readonly Entry[];
    return isAudit(wanted) && entries.length > 0 ? change(entries) : body;
  });
}

/** Another body of the list of requests. */
function lists(change: (page: Page) => unknown) {
  return answersJson((body, wanted) =>
    isAudit(wanted) || isToken(wanted) ? body : change(body as Page),
  );
}

/** For an empty object on the audit's path. @param isTaken which bodies are */
function takes(isTaken: (body: string | undefined) => boolean) {
  return (wanted: Wanted): Wanted =>
    isAudit(wanted) && isTaken(wanted.body) ? { ...wanted, body: '{}' } : wanted;
}

/** Another credential on the audit's path. */
function authorized(change: (authorization: string) => string) {
  return (wanted: Wanted): Wanted => {
    const { authorization = '' } = wanted.headers;
    return isAudit(wanted) && authorization !== ''
      ? { ...wanted, headers: { ...wanted.headers, authorization: change(authorization) } }
      : wanted;
  };
}
