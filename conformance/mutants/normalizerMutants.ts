/** Normalizers that are wrong in a way that any vendor's can be. */
import { identityMutants } from './identityMutants.js';
import { jsonMutants } from './jsonMutants.js';
import type { NormalizerMutant } from './NormalizerMutant.js';

export const normalizerMutants: readonly NormalizerMutant[] = [...jsonMutants, ...identityMutants];
