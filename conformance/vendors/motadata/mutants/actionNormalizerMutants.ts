/** Normalizers of Motadata's records that tell another action. */
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { tells } from '../../../mutants/tells.js';

export const actionNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'reply-anywhere',
    mistake: 'takes for a comment whatever has the word reply in it',
    ...{ case: 'action/replies', reason: 'wrong-action' },
    vendor: tells((told, { auditString }) =>
      /reply/i.test(String(auditString)) && told.action.original === 'added'
        ? { ...told, action: { ...told.action, verb: 'comment' } }
        : told,
    ),
  },
];
