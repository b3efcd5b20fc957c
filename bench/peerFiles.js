/** What the other mock servers are set up from: one page for whatever is asked. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listedRecord } from './listedRecords.js';
import { RECORDS, TRAILS } from './questions.js';

const PATH = '/v2/{domain}/issues/{issueId}/_audit_logs';

/** @param {object} page the answer @returns the files' paths */
export function peerFiles(folder, page) {
  const write = (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  mkdirSync(join(folder, 'wiremock/mappings'), { recursive: true });
  write('wiremock/mappings/page.json', wiremockMapping(page));
  return {
    prism: write('openapi.json', openapi(page)),
    mockoon: write('mockoon.json', mockoonEnvironment(page)),
    jsonServer: write('db.json', lists()),
    wiremock: join(folder, 'wiremock'),
  };
}

function openapi(page) {
  const named = (name) => ({ name, in: 'path', required: true, schema: { type: 'string' } });
  const content = { 'application/json': { schema: { type: 'object' }, example: page } };
  const answer = { description: 'a page', content };
  const get = { parameters: ['domain', 'issueId'].map(named), responses: { 200: answer } };
  const info = { title: 'audit logs', version: '1' };
  return { openapi: '3.1.0', info, paths: { [PATH]: { get } } };
}

function wiremockMapping(page) {
  return {
    request: { method: 'GET', urlPathTemplate: PATH },
    response: {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(page),
    },
  };
}

function mockoonEnvironment(page) {
  const uuid = (n) => `00000000-0000-4000-8000-00000000000${n}`;
  const response = {
    ...{ uuid: uuid(3), body: JSON.stringify(page), latency: 0, statusCode: 200, label: '' },
    ...{ headers: [{ key: 'Content-Type', value: 'application/json' }], bodyType: 'INLINE' },
    ...{ filePath: '', databucketID: '', sendFileAsBody: false, rules: [], rulesOperator: 'OR' },
    ...{
      disableTemplating: true,
      fallbackTo404: false,
      default: true,
      crudKey: 'id',
      callbacks: [],
    },
  };
  const route = {
    ...{ uuid: uuid(2), type: 'http', documentation: '', method: 'get', responses: [response] },
    ...{ endpoint: PATH.slice(1).replaceAll(/\{(\w+)\}/g, ':$1'), responseMode: null },
    ...{ streamingMode: null, streamingInterval: 0 },
  };
  return {
    ...{ uuid: uuid(1), lastMigration: 33, name: 'audit logs', port: 3000, hostname: '' },
    ...{ endpointPrefix: '', latency: 0, folders: [], routes: [route], proxyMode: false },
    ...{
      rootChildren: [{ type: 'route', uuid: uuid(2) }],
      proxyHost: '',
      proxyRemovePrefix: false,
    },
    ...{ tlsOptions: { enabled: false }, cors: false, headers: [], proxyReqHeaders: [] },
    ...{ proxyResHeaders: [], data: [], callbacks: [] },
  };
}

/** All records, as it filters them itself. */
function lists() {
  const list = (trail) => Array.from({ length: RECORDS }, (_, i) => listedRecord(i, trail));
  return Object.fromEntries(
    Array.from({ length: TRAILS }, (_, trail) => [`issue-${1001 + trail}`, list(trail)]),
  );
}
