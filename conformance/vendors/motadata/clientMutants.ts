/** Clients of Motadata's log that are wrong as only they can be. */
import type { ClientMutant } from '../../mutants/ClientMutant.js';

export const clientMutants: readonly ClientMutant[] = [];
