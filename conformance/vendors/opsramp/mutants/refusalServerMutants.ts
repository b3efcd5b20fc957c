/** Servers that refuse otherwise than they should, or not at all. */
import type { ServerMutant } from '../../../mutants/ServerMutant.js';
import type { Got, Wanted } from '../../../reference/VendorClient.js';

export const refusalServerMutants: readonly ServerMutant[] = [
  {
    name: 'opsramp-server-lets-everybody-in',
    mistake: 'answers who has no token',
    ...{ case: 'refusals/no-token', reason: 'not-refused' },
    answers: (right, wanted) =>
      wanted.headers.authorization === undefined && !isToken(wanted) ? empty(right) : right,
  },
  {
    name: 'opsramp-server-forbids-dead-tokens',
    mistake: 'says of a token that is not alive that it may not',
    ...{ case: 'refusals/unknown-token', reason: 'wrong-status' },
    answers: (right) => (right.status === 407 ? { ...right, status: 403 } : right),
  },
  {
    name: 'opsramp-server-breaks-on-a-bare-bearer',
    mistake: 'breaks on a bearer without a token',
    ...{ case: 'refusals/malformed', reason: 'wrong-status' },
    answers: (right, { headers }) =>
      headers.authorization === 'Bearer' ? { ...right, status: 500 } : right,
  },
  {
    name: 'opsramp-server-mixes-tenants',
    mistake: 'answers for a tenant that the token is not for',
    ...{ case: 'refusals/foreign', reason: 'not-refused' },
    answers: (right, { path }) => (path.includes('client_5') ? empty(right) : right),
  },
  {
    name: 'opsramp-server-has-logs-of-nothing',
    mistake: 'answers with an empty log for an incident that there is not',
    ...{ case: 'refusals/missing', reason: 'not-refused' },
    answers: (right, { path }) => (isMissing(path, '/activitylog') ? empty(right) : right),
  },
  {
    name: 'opsramp-server-has-no-content-of-nothing',
    mistake: 'answers without anything for an incident that there is not',
    ...{ case: 'refusals/missing-ticket', reason: 'not-refused' },
    answers: (right, { path }) =>
      isMissing(path, '') ? { ...right, status: 204, body: '' } : right,
  },
  {
    name: 'opsramp-server-gets-tokens',
    mistake: 'answers a GET where tokens are given',
    ...{ case: 'tokens/method', reason: 'not-refused' },
    answers: (right, wanted) => (isToken(wanted) && wanted.method === 'GET' ? empty(right) : right),
  },
  {
    name: 'opsramp-server-forbids-other-grants',
    mistake: 'refuses a grant that there is not with 403',
    ...{ case: 'tokens/grant', reason: 'wrong-status' },
    answers: (right, wanted) =>
      isToken(wanted) && right.status === 400 ? { ...right, status: 403 } : right,
  },
  {
    name: 'opsramp-server-needs-an-end',
    mistake: 'refuses a request without endTs',
    ...{ case: 'endpoint/no-parameters', reason: 'refused' },
    answers: (right, { path }) =>
      path.includes('/activitylog') && !path.includes('endTs') ? refusal(400) : right,
  },
  {
    name: 'opsramp-server-misses-empty-logs',
    mistake: 'says of an incident without activities that it is not there',
    ...{ case: 'endpoint/nothing-done', reason: 'refused' },
    answers: (right, { path }) => (path.includes('4712') ? refusal(404) : right),
  },
  {
    name: 'opsramp-server-refuses-idle-windows',
    mistake: 'says of a window in which nothing was done that it is not there',
    ...{ case: 'parameters/empty-window', reason: 'refused' },
    answers: (right) => (right.body.startsWith('{"results":[],') ? refusal(404) : right),
  },
  {
    name: 'opsramp-server-begins-at-creation',
    mistake: 'refuses a startTs from before the creation',
    ...{ case: 'parameters/whole-window', reason: 'refused' },
    answers: (right, { path }) => (path.includes('startTs=1990') ? refusal(400) : right),
  },
];

/** An answer in which there is nothing. */
function empty(right: Got): Got {
  const body = { results: [], totalResults: 0, pageSize: 0, nextPage: false };
  return { ...right, status: 200, body: JSON.stringify(body) };
}

function isToken({ path }: Wanted): boolean {
  return path.includes('/oauth/token');
}

function isMissing(path: string, behind: string): boolean {
  return path.split('?')[0]?.endsWith(`INC9999999999${behind}`) ?? false;
}

function refusal(status: number): Got {
  const headers = { 'content-type': 'application/json' };
  return { status, headers, body: '{"code":"0003","message":"No."}' };
}
