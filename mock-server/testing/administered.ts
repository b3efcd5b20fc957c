/** A simulator with its admin API, for the tests of one file, closed when they are done. */
import supertest, { type Response, type Test } from 'supertest';

import { readSpec } from '../../specs/readSpec.js';
import { schema } from '../../specs/schemas.js';
import { startAdmin } from '../admin/startAdmin.js';
import type { SimulatorOptions } from '../Simulator.js';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';
import { afterwards } from './afterwards.js';

interface Answer {
  $ref?: string;
  content?: Record<string, { schema: { $ref?: string } }>;
}
interface OpenApi {
  paths: Record<string, Record<string, { responses: Record<string, Answer> }>>;
  components: { responses: Record<string, Answer> };
}

const { paths, components } = readSpec('admin/openapi.yaml') as OpenApi;

export const TOKEN = 'let-me-in';

/**
 * Asks the real admin API with its token, and the vendors of its simulator. Every answer of the
 * admin API is held against the OpenAPI file; one that breaks it fails the test that asked.
 */
export async function administered(fixture?: SimulatorOptions['fixture']) {
  const simulator = await startSimulator(vendors, { fixture });
  const admin = await startAdmin(simulator, { token: TOKEN });
  afterwards(async () => {
    await admin.close();
    await simulator.close();
  });
  const ask = supertest(admin.url);
  const method = (name: 'get' | 'post' | 'delete' | 'head' | 'put') => (path: string) =>
    (ask[name](path) as Test).auth(TOKEN, { type: 'bearer' }).expect(conform);
  return {
    simulator,
    admin,
    vendor: supertest(simulator.url),
    get: method('get'),
    head: method('head'),
    post: method('post'),
    put: method('put'),
    delete: method('delete'),
  };
}

/** What the OpenAPI file says of an answer. */
export function conform({ request, status, headers, text }: Response): void {
  const { method } = request as unknown as { method: string };
  if (method === 'HEAD' || text.startsWith('simulator bug')) return;
  const said = answerOf(method.toLowerCase(), new URL(request.url).pathname, status);
  if (!said?.content) {
    if (text !== '') throw new Error(`expected no body of ${status}, found ${text}`);
    return;
  }
  const [[type, { schema: shape }]] = Object.entries(said.content) as [
    [string, { schema: { $ref?: string } }],
  ];
  if (!headers['content-type']?.startsWith(type))
    throw new Error(`expected ${type}, found ${headers['content-type']}: ${text}`);
  if (shape.$ref === undefined) return;
  const validate = schema(`admin/${shape.$ref}`);
  if (!validate(JSON.parse(text)))
    throw new Error(`${shape.$ref} is broken: ${JSON.stringify(validate.errors)} by ${text}`);
}

/** Of a path or method that the file has not, there is only an error to tell. */
function answerOf(method: string, pathname: string, status: number): Answer | undefined {
  const [, item] =
    Object.entries(paths).find(([path]) =>
      new RegExp(`^${path.replace('{id}', '[^/]+')}$`).test(pathname),
    ) ?? [];
  const operation = item?.[method];
  const answer = operation?.responses[status];
  if (operation && !answer)
    throw new Error(`${method} ${pathname} answers ${status}, undocumented`);
  if (!answer) return components.responses.wrong;
  return answer.$ref === undefined
    ? answer
    : components.responses[answer.$ref.split('/').at(-1) as string];
}
