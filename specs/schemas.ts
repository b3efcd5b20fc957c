/** Validators of the JSON Schemas in this folder, made when they are first asked for. */
import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import { compiledAhead } from './compiledAhead.js';
import { schemaCompiler, schemaId } from './schemaCompiler.js';

export type { ErrorObject } from 'ajv/dist/2020.js';

const compiled = new Map(Object.entries(compiledAhead));
let ajv: Ajv2020 | undefined;

/**
 * The validator of one schema, by its path under `specs/` (`<vendor>/record.schema.json`), with
 * a pointer into it if wanted. It reports every error, each with the schema that it breaks.
 */
export function schema(path: string): ValidateFunction {
  const known = compiled.get(path);
  if (known) return known;
  ajv ??= schemaCompiler();
  const validate = ajv.compile({ $ref: schemaId(path) });
  compiled.set(path, validate);
  return validate;
}
