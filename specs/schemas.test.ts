import { readdirSync } from 'node:fs';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readSpec } from './readSpec.js';

const files = readdirSync('specs', { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.schema.json'),
);

describe('a schema', () => {
  it.each(files)('is one by the draft that it names (%s)', (path) => {
    const ajv = new Ajv2020();
    const own = readSpec(path) as AnySchemaObject;
    expect([ajv.validateSchema(own), ajv.errors ?? []]).toEqual([true, []]);
  });
});
