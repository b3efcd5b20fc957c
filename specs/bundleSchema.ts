/** Makes one file of the schemas of a fixture, for editors, which do not follow references. */
import { dataFile } from './dataFile.js';

/** How a bundled schema can be told from any other. */
export const BUNDLE_COMMENT = 'Made by `auditrig schema`, which makes it again.';

/** The schema of a fixture, whose every reference is to a place inside it. */
export async function bundleSchema(): Promise<object> {
  const { bundle } = await import('@apidevtools/json-schema-ref-parser');
  const { $schema, ...bundled } = await bundle(dataFile('specs/fixture.schema.json'));
  return { $schema, $comment: BUNDLE_COMMENT, ...withoutDialect(bundled) };
}

/** Only the top of a schema says in which dialect it is written. */
function withoutDialect(schema: object): object {
  const text = JSON.stringify(schema, (key, value) => (key === '$schema' ? undefined : value));
  return JSON.parse(text);
}
