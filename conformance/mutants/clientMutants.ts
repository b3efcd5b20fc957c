/** Clients that are wrong in ways that any vendor's may be. */
import type { ClientMutant } from './ClientMutant.js';
import { readingMutants } from './readingMutants.js';
import { transportMutants } from './transportMutants.js';

export const clientMutants: readonly ClientMutant[] = [...readingMutants, ...transportMutants];
