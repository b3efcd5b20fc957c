import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { schema } from '../specs/schemas.js';
import { readPresets } from '../specs/switches.js';
import { startSimulator } from './startSimulator.js';
import { vendors } from './vendors/index.js';

const record = {
  helpshift: { action_taken_at: 1, action: 'create-issue', actor: {} },
  motadata: { auditString: 's', auditDate: 'Wed, Oct 08, 2025 01:07 pm' },
  opsramp: {
    activity: 'a',
    createdTime: '2018-10-24T05:26:27+0000',
    logType: 'TICKET',
    createdBy: { loginName: 'l' },
  },
};

function world(preset: string) {
  const profile = (vendor: string) =>
    readPresets(vendor).some(({ name }) => name === preset) ? { profile: { preset } } : {};
  return {
    name: preset,
    helpshift: {
      ...profile('helpshift'),
      credentials: [{ api_key: 'k' }],
      domains: { '1': { issues: { '1': { records: [record.helpshift] } } } },
    },
    motadata: {
      ...profile('motadata'),
      credentials: [{ token: 'k' }],
      requests: { '1': { records: [record.motadata] } },
    },
    opsramp: {
      ...profile('opsramp'),
      tenants: {
        '1': { credentials: [{ token: 'k' }], incidents: { '1': { records: [record.opsramp] } } },
      },
    },
  };
}

const presets = [
  ...new Set(vendors.flatMap(({ name }) => readPresets(name).map((one) => one.name))),
];
const simulators = await Promise.all(
  presets.map((preset) => startSimulator(vendors, { fixture: world(preset) })),
);
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
afterAll(() => {
  agent.destroy();
  return Promise.all(simulators.map((simulator) => simulator.close()));
});

const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary' }).map(encodeURIComponent) },
  {
    weight: 2,
    arbitrary: fc.string({ unit: 'grapheme-ascii' }).map((text) => text.replace(/[\s#?&/]/g, '')),
  },
  { weight: 2, arbitrary: fc.integer().map(String) },
  { weight: 2, arbitrary: fc.double().map((number) => encodeURIComponent(String(number))) },
  { weight: 2, arbitrary: fc.json().map(encodeURIComponent) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      '',
      '%00',
      '%FF%FE',
      '%',
      '%2',
      '%ZZ',
      '%2541',
      '%252525',
      '__proto__',
      'constructor',
      '1e9',
      '0x10',
      '-0',
      'NaN',
      'Infinity',
      '99999999999999999999999',
      '%5B%22a%22',
      '[]',
      '%5B1%5D',
      'true',
      'TRUE',
      'null',
      '2018-10-24T05:26:27%2B0000',
      '2018-10-24T05:26:27+0000',
      '+',
      '999999-01-01T00:00:00%2B0000',
      'x'.repeat(4000),
      '%25'.repeat(500),
    ),
  },
);

const targets = vendors.flatMap(({ endpoints }) =>
  endpoints.flatMap((endpoint) => endpoint.paths.map((path) => ({ endpoint, path }))),
);
const names = [
  ...new Set(
    targets.flatMap(({ endpoint }) => [
      ...endpoint.parameters,
      ...['offset', 'size', 'pageNo', 'pageSize', '__proto__'],
    ]),
  ),
];

/** A path whose names are sometimes hostile, and a query of hostile values, repeated at times. */
const target = fc
  .record({
    which: fc.constantFrom(...targets),
    ids: fc.array(
      fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: hostile }),
      { minLength: 2, maxLength: 2 },
    ),
    query: fc.array(
      fc.tuple(
        fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...names) },
          { weight: 1, arbitrary: hostile },
        ),
        hostile,
      ),
      { maxLength: 5 },
    ),
  })
  .map(({ which: { endpoint, path }, ids, query }) => {
    const steps = endpoint.address.filter((step: string) => step.startsWith(':'));
    const filled = steps.reduce(
      (text: string, step: string, i: number) => text.replace(step, () => ids[i] ?? '1'),
      path,
    );
    return {
      shape: endpoint.shape,
      method: endpoint.method as string,
      path: `${filled}?${query.map((pair) => pair.join('=')).join('&')}`,
    };
  });
