/** Normalizers of OpsRamp's records that tell another action. */
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { takesFor } from '../../../mutants/takesFor.js';
import { tells } from '../../../mutants/tells.js';
import { textOf } from '../../../mutants/textOf.js';
import type { Reading } from '../../../reference/VendorNormalizer.js';

export const actionNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'new-anywhere',
    mistake: 'takes an entry for created where new stands in its sentence',
    ...{ case: 'action/new', reason: 'wrong-action' },
    vendor: takesFor(
      ({ activity }) => (/new/i.test(textOf(activity)) ? { activity: 'New ' } : {}),
      'action',
    ),
  },
  {
    name: 'all-structured',
    mistake: 'says of no verb that it was read from the sentence',
    ...{ case: 'action/verbs', reason: 'wrong-action' },
    vendor: tells(({ action }) => ({ action: { ...action, basis: 'structured' } })),
  },
  {
    name: 'speechless',
    mistake: 'finds no verb where there is no sentence',
    ...{ case: 'action/no-sentence', reason: 'wrong-action' },
    vendor: tells(({ action, message }) =>
      message === undefined ? { action: { ...action, verb: undefined } } : {},
    ),
  },
  {
    name: 'type-of-any-case',
    mistake: 'knows a type in small letters, too',
    ...{ case: 'action/unrecognized', reason: 'wrong-action' },
    vendor: takesFor(({ logType }) => ({ logType: textOf(logType).toUpperCase() }), 'action'),
  },
  {
    name: 'inherited-verbs',
    mistake: 'looks types up in an object, and finds what every object has',
    ...{ case: 'action/odd-types', reason: 'no-event' },
    vendor: tells(({ action }) => {
      const verbs: Record<string, Reading['action']['verb']> = {};
      return { action: { ...action, verb: action.verb ?? verbs[action.original ?? ''] } };
    }),
  },
  {
    name: 'ticket-by-default',
    mistake: 'takes an entry without a type for a TICKET',
    ...{ case: 'action/absent', reason: 'wrong-action' },
    vendor: takesFor(({ logType }) => (textOf(logType) ? {} : { logType: 'TICKET' })),
  },
  {
    name: 'letters-of-all-scripts',
    mistake: 'leaves letters beyond ASCII in the names of actions',
    ...{ case: 'action/token-names', reason: 'no-event' },
    whole: (right, what) =>
      right(what).map((event) => {
        const name = event.action.original?.toLowerCase().replace(/[^\p{L}\d]+/gu, '_') ?? null;
        return { ...event, action: { ...event.action, name } };
      }),
  },
];
