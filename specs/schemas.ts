/** Validators of the JSON Schemas in this folder, made when they are first asked for. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import { schemaCompiler, schemaId } from './schemaCompiler.js';

export type { ErrorObject } from 'ajv/dist/2020.js';

/** Where the build leaves what `compileAhead` makes; run from source, there is none. */
const ahead = fileURLToPath(new URL('compiledAhead.cjs', import.meta.url));

const compiled = new Map<string, ValidateFunction>();
let isLoaded = false;
let ajv: Ajv2020 | undefined;

/**
 * The validator of one schema, by its path under `specs/` (`<vendor>/record.schema.json`), with
 * a pointer into it if wanted. It reports every error, each with the schema that it breaks.
 */
export function schema(path: string): ValidateFunction {
  if (!isLoaded) loadAhead();
  const known = compiled.get(path);
  if (known) return known;
  ajv ??= schemaCompiler();
  const validate = ajv.compile({ $ref: schemaId(path) });
  compiled.set(path, validate);
  return validate;
}

function loadAhead(): void {
  isLoaded = true;
  if (!existsSync(ahead)) return;
  const validators: Record<string, ValidateFunction> = createRequire(import.meta.url)(ahead);
  for (const [path, validate] of Object.entries(validators)) compiled.set(path, validate);
}
