/** Who is measured: how each is started, at its fastest settings, and what it is asked. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filtered, PAGE_SIZE, targetOf, unfiltered } from './questions.js';

const here = dirname(fileURLToPath(import.meta.url));
const server = (name) => join(here, 'servers', `${name}.js`);
const peer = (name, ...rest) => join(here, 'node_modules', name, ...rest);

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} title
 * @property {string=} peer the package that it is, in whose folder its version stands
 * @property {string=} program what it needs beside Node
 * @property {(port: number, files: object) => string[]} command
 * @property {() => import('./questions.js').Question[]} questions
 * @property {(question: object) => string} target
 * @property {'one page' | 'any page' | 'any filter'} serves
 * @property {boolean=} isSlow left out where there is little time
 */

/** Serves one page, whatever is asked. */
const onePage = { questions: unfiltered, target: targetOf, serves: 'one page' };
const node = process.execPath;

const simulator = (port, { fixture }) => [
  ...[node, join(here, '../dist/cli/auditrig.js'), 'serve', fixture],
  ...['--port', `${port}`, '--no-admin', '--quiet'],
];

/** @type {Contender[]} */
export const contenders = [
  {
    ...{ ...onePage, name: 'bare', title: 'bare node:http, a ready buffer' },
    command: (port, { page }) => [node, server('bare'), `${port}`, page],
  },
  {
    ...{ ...onePage, name: 'express', title: 'Express with its defaults, a ready buffer' },
    peer: 'express',
    command: (port, { page }) => [node, server('express'), `${port}`, page],
  },
  {
    ...{ name: 'ours', title: 'auditrig, unfiltered', command: simulator },
    ...{ questions: unfiltered, target: targetOf, serves: 'any page' },
  },
  {
    ...{ name: 'ours-filtered', title: 'auditrig, filtered, sorted, deep', command: simulator },
    ...{ questions: filtered, target: targetOf, serves: 'any filter' },
  },
  {
    ...{ ...onePage, name: 'prism', title: 'Prism', peer: '@stoplight/prism-cli', isSlow: true },
    command: (port, { prism }) => [
      ...[node, peer('@stoplight/prism-cli', 'dist/index.js'), 'mock', prism, '-p', `${port}`],
      ...['--cors=false', '--multiprocess=false', '--verboseLevel=silent'],
    ],
  },
  {
    ...{ ...onePage, name: 'mockoon', title: 'Mockoon CLI', peer: '@mockoon/cli', isSlow: true },
    command: (port, { mockoon }) => [
      ...[node, peer('@mockoon/cli', 'bin/run.js'), 'start', '--data', mockoon],
      ...['--port', `${port}`, '--hostname', '127.0.0.1', '--disable-log-to-file'],
      ...['--disable-admin-api', '--max-transaction-logs', '1'],
    ],
  },
  {
    ...{ ...onePage, name: 'msw', title: "MSW's middleware", isSlow: true },
    peer: '@mswjs/http-middleware',
    command: (port, { page }) => [node, server('mswMiddleware'), `${port}`, page],
  },
  {
    ...{ ...onePage, name: 'wiremock', title: 'WireMock', peer: 'wiremock', isSlow: true },
    program: 'java',
    command: (port, { wiremock }) => [
      ...['java', '-jar', jarOf('wiremock'), '--port', `${port}`, '--bind-address', '127.0.0.1'],
      ...['--root-dir', wiremock, '--no-request-journal', '--disable-request-logging'],
      ...['--disable-gzip', '--disable-banner', '--disable-response-templating'],
    ],
  },
  {
    ...{ name: 'json-server', title: 'json-server, filtered, sorted, deep', peer: 'json-server' },
    ...{ questions: filtered, target: jsonServerTarget, serves: 'any filter', isSlow: true },
    command: (port, { jsonServer }) => [
      ...[node, peer('json-server', 'lib/cli/bin.js'), jsonServer, '--port', `${port}`],
      ...['--host', '127.0.0.1', '--quiet', '--read-only', '--no-cors', '--no-gzip'],
    ],
  },
];

function jarOf(name) {
  const { version } = JSON.parse(readFileSync(peer(name, 'package.json'), 'utf8'));
  return peer(name, 'build', `wiremock-standalone-${version}.jar`);
}

function jsonServerTarget({ trail, order, page, filter: { actions, since, until } }) {
  const query = new URLSearchParams([
    ...actions.map((action) => ['action', action]),
    ...[
      ['action_taken_at_gte', since],
      ['action_taken_at_lte', until],
    ],
    ...[
      ['_sort', 'action_taken_at'],
      ['_order', order],
      ['_page', page],
      ['_limit', PAGE_SIZE],
    ],
  ]);
  return `/issue-${1001 + trail}?${query}`;
}

/** Undefined where it is not installed. @param {Contender} contender */
export function versionOf({ peer: name }) {
  if (name === undefined) return process.versions.node;
  // Express is found where the simulator's is, too.
  const require = createRequire(import.meta.url);
  for (const folder of require.resolve.paths(name)) {
    const file = join(folder, name, 'package.json');
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).version;
  }
  return undefined;
}
