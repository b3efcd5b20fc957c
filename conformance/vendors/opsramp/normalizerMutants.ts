/** Normalizers of OpsRamp's records that are wrong as only they can be. */
import type { NormalizerMutant } from '../../mutants/NormalizerMutant.js';
import { actionNormalizerMutants } from './mutants/actionNormalizerMutants.js';
import { actorNormalizerMutants } from './mutants/actorNormalizerMutants.js';
import { changeNormalizerMutants } from './mutants/changeNormalizerMutants.js';
import { lossNormalizerMutants } from './mutants/lossNormalizerMutants.js';
import { textNormalizerMutants } from './mutants/textNormalizerMutants.js';
import { timeNormalizerMutants } from './mutants/timeNormalizerMutants.js';
import { trailNormalizerMutants } from './mutants/trailNormalizerMutants.js';

export const normalizerMutants: readonly NormalizerMutant[] = [
  ...trailNormalizerMutants,
  ...timeNormalizerMutants,
  ...actorNormalizerMutants,
  ...actionNormalizerMutants,
  ...changeNormalizerMutants,
  ...textNormalizerMutants,
  ...lossNormalizerMutants,
];
