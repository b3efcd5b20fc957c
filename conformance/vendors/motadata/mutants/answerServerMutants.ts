/** Servers of Motadata that answer what is wrong. */
import { answersJson } from '../../../mutants/answersJson.js';
import type { ServerMutant } from '../../../mutants/ServerMutant.js';
import { isObject } from '../../../reference/isObject.js';
import type { Wanted } from '../../../reference/VendorClient.js';

/** Each answer of one of them has a visit more. */
let visits = 0;

export const answerServerMutants: readonly ServerMutant[] = [
  {
    name: 'motadata-server-breaks',
    mistake: 'answers every audit with an error of its own',
    ...{ case: 'endpoint/answers', reason: 'refused' },
    answers: (right, wanted) =>
      isAudit(wanted) && right.status === 200 ? { ...right, status: 500, body: '{}' } : right,
  },
  {
    name: 'motadata-server-other-envelope',
    mistake: 'puts the entries under a name of its own',
    ...{ case: 'endpoint/answers', reason: 'wrong-shape' },
    answers: audits((entries) => ({ entries })),
  },
  {
    name: 'motadata-server-counts-readers',
    mistake: 'writes each reading of the audit into the audit',
    ...{ case: 'endpoint/repeats', reason: 'invented-records' },
    answers: audits((entries) => [
      ...entries,
      { ...entries.at(-1), auditString: `System has added Visit ${++visits}.` },
    ]),
  },
  {
    name: 'motadata-server-says-html',
    mistake: 'says that its JSON is HTML',
    ...{ case: 'endpoint/json', reason: 'wrong-header' },
    answers: ({ headers, ...right }) => ({
      ...right,
      headers: { ...headers, 'content-type': 'text/html;charset=UTF-8' },
    }),
  },
  {
    name: 'motadata-server-numbers-dates',
    mistake: 'writes dates as numbers',
    ...{ case: 'records/fields', reason: 'wrong-record' },
    answers: audits((entries) =>
      entries.map((entry) => ({ ...entry, auditDate: Date.parse(entry.auditDate) })),
    ),
  },
  {
    name: 'motadata-server-has-more',
    mistake: 'gives entries an id that the page does not have',
    ...{ case: 'records/nothing-else', reason: 'wrong-record' },
    answers: audits((entries) => entries.map((entry, id) => ({ id, ...entry }))),
  },
  {
    name: 'motadata-server-says-nothing',
    mistake: 'leaves sentences empty',
    ...{ case: 'records/sentences', reason: 'wrong-record' },
    answers: audits((entries) => entries.map((entry) => ({ ...entry, auditString: '' }))),
  },
  {
    name: 'motadata-server-days-only',
    mistake: 'leaves the time of day away',
    ...{ case: 'records/dates', reason: 'wrong-record' },
    answers: audits((entries) =>
      entries.map((entry) => ({ ...entry, auditDate: entry.auditDate.slice(0, 17) })),
    ),
  },
  {
    name: 'motadata-server-by-sentence',
    mistake: 'sorts the entries by what they say',
    ...{ case: 'records/in-order', reason: 'wrong-order' },
    answers: audits((entries) =>
      [...entries].sort((a, b) => (a.auditString < b.auditString ? -1 : 1)),
    ),
  },
  {
    name: 'motadata-server-bare-requests',
    mistake: 'lists requests without anything around the list',
    ...{ case: 'tickets/lists', reason: 'wrong-shape' },
    answers: lists(({ objectList }) => objectList),
  },
  {
    name: 'motadata-server-seconds',
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
    name: 'motadata-server-total-of-page',
    mistake: 'counts the requests of the page only',
    ...{ case: 'tickets/total', reason: 'unforeseen' },
    answers: lists(({ objectList }) => ({ objectList, totalCount: objectList.length })),
  },
  {
    name: 'motadata-server-lifetime-is-text',
    mistake: 'writes the seconds of a token as a text',
    ...{ case: 'tokens/answers', reason: 'wrong-shape' },
    answers: answersJson((body) =>
      isObject(body) && 'expires_in' in body ? { ...body, expires_in: `${body.expires_in}` } : body,
    ),
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

export function isAudit({ path }: Wanted): boolean {
  return path.includes('/audit/search/byqual');
}

export function isToken({ path }: Wanted): boolean {
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
