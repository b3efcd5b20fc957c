/** Asks one simulator for 100,000 tokens, half of each vendor that has them, and prints the heap as it goes. */
import { Agent, request } from 'node:http';
import { startSimulator } from '../dist/index.js';

const fresh = { 'token-reissue': 'new' };
const simulator = await startSimulator({
  fixture: {
    name: 'soak',
    motadata: {
      profile: fresh,
      credentials: [{ client_id: 'c', client_secret: 's', username: 'u', password: 'p' }],
      requests: {},
    },
    opsramp: {
      profile: fresh,
      tenants: { t: { credentials: [{ client_id: 'c', client_secret: 's' }], incidents: {} } },
    },
  },
});
const agent = new Agent({ keepAlive: true, maxSockets: 4 });

function post(path, form, headers = {}) {
  return new Promise((resolve, reject) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const options = { agent, method: 'POST', headers: { ...type, ...headers } };
    const asked = request(simulator.url + path, options, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    asked.on('error', reject).end(form);
  });
}

const kinds = [
  () => post('/auth/oauth/token', 'grant_type=client_credentials&client_id=c&client_secret=s'),
  () =>
    post('/api/oauth/token', 'grant_type=password&username=u&password=p', {
      authorization: `Basic ${btoa('c:s')}`,
    }),
];

async function ask(count) {
  let asked = 0;
  const one = async () => {
    while (asked < count) {
      const status = await kinds[asked++ % 2]();
      if (status !== 200) throw new Error(`a token was refused with ${status}`);
    }
  };
  await Promise.all([one(), one(), one(), one()]);
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
}

const warm = await ask(4000);
console.log(`after 4,000 to warm up: ${warm.toFixed(1)} MB`);
let last = warm;
for (let done = 25_000; done <= 100_000; done += 25_000) {
  last = await ask(25_000);
  console.log(`after ${done.toLocaleString('en')} more: ${last.toFixed(1)} MB`);
}
agent.destroy();
await simulator.close();
if (last > warm + 2) {
  console.error('the heap has grown');
  process.exitCode = 1;
}
