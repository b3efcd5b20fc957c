import { describe, expect, it } from 'vitest';
import { readSpec } from '../specs/readSpec.js';
import { schema } from '../specs/schemas.js';
import { vendors } from './vendors/index.js';

interface Content {
  content: { 'application/json': { schema: { $ref: string }; example: unknown } };
}
interface Operation {
  parameters: { name: string; in: string }[];
  responses: Record<string, Content | { $ref: string }>;
}
interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, Content> };
}

/** What the query of an audit log may say only where a switch is turned. */
const switched = ['offset', 'size', 'pageNo', 'pageSize'];

for (const { name, endpoints } of vendors) {
  const { paths, components } = readSpec(`${name}/openapi.yaml`) as OpenApi;

  describe(`${name}'s OpenAPI file`, () => {
    it('has the paths and methods of the endpoints, and no others', () => {
      const played = endpoints.map(({ method, paths: [path = ''] }) => [
        path.replace(/:(\w+)/g, '{$1}'),
        [method.toLowerCase()],
      ]);
      expect(Object.entries(paths).map(([path, item]) => [path, Object.keys(item)])).toEqual(
        played,
      );
    });

    it('has the parameters of the endpoints, and no others', () => {
      const operations = Object.values(paths).flatMap((item) => Object.values(item));
      const described = operations.map(({ parameters }) =>
        parameters
          .filter((parameter) => parameter.in === 'query')
          .map((parameter) => parameter.name),
      );
      expect(described).toEqual(
        endpoints.map(({ parameters, shape }) =>
          parameters.filter((one) => shape !== 'answer' || !switched.includes(one)),
        ),
      );
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
