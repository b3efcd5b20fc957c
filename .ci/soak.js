/** Asks one simulator for very much, in parts, and prints the heap as it goes; it must stay flat. */
import { Agent, request } from 'node:http';
import { startSimulator } from '../dist/index.js';

/** What the heap may grow by, in MB. */
const SLACK = 3;

const fresh = { 'token-reissue': 'new' };
const client = { name: 'c', client_id: 'c', client_secret: 's' };
const simulator = await startSimulator({
  fixture: {
    name: 'soak',
    helpshift: {
      credentials: [{ api_key: 'k' }],
      domains: { d: { issues: { 1: { generate: { records: 10_000_000 } } } } },
    },
    motadata: {
      profile: fresh,
      credentials: [{ ...client, username: 'u', password: 'p' }],
      requests: {},
    },
    opsramp: {
      profile: fresh,
      tenants: { t: { credentials: [client], incidents: {} } },
    },
  },
});
const agent = new Agent({ keepAlive: true, maxSockets: 4 });

function ask(path, { form, authorization }) {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      ...(authorization && { authorization }),
    };
    const options = { agent, method: form ? 'POST' : 'GET', headers };
    request(simulator.url + path, options, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    })
      .on('error', reject)
      .end(form);
  });
}

const basic = (name, password) => `Basic ${btoa(`${name}:${password}`)}`;

/** Tokens that are new each time, half of them of each vendor that has tokens. */
const token = (i) =>
  i % 2
    ? ask('/auth/oauth/token', {
        form: 'grant_type=client_credentials&client_id=c&client_secret=s',
      })
    : ask('/api/oauth/token', {
        form: 'grant_type=password&username=u&password=p',
        authorization: basic('c', 's'),
      });

/** The keys of ten sessions, each with a journal that has long been full. */
const keys = [];
for (let i = 0; i < 10; i++)
  keys.push((await simulator.sessions.open()).vendors.helpshift.credentials[0].api_key);

const page = (i) =>
  ask(`/v2/d/issues/1/_audit_logs?page=${(i * 7919) % 50_000}&page_size=1`, {
    authorization: basic(keys[i % 10], ''),
  });

/** A session that is opened, used and closed. */
async function session() {
  const one = await simulator.sessions.open();
  const { api_key } = one.vendors.helpshift.credentials[0];
  const status = await ask('/v2/d/issues/1/_audit_logs?page_size=1', {
    authorization: basic(api_key, ''),
  });
  await one.close();
  return status;
}

let asked = 0;

async function repeat(count, act) {
  const end = asked + count;
  const worker = async () => {
    while (asked < end) {
      const status = await act(asked++);
      if (status !== 200) throw new Error(`refused with ${status}`);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
}

async function soak(what, count, act) {
  const warm = await repeat(20_000, act);
  console.log(`${what}: after 20,000 to warm up ${warm.toFixed(1)} MB`);
  let last = warm;
  for (let part = 1; part <= 4; part++) {
    last = await repeat(count / 4, act);
    console.log(`${what}: after ${(count / 4).toLocaleString('en')} more ${last.toFixed(1)} MB`);
  }
  if (last <= warm + SLACK) return;
  console.error(`${what}: the heap has grown`);
  process.exitCode = 1;
}

await soak('tokens', 100_000, token);
await soak('sessions', 100_000, session);
await soak('requests', 1_000_000, page);
agent.destroy();
await simulator.close();
