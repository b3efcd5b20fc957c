/** Normalizers of OpsRamp's records that take bodies, their records or the context for what they are not. */

import { lists } from '../../../mutants/lists.js';
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { tells } from '../../../mutants/tells.js';
import { textOf } from '../../../mutants/textOf.js';
import { isObject } from '../../../reference/isObject.js';

export const trailNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'bare-list-too',
    mistake: 'takes a body that is a list for the list of records',
    ...{ case: 'bodies/bare-list', reason: 'no-error' },
    vendor: lists((body, list) => (Array.isArray(body) ? body : list)),
  },
  {
    name: 'values-of-the-list',
    mistake: 'walks through results whatever they are',
    ...{ case: 'bodies/list-as-object', reason: 'no-error' },
    vendor: lists((_, list) => (isObject(list) ? Object.values(list).filter(isObject) : list)),
  },
  {
    name: 'believes-the-total',
    mistake: 'takes no more records than totalResults says',
    ...{ case: 'bodies/envelope', reason: 'lost-events' },
    vendor: lists(({ totalResults }, list) =>
      Array.isArray(list) && typeof totalResults === 'number' ? list.slice(0, totalResults) : list,
    ),
  },
  {
    name: 'tenants-in-small-letters',
    mistake: 'writes the tenant in small letters, as one does with hosts',
    ...{ case: 'identity/context', reason: 'wrong-source' },
    vendor: () => ({ tenantOf: (tenant) => tenant.toLowerCase() }),
  },
  {
    name: 'subject-from-text',
    mistake: 'takes the subject of the ticket from the sentence',
    ...{ case: 'identity/target-in-text', reason: 'wrong-target' },
    vendor: tells((_, { activity }) => ({
      targetName: /"#\w+ (.+?)"/.exec(textOf(activity))?.[1] ?? null,
    })),
  },
];
