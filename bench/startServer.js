/** Starts a server in a process of its own, and waits for its first answer. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { onCore } from './onCore.js';

/** Java takes a while on one core. */
const PATIENCE = 60_000;

const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * @param {(port: number) => string[]} command
 * @param {{ target: string, authorization: string }} first what is asked until it is answered with 200
 * @returns {Promise<Server>}
 *
 * @typedef {object} Server
 * @property {string} url
 * @property {number} pid
 * @property {number} took from the start to the first answer, milliseconds
 * @property {(message: object) => Promise<any>} ask asks a server of ours, over its channel
 * @property {() => Promise<void>} stop
 */
export async function startServer(command, { target, authorization }) {
  const port = await freePort();
  const [program, ...rest] = onCore('server', command(port));
  const began = performance.now();
  const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  running.add(child);
  let said = '';
  child.stderr.on('data', (text) => {
    said = (said + text).slice(-2000);
  });
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  while ((await statusOf(url + target, authorization)) !== 200) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended: ${said}`);
    if (performance.now() - began > PATIENCE) {
      child.kill('SIGKILL');
      throw new Error(`no 200 within ${PATIENCE / 1000} s: ${said}`);
    }
    await setTimeout(2);
  }
  const took = performance.now() - began;
  return {
    ...{ url, took, pid: child.pid },
    async ask(message) {
      child.send(message);
      const [reply] = await once(child, 'message');
      return reply;
    },
    async stop() {
      child.kill('SIGKILL');
      await ended;
      running.delete(child);
    },
  };
}

function statusOf(url, authorization) {
  return new Promise((resolve) => {
    get(url, { headers: { authorization }, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).on('error', () => resolve(undefined));
  });
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
