/** Normalizers of OpsRamp's records that are wrong. */
import type { NormalizerMutant } from '../../mutants/NormalizerMutant.js';

export const normalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'one-trail-cut',
    mistake: 'reads no more than the first body',
    case: 'whole/two-thousand',
    reason: 'lost-events',
    whole: (right, what) => right({ ...what, bodies: what.bodies.slice(0, 1) }),
  },
];
