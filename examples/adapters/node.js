// Lets `auditrig check client` ask a client that is written for Node:
//   auditrig check client -- node examples/adapters/node.js
// Put your own client where readTrail is; everything else may stay.
import { createInterface } from 'node:readline';
import { ClientError, clients, readTrail } from 'auditrig/reference';

const write = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const next = async () => JSON.parse((await lines.next()).value ?? '{"type":"bye"}');

/** Waits by the asker's clock, so that nobody has to wait in truth; a client that sleeps by itself leaves `virtual-clock` away. */
const sleeping = (id, now) => async (milliseconds) => {
  write({ type: 'sleep', id, until: new Date(Date.parse(now) + milliseconds).toISOString() });
  now = (await next()).now;
};

async function fetchTicket({ id, vendor, now, ...question }) {
  try {
    let records = [];
    for await (const record of readTrail(clients[vendor], question, { sleep: sleeping(id, now) })) {
      records.push(record);
      if (records.length === 500) {
        write({ type: 'records', id, records });
        records = [];
      }
    }
    write({ type: 'records', id, records });
    write({ type: 'result', id, complete: true });
  } catch (error) {
    const code = error instanceof ClientError ? error.code : 'other';
    write({ type: 'error', id, code, message: error.message });
  }
}

for (let message = await next(); message.type !== 'bye'; message = await next()) {
  if (message.type === 'hello')
    write({
      type: 'hello',
      protocol: 1,
      subject: { name: 'reference', language: 'javascript' },
      roles: ['client'],
      vendors: Object.keys(clients),
      capabilities: ['since', 'until', 'order', 'actions', 'token', 'retry', 'virtual-clock'],
    });
  if (message.type === 'fetch') await fetchTicket(message);
}
process.exit();
