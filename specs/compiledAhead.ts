/** Validators that are ready; none where the sources are run, as the build puts those that `compileAhead` writes in place of this module. */
import type { ValidateFunction } from 'ajv/dist/2020.js';

/** By the paths of their schemas. */
export const compiledAhead: Readonly<Record<string, ValidateFunction>> = {};
