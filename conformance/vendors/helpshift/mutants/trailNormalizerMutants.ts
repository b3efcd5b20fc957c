/** Normalizers of Helpshift's records that take bodies, their records or the context for what they are not. */

import { lists } from '../../../mutants/lists.js';
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { ClientError } from '../../../reference/ClientError.js';
import { isObject } from '../../../reference/isObject.js';
import type { Raw } from '../../../reference/VendorNormalizer.js';

export const trailNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'one-name',
    mistake: 'knows the list as audit_logs only',
    ...{ case: 'bodies/names-of-the-list', reason: 'gave-up' },
    vendor: lists(({ audit_logs }) => audit_logs),
  },
  {
    name: 'no-bare-list',
    mistake: 'takes the keys of a body that is the list, and finds none',
    ...{ case: 'bodies/bare-list', reason: 'lost-events' },
    vendor: lists((body, list) => (Array.isArray(body) ? [] : list)),
  },
  {
    name: 'first-that-is-true',
    mistake: 'takes an empty list for none, as "or" does in Python, and goes on to the next',
    ...{ case: 'bodies/several-lists', reason: 'invented-events' },
    vendor: lists((body, list) => filledOf(body) ?? list),
  },
  {
    name: 'any-list',
    mistake: 'takes whatever list a body has',
    ...{ case: 'bodies/other-list', reason: 'no-error' },
    vendor: lists((body, list) => list ?? Object.values(body ?? {}).find(Array.isArray)),
  },
  {
    name: 'values-of-an-object',
    mistake: 'takes the values of an object for the records',
    ...{ case: 'bodies/list-as-object', reason: 'no-error' },
    vendor: lists(
      (body, list) => list ?? (isObject(body) && body.audit_logs && Object.values(body.audit_logs)),
    ),
  },
  {
    name: 'empty-is-wrong',
    mistake: 'takes an empty list for an answer that cannot be read',
    ...{ case: 'bodies/no-records', reason: 'gave-up' },
    also: ['bodies/empty-pages'],
    vendor: lists((_, list) => (isEmpty(list) ? null : list)),
  },
  {
    name: 'believes-totals',
    mistake: 'takes no more records than a body says that there are',
    ...{ case: 'bodies/what-a-body-says', reason: 'lost-events' },
    vendor: lists((body, list) => (list as []).slice(0, body['total-hits'] as number)),
  },
  {
    name: 'needs-a-body',
    mistake: 'takes a trail without bodies for a wrong request',
    ...{ case: 'bodies/no-bodies', reason: 'gave-up' },
    whole(right, what) {
      if (what.bodies.length === 0) throw new ClientError('invalid_request', 'found no body');
      return right(what);
    },
  },
  {
    name: 'drops-what-says-nothing',
    mistake: 'leaves out records without an action',
    ...{ case: 'loss/empty-record', reason: 'lost-events' },
    also: ['action/absent'],
    whole: (right, what) => right(what).filter(({ action }) => action.original !== null),
  },
];

function filledOf(body: unknown): unknown {
  const { audit_logs, 'audit-logs': hyphens, issues } = body as Raw;
  return [audit_logs, hyphens, issues].find((list) => Array.isArray(list) && list.length > 0);
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0;
}
