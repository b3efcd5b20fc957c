import { readdirSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';
import { describe, expect, it } from 'vitest';
import { dataFile } from './dataFile.js';
import { vendorNames } from './vendorNames.js';

const banner =
  '/** Made from the schemas in this folder by `npm run generate`; not edited by hand. */';

const vendors = ['record', 'answer', 'ticket', 'tickets', 'token', 'refusal', 'profile'];
const schemasIn = (folder: string) =>
  readdirSync(dataFile(`specs/${folder}`))
    .filter((name) => name.endsWith('.schema.json'))
    .map((name) => name.replace('.schema.json', ''))
    .sort();

/** A schema that refers to all of a folder's gives each of their types once. */
async function typesOf(folder: string, schemas: readonly string[]): Promise<string> {
  const all = {
    title: 'All',
    type: 'object' as const,
    properties: Object.fromEntries(schemas.map((name) => [name, { $ref: `${name}.schema.json` }])),
  };
  const types = await compile(all, 'All', {
    cwd: dataFile(`specs/${folder}/`),
    additionalProperties: false,
    bannerComment: banner,
    style: { singleQuote: true, printWidth: 100 },
  });
  return types.replace(/export interface All \{[^}]*\}\n+/, '');
}

describe('the types of the schemas', () => {
  const folders = [
    ...vendorNames().map((vendor) => [vendor, vendors] as const),
    ...['admin', 'audit-event', 'conformance'].map(
      (folder) => [folder, schemasIn(folder)] as const,
    ),
  ];
  for (const [folder, schemas] of folders)
    it(`are up to date for ${folder}; if not, npm run generate`, async () => {
      await expect(await typesOf(folder, schemas)).toMatchFileSnapshot(`${folder}/types.ts`);
    });
});
