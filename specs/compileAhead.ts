/** Writes the validators that every start needs as code: to compile them takes longer than all else at the start. */
import { createRequire } from 'node:module';
import { schemaCompiler, schemaId } from './schemaCompiler.js';
import { vendorNames } from './vendorNames.js';

/** The text of `compiledAhead.js`, with the validators of what stands in a fixture. */
export function compileAhead(): string {
  const { default: code } = createRequire(import.meta.url)(
    'ajv/dist/standalone',
  ) as typeof import('ajv/dist/standalone/index.js');
  const entries = vendorNames().map((name) => `${name}/fixture.schema.json#/$defs/Entry`);
  const paths = ['fixture.schema.json', 'faults.schema.json', ...entries];
  const ids = paths.map((path) => [path, schemaId(path)]);
  // Ajv can write an ES module, but one that calls `require`.
  return [
    "import { createRequire } from 'node:module';",
    'const require = createRequire(import.meta.url);',
    'const exports = {};',
    code(schemaCompiler(), Object.fromEntries(ids)),
    'export const compiledAhead = exports;\n',
  ].join('\n');
}
