/** What compiles the JSON Schemas in this folder; the only one that does. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Ajv2020, AnySchemaObject } from 'ajv/dist/2020.js';
import { dataFile } from './dataFile.js';
import { readSpec } from './readSpec.js';

const require = createRequire(import.meta.url);

/** Knows every schema by its id. Ajv is loaded for it, which takes longer than most commands. */
export function schemaCompiler(): Ajv2020 {
  const ajv = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const made = new ajv.Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    verbose: true,
    keywords: ['x-expected', 'x-instead', 'x-meanings', 'x-namespace'],
    // Each command pays for these at its start: a test sees that they are schemas, and what is
    // compiled runs no faster for being made shorter.
    validateSchema: false,
    code: { optimize: false, source: true },
  });
  for (const path of readdirSync(dataFile('specs'), { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('.schema.json'))
      made.addSchema(readSpec(path) as AnySchemaObject, schemaId(path.replaceAll('\\', '/')));
  return made;
}

/** @param path under `specs/`, with a pointer into it if wanted */
export function schemaId(path: string): string {
  return `auditrig:/specs/${path}`;
}
