import { compile } from 'json-schema-to-typescript';
import { describe, expect, it } from 'vitest';
import { dataFile } from './dataFile.js';
import { vendorNames } from './vendorNames.js';

const banner =
  '/** Made from the schemas in this folder by `npm run generate`; not edited by hand. */';

/** A schema that refers to all of a vendor's gives each of their types once. */
async function typesOf(vendor: string): Promise<string> {
  const schemas = ['record', 'answer', 'ticket', 'tickets', 'token', 'refusal', 'profile'];
  const all = {
    title: 'All',
    type: 'object' as const,
    properties: Object.fromEntries(schemas.map((name) => [name, { $ref: `${name}.schema.json` }])),
  };
  const types = await compile(all, 'All', {
    cwd: dataFile(`specs/${vendor}/`),
    additionalProperties: false,
    bannerComment: banner,
    style: { singleQuote: true, printWidth: 100 },
  });
  return types.replace(/export interface All \{[^}]*\}\n+/, '');
}

describe('the types of the schemas', () => {
  for (const vendor of vendorNames())
    it(`are up to date for ${vendor}; if not, npm run generate`, async () => {
      await expect(await typesOf(vendor)).toMatchFileSnapshot(`${vendor}/types.ts`);
    });
});
