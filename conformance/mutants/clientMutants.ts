/** Clients that are wrong in ways that any vendor's may be. */
import { bodyMutants } from './bodyMutants.js';
import type { ClientMutant } from './ClientMutant.js';
import { readingMutants } from './readingMutants.js';
import { refusalMutants } from './refusalMutants.js';
import { secretMutants } from './secretMutants.js';
import { transportMutants } from './transportMutants.js';

export const clientMutants: readonly ClientMutant[] = [
  ...readingMutants,
  ...refusalMutants,
  ...secretMutants,
  ...bodyMutants,
  ...transportMutants,
];
