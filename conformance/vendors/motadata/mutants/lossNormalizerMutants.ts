/** Normalizers of Motadata's records that say more or less than what is lost. */

import { hides } from '../../../mutants/hides.js';
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';

export const lossNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'visible-to-all',
    mistake: 'does not say that the log is only what a Requester may see',
    ...{ case: 'documented/records', reason: 'hidden-loss' },
    vendor: hides('visibility.requester_scoped'),
  },
];
