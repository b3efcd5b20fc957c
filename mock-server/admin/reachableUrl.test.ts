import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import supertest from 'supertest';
import { expect, it, onTestFinished } from 'vitest';
import { startSimulator } from '../startSimulator.js';
import { vendors } from '../vendors/index.js';
import { startAdmin } from './startAdmin.js';

/** Where the simulator is, to a client that reached the admin API by a name. */
async function told(host: string, name: string, path: string, method: 'get' | 'post') {
  const simulator = await startSimulator(vendors, { host });
  const admin = await startAdmin(simulator, { token: 't' });
  onTestFinished(async () => {
    await admin.close();
    await simulator.close();
  });
  const asked = supertest(admin.url)[method](path).auth('t', { type: 'bearer' }).set('Host', name);
  const { body } = await asked;
  return { baseUrl: body.vendors.helpshift.baseUrl, port: new URL(simulator.url).port };
}

for (const host of ['0.0.0.0', '::'])
  for (const [path, method] of [
    ['/sessions', 'post'],
    ['/sessions/default', 'get'],
  ] as const)
    it(`a simulator on ${host} is found by the name by which its admin API is: ${method} ${path}`, async () => {
      const { baseUrl, port } = await told(host, 'auditrig:4011', path, method);
      expect(baseUrl).toBe(`http://auditrig:${port}`);
    });

it('a simulator on every address is told as such to a client that names no host', async () => {
  const simulator = await startSimulator(vendors, { host: '0.0.0.0' });
  const admin = await startAdmin(simulator, { token: 't' });
  onTestFinished(async () => {
    await admin.close();
    await simulator.close();
  });
  for (const first of ['HTTP/1.0', 'HTTP/1.1\r\nHost: ']) {
    const socket = connect(Number(new URL(admin.url).port), '127.0.0.1');
    const head = `GET /sessions/default ${first}\r\nAuthorization: Bearer t\r\nConnection: close`;
    socket.end(`${head}\r\n\r\n`);
    expect(await text(socket)).toContain(`"baseUrl":"${simulator.url}"`);
  }
});

it('a simulator on one address is found there, whatever the admin API is called', async () => {
  const { baseUrl, port } = await told('127.0.0.1', 'auditrig:4011', '/sessions', 'post');
  expect(baseUrl).toBe(`http://127.0.0.1:${port}`);
});
