// A subject that keeps to the protocol but for one vendor, where it does what its first argument says.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { clients, readTrail } from 'auditrig/reference';

const [, , deed, victim] = process.argv;
const write = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const hello = {
  ...{ type: 'hello', protocol: 1, subject: { name: 'hostile' }, roles: ['client'] },
  ...{ vendors: Object.keys(clients), capabilities: [] },
};

const deeds = {
  silent: () => {},
  'crashes-in-the-middle': ({ id }) => {
    write({ type: 'records', id, records: [{}] });
    console.error('out of cheese');
    process.exit(7);
  },
  garbage: () => process.stdout.write('<html>\n'),
  'no-json': () => process.stdout.write('{"type":"result","id":\n'),
  'half-line': ({ id }) => {
    process.stdout.write(`{"type":"result","id":"${id}"`);
    process.exit();
  },
  'wrong-id': () => write({ type: 'result', id: 'another', complete: true }),
  'wrong-message': ({ id }) => write({ type: 'result', id, complete: 'yes' }),
  'unknown-type': ({ id }) => write({ type: 'resullt', id }),
  'hello-again': () => write(hello),
  'oversized-line': ({ id }) =>
    write({ type: 'records', id, records: ['x'.repeat(9 * 1024 * 1024)] }),
  'floods-stdout': () => {
    const flood = () => process.stdout.write(`${'x'.repeat(65536)}\n`, flood);
    flood();
  },
  'floods-stderr': () => {
    const flood = () => process.stderr.write(`${'x'.repeat(65536)}\n`, flood);
    flood();
  },
  'leaves-a-child': () => {
    const { pid } = spawn('sleep', ['60'], { stdio: 'inherit' });
    process.stderr.write(`pid ${pid}\n`, () => process.exit(3));
  },
  'ignores-sigterm': () => {
    process.on('SIGTERM', () => {});
    console.error('pid', process.pid);
    setInterval(() => {}, 1000);
  },
  'floods-records': ({ id }) => {
    const line = `${JSON.stringify({ type: 'records', id, records: Array(2000).fill(1) })}\n`;
    const flood = () => process.stdout.write(line.repeat(10), flood);
    flood();
  },
  'nests-deeply': ({ id }) =>
    process.stdout.write(
      `{"type":"records","id":"${id}","records":[${'['.repeat(1e5)}${']'.repeat(1e5)}]}\n`,
    ),
  'sleeps-unasked': ({ id }) => write({ type: 'sleep', id, until: '9999-12-31T23:59:59Z' }),
  'asks-for-ever': async ({ base_url }) => {
    while (true) await fetch(base_url).catch(() => {});
  },
};

async function fetchTicket(message) {
  if (deed in deeds && message.vendor === victim) return deeds[deed](message);
  const { id, vendor, ...question } = message;
  const records = [];
  for await (const record of readTrail(clients[vendor], question)) records.push(record);
  if (deed === 'noisy' && vendor === victim) console.log('reading …');
  write({ type: 'records', id, records });
  write({ type: 'result', id, complete: true });
  if (deed === 'replies-twice' && vendor === victim) write({ type: 'result', id, complete: true });
}

if (deed === 'crashes-at-start') throw new Error('no configuration');
const lines = createInterface({ input: process.stdin });
lines.on('line', async (line) => {
  const message = JSON.parse(line);
  if (message.type === 'hello' && deed !== 'says-nothing') write(hello);
  if (message.type === 'fetch') await fetchTicket(message);
});
