/** Has Redocly, openapi-typescript and Prism use the OpenAPI files as they are. */
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { promisify } from 'node:util';
import { startSimulator } from '../../dist/index.js';
import { startPrism } from './startPrism.js';

const files = {
  helpshift: { path: '/v2/amazon/issues/3423/_audit_logs' },
  motadata: { path: '/api/v1/request/1/audit/search/byqual', method: 'POST', body: '{}' },
  opsramp: { path: '/api/v2/tenants/client_4/incidents/INC0000001798/activitylog' },
  admin: { path: '/sessions' },
};
const bin = (name) => `node_modules/.bin/${name}`;
const file = (folder) => `../../specs/${folder}/openapi.yaml`;
const run = (name, ...args) =>
  execFileSync(bin(name), args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });

mkdirSync('made', { recursive: true });
for (const folder of Object.keys(files)) {
  run('redocly', 'lint', file(folder));
  run('openapi-typescript', file(folder), '--output', `made/${folder}.ts`);
  console.log(`${folder}: Redocly finds nothing, openapi-typescript makes a client`);
}

run('tsc', '--project', 'tsconfig.json');
const simulator = await startSimulator();
try {
  const client = await promisify(execFile)(process.execPath, ['made/client.js', simulator.url]);
  assert.deepEqual(JSON.parse(client.stdout), [4, 6, 9]);
  console.log('the client type-checks and gets 4, 6 and 9 records');
} finally {
  await simulator.close();
}

for (const [folder, { path, method = 'GET', body }] of Object.entries(files)) {
  const prism = await startPrism(file(folder));
  try {
    const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
    const mock = await fetch(prism.url + path, { method, body, headers });
    assert.equal(mock.status, 200, await mock.clone().text());
    const answer = await mock.json();
    const list = answer.audit_logs ?? answer.results ?? answer.sessions ?? answer;
    assert.ok(list.length > 0);
    console.log(`${folder}: Prism serves its example, a list of ${list.length}`);
  } finally {
    prism.stop();
  }
}
