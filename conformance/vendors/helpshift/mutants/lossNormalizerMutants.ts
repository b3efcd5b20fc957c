/** Normalizers of Helpshift's records that say more or less than what is lost. */
import type { NormalizerMutant } from '../../../mutants/NormalizerMutant.js';
import { tells } from '../../../mutants/tells.js';

export const lossNormalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'losses-of-others',
    mistake: 'says that values are texts, which no rule asks of this vendor',
    ...{ case: 'loss/not-of-this-vendor', reason: 'invented-loss' },
    vendor: tells(({ changes }) => ({
      losses: changes.some(({ to }) => /^\d/.test(`${to}`)) ? ['change.stringly_typed'] : [],
    })),
  },
];