const body = fc.oneof(
  { weight: 4, arbitrary: fc.constant(Buffer.from('{}')) },
  { weight: 3, arbitrary: fc.json().map((text) => Buffer.from(text)) },
  { weight: 3, arbitrary: fc.uint8Array().map((bytes) => Buffer.from(bytes)) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        '',
        '[',
        '{"a":1}{',
        '\ufeff{}',
        '{"__proto__":{"x":1}}',
        '{"qualDetails":null}',
        '{"qualDetails":{"quals":[{}]}}',
        '{"qualDetails":{"quals":[{"leftOperand":null}]}}',
        '['.repeat(100_000),
        '{"a":'.repeat(10_000),
      )
      .map((text) => Buffer.from(text)),
  },
);
const authorization = fc.oneof(
  { weight: 8, arbitrary: fc.constant('Bearer k') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      'Bearer',
      'Bearer ',
      'Basic',
      'Basic !',
      'Apikey',
      'Apikey %',
      'Apikey %2541',
      'Bearer k k',
      'BEARER k',
      '%',
      'Basic '.repeat(500),
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii' }) },
);
const contentType = fc.constantFrom(
  'application/json',
  'text/plain',
  'application/json; charset=utf-16',
  '',
  'multipart/form-data',
  ';;;',
);
const encoding = fc.oneof(
  { weight: 20, arbitrary: fc.constant('identity') },
  { weight: 1, arbitrary: fc.constantFrom('gzip', 'br', 'nonsense') },
);

interface Answer {
  status: number;
  text: string;
}

function ask(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { origin } = new URL(url.slice(0, url.indexOf('/', 8)));
    const sent = request(
      origin,
      { agent, method, path: url.slice(origin.length), headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (data) => {
          text += data;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    sent.on('error', reject);
    sent.end(method === 'POST' ? body : undefined);
  });
}

/** The vendor's own refusal or repair, in its own shape; never an error of the simulator's. */
function expectDialect({ status, text }: Answer, path: string, served: string): void {
  expect(text).not.toContain('simulator bug');
  expect([200, 400, 401, 403, 404, 405, 407, 413, 415]).toContain(status);
  const vendor = vendors.find(({ prefixes }) =>
    prefixes.some((prefix) => path.startsWith(`${prefix}/`)),
  );
  const shape = status === 200 ? served : 'refusal';
  const validate = schema(`${vendor?.name}/variants.schema.json#/$defs/${shape}`);
  expect(validate(JSON.parse(text)), `${status} ${text} ${JSON.stringify(validate.errors)}`).toBe(
    true,
  );
}

describe('bad input', () => {
  it('http/never-500: of any parameter, header and body gets a refusal or a repair', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(simulators.length - 1),
        target,
        fc.record({ authorization, 'content-type': contentType, 'content-encoding': encoding }),
        body,
        async (which, { method, path, shape }, headers, body) => {
          const own =
            method === 'POST'
              ? { ...headers, 'content-length': String(body.length) }
              : { authorization: headers.authorization };
          const { url } = simulators[which] as (typeof simulators)[0];
          expectDialect(await ask(method, url + path, own, body), path, shape);
        },
      ),
      { numRuns: 10_000 },
    );
  }, 300_000);

  it('http/never-500: as bytes that are hardly HTTP gets an answer, and the next request too', async () => {
    const bytes = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\0', '\r', 'é', '\u2028', 'x'.repeat(20_000)),
    );
    await fc.assert(
      fc.asyncProperty(target, bytes, bytes, async ({ method, path }, inPath, inHeader) => {
        const { hostname, port } = new URL(simulators[0]?.url ?? '');
        const text = await new Promise<string>((resolve) => {
          const socket = connect(Number(port), hostname);
          let answer = '';
          socket.on('data', (data) => {
            answer += data;
          });
          socket.on('close', () => resolve(answer));
          socket.on('error', () => {});
          socket.end(
            `${method} ${path}${inPath} HTTP/1.1\r\nHost: x\r\nAuthorization: ${inHeader}\r\nConnection: close\r\n\r\n`,
          );
        });
        expect(text).not.toMatch(/simulator bug|^HTTP\/1\.1 5/);
      }),
      { numRuns: 500 },
    );
    await fetch(simulators[0]?.url ?? '');
  }, 120_000);
});
