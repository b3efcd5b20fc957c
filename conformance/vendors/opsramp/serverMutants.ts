/** Servers of OpsRamp that are wrong in a way of their own. */
import type { ServerMutant } from '../../mutants/ServerMutant.js';
import { answerServerMutants } from './mutants/answerServerMutants.js';
import { refusalServerMutants } from './mutants/refusalServerMutants.js';
import { requestServerMutants } from './mutants/requestServerMutants.js';

export const serverMutants: readonly ServerMutant[] = [
  ...requestServerMutants,
  ...answerServerMutants,
  ...refusalServerMutants,
];
