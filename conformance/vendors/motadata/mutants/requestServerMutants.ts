/** Servers of Motadata that understand requests in a wrong way. */
import type { ServerMutant } from '../../../mutants/ServerMutant.js';
import type { Wanted } from '../../../reference/VendorClient.js';
import { isAudit } from './answerServerMutants.js';

export const requestServerMutants: readonly ServerMutant[] = [
  {
    name: 'motadata-server-answers-get',
    mistake: 'answers a GET as well',
    ...{ case: 'endpoint/get', reason: 'not-refused' },
    heard: (wanted) => ({
      ...wanted,
      ...(wanted.method === 'GET' && { method: 'POST', body: '{}' }),
    }),
  },
  {
    name: 'motadata-server-two-characters',
    mistake: 'takes only an empty object without anything in it',
    ...{ case: 'bodies/as-shown', reason: 'refused' },
    heard: (wanted) =>
      isAudit(wanted) && /^\{\s+\}$/.test(wanted.body ?? '') ? { ...wanted, body: '' } : wanted,
  },
  {
    name: 'motadata-server-no-body',
    mistake: 'takes no body for an empty object',
    ...{ case: 'bodies/missing', reason: 'not-refused' },
    heard: takes((body) => body === undefined),
  },
  {
    name: 'motadata-server-broken-body',
    mistake: 'takes what is no JSON for an empty object',
    ...{ case: 'bodies/broken', reason: 'not-refused' },
    heard: takes((body) => body === '{'),
  },
  {
    name: 'motadata-server-any-json',
    mistake: 'takes any JSON for an empty object',
    ...{ case: 'bodies/list', reason: 'not-refused', also: ['bodies/text'] },
    heard: takes((body = '') => /^(\[\]|".*")$/.test(body)),
  },
  {
    name: 'motadata-server-bare-keys',
    mistake: 'takes keys only without the word before them',
    ...{ case: 'credentials/key', reason: 'refused' },
    heard: authorized((value) => (value.includes(' ') ? 'none' : `Apikey ${value}`)),
  },
  {
    name: 'motadata-server-keys-only',
    mistake: 'takes no tokens',
    ...{ case: 'credentials/token', reason: 'refused' },
    heard: authorized((value) => (value.startsWith('Bearer ') ? 'none' : value)),
  },
  {
    name: 'motadata-server-case-counts',
    mistake: 'takes the word before the key only with a capital letter',
    ...{ case: 'credentials/small-letters', reason: 'refused' },
    heard: authorized((value) => (value.startsWith('apikey ') ? 'none' : value)),
  },
  {
    name: 'motadata-server-word-is-missing',
    mistake: 'looks for a request with an id that none can have',
    ...{ case: 'refusals/word', reason: 'wrong-status' },
    heard: (wanted) => ({ ...wanted, path: wanted.path.replace('/auditrig/', '/404/') }),
  },
  {
    name: 'motadata-server-reads-names',
    mistake: 'takes the number in a name for the id',
    ...{ case: 'refusals/name', reason: 'not-refused' },
    heard: (wanted) => ({ ...wanted, path: wanted.path.replace('/INC-1/', '/7/') }),
  },
  {
    name: 'motadata-server-one-size',
    mistake: 'has pages of one size, whatever is asked for',
    ...{ case: 'tickets/size', reason: 'wrong-count' },
    heard: ({ path, ...wanted }) => ({ ...wanted, path: path.replace(/&size=\d+/, '') }),
  },
  {
    name: 'motadata-server-offset-is-page',
    mistake: 'takes the offset for the number of a page',
    ...{ case: 'tickets/pages', reason: 'invented-records' },
    heard: ({ path, ...wanted }) => ({ ...wanted, path: path.replace('offset=2&', 'offset=4&') }),
  },
];

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
