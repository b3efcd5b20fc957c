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
      answer
        .resume()
        .on('error', reject)
        .on('end', () => resolve(answer.statusCode));
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

/** The keys of two sessions, each with a journal and a ledger of answers that have long been full. */
const keys = [];
for (let i = 0; i < 2; i++)
  keys.push((await simulator.sessions.open()).vendors.helpshift.credentials[0].api_key);

const page = (i) =>
  ask(`/v2/d/issues/1/_audit_logs?page=${(i * 7919) % 50_000}&page_size=1`, {
    authorization: basic(keys[i % 2], ''),
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

/** A hundred armed faults: some that happen now and then, and many that a request nearly meets. */
const now = [
  ...['reset', 'close', 'cut', 'loginPage', 'stale', { status: 503 }, { refuse: 'rate-limited' }],
  ...[{ corrupt: 'quotes' }, { gzip: 'cut' }, { redirect: 'other-host' }, { total: 5 }],
  ...[{ contentLength: -5 }, { contentLength: 5 }, { date: 'PT1H' }, { clock: 'PT1S' }],
].map((deed, i) => ({ when: { nth: `every ${401 + 2 * i}` }, do: deed }));
const nearly = Array.from({ length: 84 }, (_, i) => ({
  when: { endpoint: 'audit-log', page: 1_000_000 + i, query: { page_size: 1 } },
  do: 'reset',
}));
const growing = { when: { nth: 'every 5000' }, do: { append: 2 } };
const hostile = await simulator.sessions.open({
  vendors: ['helpshift'],
  faults: [growing, ...now, ...nearly],
});
const [{ api_key: hostileKey }] = hostile.vendors.helpshift.credentials;

/** How many answers there were of 500 or more. */
let gateways = 0;

/** A request that may meet anything; what it met is counted. */
async function met(i) {
  const path = `/v2/d/issues/1/_audit_logs?page=${(i * 7919) % 50_000}&page_size=1`;
  const status = await ask(path, { authorization: basic(hostileKey, '') }).catch(() => 0);
  if (status > 503) return status;
  if (status >= 500) gateways++;
  return 200;
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

/** @param first so many to warm up, after which all is full that is bounded */
async function soak(what, count, act, first = 20_000) {
  const warm = await repeat(first, act);
  console.log(`${what}: after ${first.toLocaleString('en')} to warm up ${warm.toFixed(1)} MB`);
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
await soak('requests', 1_000_000, page, 220_000);
await soak('faults', 1_000_000, met, 120_000);
for (const { name, fired } of hostile.faults().slice(0, now.length + 1)) {
  if (fired > 0) continue;
  console.error(`faults: ${name} has never happened`);
  process.exitCode = 1;
}
const { fired } = hostile.faults().find(({ name }) => name === 'status');
if (gateways > fired) {
  console.error(`faults: ${gateways} answers of 500 or more, and ${fired} were wanted`);
  process.exitCode = 1;
}
agent.destroy();
await simulator.close();
