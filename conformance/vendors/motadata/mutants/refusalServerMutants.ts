/** Servers of Motadata that refuse in a wrong way, or do not. */
import type { ServerMutant } from '../../../mutants/ServerMutant.js';
import { isAudit, isToken } from './answerServerMutants.js';

export const refusalServerMutants: readonly ServerMutant[] = [
  {
    name: 'motadata-server-empty-is-none',
    mistake: 'takes a request without entries for one that there is not',
    ...{ case: 'records/none', reason: 'refused' },
    answers: (right, wanted) =>
      isAudit(wanted) && right.body === '[]' ? { ...right, status: 404 } : right,
  },
  {
    name: 'motadata-server-empty-to-strangers',
    mistake: 'answers those whom it does not know with an empty list',
    ...{ case: 'credentials/none', reason: 'not-refused', also: ['tickets/credential'] },
    answers: (right, { headers }) =>
      right.status === 401 && headers.authorization === undefined
        ? { ...right, status: 200, body: '[]' }
        : right,
  },
  {
    name: 'motadata-server-forbids-strangers',
    mistake: 'refuses with 403 a credential that it does not know',
    ...{ case: 'credentials/unknown-key', reason: 'wrong-status' },
    also: ['credentials/unknown-token', 'credentials/no-value'],
    answers: (right, wanted) =>
      isAudit(wanted) && right.status === 401 ? { ...right, status: 403 } : right,
  },
  {
    name: 'motadata-server-missing-is-empty',
    mistake: 'answers a request that there is not with an empty list',
    ...{ case: 'refusals/missing', reason: 'not-refused' },
    answers: (right, wanted) =>
      isAudit(wanted) && right.status === 404 ? { ...right, status: 200, body: '[]' } : right,
  },
  {
    name: 'motadata-server-plain-errors',
    mistake: 'writes errors as plain texts',
    ...{ case: 'refusals/shape', reason: 'wrong-shape' },
    answers: (right) => (right.status < 400 ? right : { ...right, body: 'Bad Request' }),
  },
  {
    name: 'motadata-server-no-such-page',
    mistake: 'refuses a page behind the last',
    ...{ case: 'tickets/beyond', reason: 'refused' },
    answers: (right) =>
      right.body.startsWith('{"objectList":[]') ? { ...right, status: 404 } : right,
  },
  {
    name: 'motadata-server-clients-are-fields',
    mistake: 'refuses a wrong client as it does a wrong form',
    ...{ case: 'tokens/unknown-client', reason: 'wrong-status', also: ['tokens/no-client'] },
    answers: (right, wanted) =>
      isToken(wanted) && right.status === 401 ? { ...right, status: 400 } : right,
  },
  {
    name: 'motadata-server-fields-are-clients',
    mistake: 'refuses a wrong form as it does a wrong client',
    ...{ case: 'tokens/other-grant', reason: 'wrong-status' },
    also: ['tokens/no-grant', 'tokens/wrong-refresh'],
    answers: (right, wanted) =>
      isToken(wanted) && right.status === 400 ? { ...right, status: 401 } : right,
  },
];
