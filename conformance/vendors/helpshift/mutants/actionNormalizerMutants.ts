/** Normalizers of Helpshift's records that tell another action. */

import type { AuditEvent } from '../../../../specs/audit-event/types.js';
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { tells } from '../../../mutants/tells.js';

export const actionNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'guesses-verbs',
    mistake: 'takes the first word of an action for its verb',
    ...{ case: 'action/unrecognized', reason: 'wrong-action' },
    vendor: tells(({ action }) => {
      const [verb] = ['create', 'update', 'delete'].filter((one) =>
        action.original?.startsWith(one),
      );
      return { action: { ...action, verb: action.verb ?? (verb as 'delete' | undefined) } };
    }),
  },
  {
    name: 'spells-tolerantly',
    mistake: 'recognizes actions in capitals, too',
    ...{ case: 'action/nearly-known', reason: 'wrong-action' },
    vendor: tells(({ action }) => ({
      action: action.original === 'RESOLVE' ? { ...action, verb: 'update' } : action,
    })),
  },
  {
    name: 'object-as-a-table',
    mistake: 'looks actions up in an object, which has constructor, too',
    ...{ case: 'action/inherited', reason: 'hidden-loss' },
    vendor: tells(({ action }) => ({
      action: (action.original ?? '') in {} ? { ...action, verb: 'update' } : action,
    })),
  },
  {
    name: 'no-published-action',
    mistake: 'takes add-tags for an action that it does not know',
    ...{ case: 'action/verbs', reason: 'wrong-action' },
    vendor: tells(({ action }) => ({
      action: action.original === 'add-tags' ? { ...action, verb: undefined } : action,
    })),
  },
  {
    name: 'camel-case',
    mistake: 'cuts words at capitals, too',
    ...{ case: 'action/names', reason: 'wrong-action' },
    whole: named((original) => original.replace(/([a-z])([A-Z])/g, '$1_$2')),
  },
  {
    name: 'lower-case-first',
    mistake: 'brings an action to lower case before it keeps what is ASCII',
    ...{ case: 'action/names-in-ascii', reason: 'wrong-action' },
    whole: named((original) => original.toLowerCase()),
  },
];

/** One that makes something else of a token before it is a name. */
function named(change: (original: string) => string): NormalizerMutant['whole'] {
  return (right, what) =>
    right(what).map((event): AuditEvent => {
      const { original } = event.action;
      const name = change(original ?? '')
        .replace(/[^A-Za-z0-9]+/g, '_')
        .replace(/^_|_$/g, '');
      return { ...event, action: { ...event.action, name: name.toLowerCase() || null } };
    });
}
