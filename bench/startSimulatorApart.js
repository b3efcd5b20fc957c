/** Starts a simulator in a process of its own, with what a measurement needs. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from './startServer.js';
import { AUTHORIZATION } from './writeWorld.js';

const script = join(dirname(fileURLToPath(import.meta.url)), 'servers/simulator.js');

/** @param {object} options as `startSimulator` takes them, without a port */
export function startSimulatorApart(options, target = '/v2/shop/issues/1001/_audit_logs') {
  const command = [process.execPath, '--expose-gc', script];
  return startServer((port) => [...command, `${port}`, JSON.stringify(options)], {
    target,
    authorization: AUTHORIZATION,
  });
}
