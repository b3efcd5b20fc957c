// An adapter for Helpshift that is right, or, as the file that it is given says, keeps 500 records of a ticket at most.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ClientError, clients, readTrail } from 'auditrig/reference';

const isWrong = () => readFileSync(process.argv[2], 'utf8') === 'wrong';
const write = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

async function answer({ id, vendor, ...question }) {
  try {
    const records = [];
    for await (const record of readTrail(clients[vendor], question)) records.push(record);
    write({ type: 'records', id, records: isWrong() ? records.slice(0, 500) : records });
    write({ type: 'result', id, complete: true });
  } catch (error) {
    const code = error instanceof ClientError ? error.code : 'other';
    write({ type: 'error', id, code, message: error.message });
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if (message.type === 'bye') break;
  if (message.type === 'fetch') await answer(message);
  if (message.type === 'hello')
    write({
      ...{ type: 'hello', protocol: 1, subject: { name: 'changeable' }, roles: ['client'] },
      ...{ vendors: ['helpshift'], capabilities: [] },
    });
}
