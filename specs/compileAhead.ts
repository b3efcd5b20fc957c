/** Writes the validators that every start needs as code, as to compile them takes longer than all else at the start. */
import { createRequire } from 'node:module';
import { schemaCompiler, schemaId } from './schemaCompiler.js';
import { vendorNames } from './vendorNames.js';

/** A CommonJS module that exports the validators of what is in a fixture, by their schemas' paths. */
export function compileAhead(): string {
  const { default: code } = createRequire(import.meta.url)(
    'ajv/dist/standalone',
  ) as typeof import('ajv/dist/standalone/index.js');
  const entries = vendorNames().map((name) => `${name}/fixture.schema.json#/$defs/Entry`);
  const paths = ['fixture.schema.json', 'faults.schema.json', ...entries];
  const ids = paths.map((path) => [path, schemaId(path)]);
  return code(schemaCompiler(), Object.fromEntries(ids));
}
