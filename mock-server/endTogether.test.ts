import { once } from 'node:events';
import { connect as connectTls } from 'node:tls';
import { Worker } from 'node:worker_threads';
import supertest from 'supertest';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { SimulatorOptions } from './Simulator.js';
import { startSimulator } from './startSimulator.js';
import { vendors } from './vendors/index.js';

const fixture = {
  name: 'ends',
  motadata: {
    profile: { preset: 'sibling-style' },
    credentials: [{ api_key: 'k' }],
    requests: { 1: { generate: { records: 5000 } }, 2: { records: [] } },
  },
};

async function played(options: SimulatorOptions = {}) {
  const simulator = await startSimulator(vendors, { fixture, ...options });
  onTestFinished(() => simulator.close());
  return simulator;
}

/** What is asked about a request, with a body that lets nothing pass, but only after a look at all records. */
function asked(id: number): string {
  const qual = {
    type: 'RelationalQualificationRest',
    leftOperand: { type: 'PropertyOperandRest', key: 'auditString' },
    operator: 'Contains',
    rightOperand: {
      type: 'ValueOperandRest',
      value: { type: 'StringValueRest', value: 'nothing has this' },
    },
  };
  const body = JSON.stringify({ qualDetails: { type: 'FlatQualificationRest', quals: [qual] } });
  return [
    `POST /api/v1/request/${id}/audit/search/byqual HTTP/1.1`,
    ...['Host: x', 'Authorization: Apikey k', 'Content-Type: application/json'],
    ...[`Content-Length: ${body.length}`, '', body],
  ].join('\r\n');
}

/** Sends a text, and tells how many milliseconds later each of so many answers came. */
const CLIENT = `
  const { connect } = require('node:net');
  const { parentPort, workerData: { url, text, count } } = require('node:worker_threads');
  const { hostname, port } = new URL(url);
  const begun = performance.now();
  const times = [];
  const socket = connect(Number(port), hostname, () => socket.write(text));
  socket.setEncoding('latin1').on('data', (some) => {
    for (const _ of some.matchAll(/HTTP\\/1.1 200/g)) times.push(performance.now() - begun);
    if (times.length < count) return;
    socket.destroy();
    parentPort.postMessage(times);
  });
`;

describe('answers that are ready together', () => {
  it('do not wait until all others are made, where that takes long', async () => {
    const { url } = await played();
    const [quick, slow] = [asked(2), asked(1)];
    const workerData = { url, text: quick + slow.repeat(20), count: 21 };
    const client = new Worker(CLIENT, { eval: true, workerData });
    const [times] = (await once(client, 'message')) as [number[]];
    expect(times[0]).toBeLessThan((times.at(-1) as number) / 2);
  });

  it('are sent while a test has put fakes in place of the timers', async () => {
    const { url } = await played();
    vi.useFakeTimers({ toFake: ['setImmediate'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    await supertest(url)
      .post('/api/v1/request/2/audit/search/byqual')
      .set('Authorization', 'Apikey k')
      .send({})
      .expect(200);
  });

  it('reach a client that says with its request, over TLS, that none follows', async () => {
    const { url, ca } = await played({ tls: true });
    const { hostname, port } = new URL(url);
    const told = { host: hostname, port: Number(port), ca: ca ?? '' };
    const socket = connectTls(told);
    await once(socket, 'secureConnect');
    socket.end(asked(2));
    expect((await socket.toArray()).join('')).toMatch(/^HTTP\/1.1 200 /);
  });
});
