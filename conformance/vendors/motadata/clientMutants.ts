/** Clients of Motadata's log that are wrong as only they can be. */
import type { ClientMutant } from '../../mutants/ClientMutant.js';
import { credentialMutants } from './mutants/credentialMutants.js';
import { recordMutants } from './mutants/recordMutants.js';
import { refusalMutants } from './mutants/refusalMutants.js';
import { requestMutants } from './mutants/requestMutants.js';

export const clientMutants: readonly ClientMutant[] = [
  ...credentialMutants,
  ...requestMutants,
  ...recordMutants,
  ...refusalMutants,
];
