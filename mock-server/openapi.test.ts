import { describe, expect, it } from 'vitest';
import { readSpec } from '../specs/readSpec.js';
import { schema } from '../specs/schemas.js';
import { vendors } from './vendors/index.js';

interface Content {
  content: { 'application/json': { schema: { $ref: string }; example: unknown } };
}
interface Parameter {
  name: string;
  in: string;
}
interface Operation {
  parameters?: (Parameter | { $ref: string })[];
  responses: Record<string, Content | { $ref: string }>;
}
interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, Content>; parameters?: Record<string, Parameter> };
}

/** What a query for an audit log may say only where a switch is turned. */
const switched = ['offset', 'size', 'pageNo', 'pageSize'];

for (const { name, endpoints, tokenEndpoints } of vendors) {
  const { paths, components } = readSpec(`${name}/openapi.yaml`) as OpenApi;

  const parameterOf = (one: Parameter | { $ref: string }) =>
    '$ref' in one ? components.parameters?.[one.$ref.split('/').at(-1) as string] : one;

  describe(`${name}'s OpenAPI file`, () => {
    it('has the paths and methods of the endpoints, and no others', () => {
      const tokens = tokenEndpoints.map(({ paths }) => ({ method: 'POST', paths }));
      const played = [...endpoints, ...tokens].map(({ method, paths: [path = ''] }) => [
        path.replace(/:(\w+)/g, '{$1}'),
        [method.toLowerCase()],
      ]);
      expect(Object.entries(paths).map(([path, item]) => [path, Object.keys(item)])).toEqual(
        played,
      );
    });

    it('has the parameters of the endpoints, and no others', () => {
      const operations = Object.values(paths).flatMap((item) => Object.values(item));
      const described = operations.map(({ parameters = [] }) =>
        parameters
          .map(parameterOf)
          .filter((parameter) => parameter?.in === 'query')
          .map((parameter) => parameter?.name),
      );
      const read = endpoints.map(({ shape, parameters }) =>
        parameters.filter((one) => shape !== 'answer' || !switched.includes(one)),
      );
      expect(described).toEqual([...read, ...tokenEndpoints.map(() => [])]);
    });

    it('has examples that are as its schemas say', () => {
      const answers = Object.values(paths)
        .flatMap((item) => Object.values(item))
        .flatMap(({ responses }) => Object.values(responses))
        .filter((response) => 'content' in response);
      for (const response of [...answers, ...Object.values(components.responses)]) {
        const { schema: reference, example } = response.content['application/json'];
        const validate = schema(`${name}/${reference.$ref}`);
        expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
      }
    });
  });
}
