/** Compiles the JSON Schemas in this folder; the only place that does. */
import { readdirSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { dataFile } from './dataFile.js';
import { readSpec } from './readSpec.js';

export type { ErrorObject } from 'ajv/dist/2020.js';

const base = 'auditrig:/specs/';
const compiled = new Map<string, ValidateFunction>();
let ajv: Ajv2020 | undefined;

/**
 * The validator of one schema, by its path under `specs/` (`<vendor>/record.schema.json`), with
 * a pointer into it if wanted. It reports every error, each with the schema that it breaks.
 */
export function schema(path: string): ValidateFunction {
  ajv ??= compiler();
  const known = compiled.get(path);
  if (known) return known;
  const validate = ajv.compile({ $ref: base + path });
  compiled.set(path, validate);
  return validate;
}

function compiler(): Ajv2020 {
  const made = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    verbose: true,
    keywords: ['x-expected', 'x-instead', 'x-meanings', 'x-namespace'],
    // Each command pays for these at its start: a test sees that they are schemas, and what is
    // compiled runs no faster for being made shorter.
    validateSchema: false,
    code: { optimize: false },
  });
  for (const path of readdirSync(dataFile('specs'), { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.schema.json'))
      made.addSchema(readSpec(path) as AnySchemaObject, base + path.replaceAll('\\', '/'));
  return made;
}
