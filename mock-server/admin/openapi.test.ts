import { describe, expect, it } from 'vitest';
import { readSpec } from '../../specs/readSpec.js';
import { schema } from '../../specs/schemas.js';
import { adminEndpoints } from './adminEndpoints.js';

interface Content {
  'application/json'?: { schema: { $ref: string }; example: unknown };
}
interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[];
  security?: unknown[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}
interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, { content: Content }> };
}

const { paths, components } = readSpec('admin/openapi.yaml') as OpenApi;
const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => method !== 'parameters')
    .map(([method, operation]) => ({ path, method, operation })),
);

describe("the admin API's OpenAPI file", () => {
  it('has the paths, methods and bodies of the endpoints, and no others', () => {
    const described = operations.map(({ path, method, operation }) => [
      method,
      path,
      operation.requestBody?.content['application/json']?.schema.$ref,
    ]);
    const played = adminEndpoints.map(({ method, path, takes }) => [
      method,
      path.replace(':id', '{id}'),
      takes && `${takes}.schema.json`,
    ]);
    expect(described.toSorted()).toEqual(played.toSorted());
  });

  it('has the parameters of the endpoints, and no others', () => {
    const described = operations.flatMap(({ path, method, operation: { parameters = [] } }) =>
      parameters.map(({ name, required = false }) => [method, path, name, required]),
    );
    const played = adminEndpoints.flatMap(({ method, path, parameters = {} }) =>
      Object.entries(parameters).map(([name, need]) => [
        method,
        path.replace(':id', '{id}'),
        name,
        need === 'required',
      ]),
    );
    expect(described).toEqual(played);
  });

  it('asks for no token for /health, and for nothing else', () => {
    const open = operations.filter(({ operation }) => operation.security?.length === 0);
    expect(open.map(({ path }) => path)).toEqual(['/health']);
  });

  it('has examples that are as its schemas say', () => {
    const contents = [
      ...operations.flatMap(({ operation: { requestBody, responses } }) => [
        requestBody?.content,
        ...Object.values(responses).map(({ content }) => content),
      ]),
      ...Object.values(components.responses).map(({ content }) => content),
    ].flatMap((content) => content?.['application/json'] ?? []);
    expect(contents.length).toBeGreaterThan(15);
    for (const { schema: reference, example } of contents) {
      const validate = schema(`admin/${reference.$ref}`);
      expect(validate(example), `${reference.$ref}: ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });
});
