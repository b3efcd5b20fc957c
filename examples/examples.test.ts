import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readFixture } from '../fixtures/language/readFixture.js';
import { startSimulator } from '../index.js';
import { vendors } from '../mock-server/vendors/index.js';

const run = promisify(execFile);

/** Why an interpreter cannot be used here, if it cannot. */
function missing(command: string): string | undefined {
  try {
    execFileSync(command, [command === 'java' ? '-version' : '--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return `${command} is not on this machine`;
  }
}

const python = missing('python3');
const java = missing('java');
const curl = missing('curl');

/** The records of the default fixture, by vendor, oldest first. */
const records = Object.fromEntries(
  readFixture(
    ['fixtures/documented.yaml'],
    vendors.map(({ language }) => language),
  ).sections.map(({ vendor, tickets }) => [
    vendor,
    tickets.flatMap((ticket) => [...ticket.records].map(({ record }) => record)),
  ]),
);

const incident = 'INC0000001798';
const lines = (out: string) => out.trim().split('\n');
const sorted = (all: unknown[]) => all.map((one) => JSON.stringify(one)).sort();

const examples = ['helpshift', 'motadata', 'opsramp'];

/** Runs an example against a simulator of its own, which it must trust if it speaks TLS. */
async function example(tls: boolean, command: string, args: (base: string) => string[]) {
  const { url, ca, close } = await startSimulator({ tls });
  const folder = mkdtempSync(join(tmpdir(), 'auditrig-'));
  const authority = join(folder, 'ca.pem');
  writeFileSync(authority, ca ?? '');
  const trust = tls ? { SSL_CERT_FILE: authority, CURL_CA_BUNDLE: authority } : {};
  const { stdout } = await run(command, args(url), { env: { ...process.env, ...trust } });
  await close();
  rmSync(folder, { recursive: true });
  return lines(stdout).map((line) => JSON.parse(line));
}

for (const tls of [false, true]) {
  const over = tls ? 'https' : 'http';

  describe.skipIf(python)(`the examples in Python over ${over}`, () => {
    for (const vendor of examples)
      it(`print every record of ${vendor}`, async () => {
        const printed = await example(tls, 'python3', (base) => [
          `examples/python/${vendor}.py`,
          '--base',
          base,
        ]);
        expect(sorted(printed)).toEqual(sorted(records[vendor] as unknown[]));
      });
  });

  describe.skipIf(curl)(`the examples in curl over ${over}`, () => {
    for (const vendor of examples)
      it(`print every record of ${vendor}`, async () => {
        const answers = await example(tls, 'sh', (base) => [`examples/shell/${vendor}.sh`, base]);
        const served = answers.flatMap((answer) => answer.audit_logs ?? answer.results ?? answer);
        expect(sorted(served)).toEqual(sorted(records[vendor] as unknown[]));
      });
  });
}

/**
 * Runs a client that asks before it waits, and moves the clock by exactly what it says, which it
 * has from the vendor's own header. Every line that it prints takes it so many seconds. Gives what
 * it printed, and how often it waited.
 */
async function used(
  command: string,
  args: string[],
  fixture: object,
  secondsPerLine: number,
  env: Record<string, string> = {},
) {
  const simulator = await startSimulator({ fixture });
  const child = spawn(
    command,
    args.map((arg) => arg.replace('{base}', simulator.url)),
    { env: { ...process.env, ...env } },
  );
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const printed: string[] = [];
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const began = simulator.clock.now();
  for await (const line of createInterface({ input: child.stdout })) {
    const [, seconds] = /^wait (\S+)$/.exec(line) ?? [];
    if (seconds === undefined) printed.push(line);
    simulator.clock.advance(`PT${Number(seconds ?? secondsPerLine).toFixed(3)}S`);
    if (seconds !== undefined) child.stdin.write('\n');
  }
  const code = await ended;
  const hours = (simulator.clock.now() - began) / 3_600_000;
  await simulator.close();
  const waits = said.match(/too many requests/g)?.length ?? 0;
  const renewed = said.match(/the token is dead/g)?.length ?? 0;
  return { code, printed, said, waits, renewed, hours };
}

const now = '2025-11-03T09:00:00Z';
const rounds = 40;

describe('an hour of use with the clock moved', () => {
  const opsramp = {
    name: 'an hour',
    now,
    opsramp: {
      profile: { 'rate-limit': 1, 'token-lifetime': 600 },
      tenants: {
        client_4: {
          credentials: [{ client_id: 'opsramp-demo-client', client_secret: 'opsramp-demo-secret' }],
          incidents: { [incident]: { records: records.opsramp } },
        },
      },
    },
  };

  const motadata = {
    name: 'an hour',
    now,
    motadata: {
      profile: { 'rate-limit-capacity': 1, 'rate-limit-refill': 1, 'token-lifetime': 600 },
      credentials: [
        {
          client_id: 'motadata-demo-client',
          client_secret: 'motadata-demo-secret',
          username: 'demo@example.com',
          password: 'motadata-demo-password',
        },
      ],
      requests: { '1': { records: records.motadata } },
    },
  };

  const helpshift = {
    name: 'an hour',
    now,
    helpshift: {
      profile: { 'rate-limit': 3 },
      credentials: [{ api_key: 'hs-demo-key' }],
      domains: { amazon: { issues: { '3423': { records: records.helpshift } } } },
    },
  };

  it.skipIf(python)('is survived by the OpsRamp client in Python', async () => {
    const args = ['examples/python/opsramp.py', '--base', '{base}', '--incident', incident];
    args.push('--rounds', `${rounds}`, '--ask');
    const { code, printed, waits, renewed, hours } = await used('python3', args, opsramp, 1);
    expect({ code, printed: printed.length }).toEqual({ code: 0, printed: 9 * rounds });
    expect(hours).toBeGreaterThan(1);
    expect(renewed).toBeGreaterThan(5);
    expect(waits).toBeGreaterThan(30);
    // Two requests a round, one a minute: no wait was in vain.
    expect(waits).toBeLessThanOrEqual(2 * rounds);
  });

  it.skipIf(java)('is survived by the OpsRamp client in Java', async () => {
    const args = ['examples/java/OpsRamp.java', '{base}', incident, `${2 * rounds}`, 'ask'];
    const { code, printed, said, waits, renewed, hours } = await used('java', args, opsramp, 1);
    expect(said).not.toContain('Exception');
    expect(code).toBe(0);
    expect(printed.map((line) => JSON.parse(line).results.length)).toEqual(
      Array(2 * rounds).fill(9),
    );
    expect(hours).toBeGreaterThan(1);
    expect(renewed).toBeGreaterThan(5);
    expect(waits).toBeGreaterThan(30);
    expect(waits).toBeLessThanOrEqual(2 * rounds);
  });

  it.skipIf(python)('is survived by the Motadata client in Python', async () => {
    const args = ['examples/python/motadata.py', '--base', '{base}', '--rounds', '100', '--ask'];
    const { code, printed, waits, renewed, hours } = await used('python3', args, motadata, 7);
    expect({ code, printed: printed.length }).toEqual({ code: 0, printed: 600 });
    expect(hours).toBeGreaterThan(1);
    expect(renewed).toBeGreaterThan(5);
    expect(waits).toBeGreaterThan(30);
    expect(waits).toBeLessThanOrEqual(201);
  });

  it.skipIf(python)('is survived by the Helpshift client in Python', async () => {
    const args = ['examples/python/helpshift.py', '--base', '{base}', '--rounds', '60', '--ask'];
    const { code, printed, waits, hours } = await used('python3', args, helpshift, 1);
    expect({ code, printed: printed.length }).toEqual({ code: 0, printed: 240 });
    expect(hours).toBeGreaterThan(1);
    expect(waits).toBeGreaterThan(30);
    // Four requests a round, three a minute.
    expect(waits).toBeLessThanOrEqual(80);
  });

  /** Runs an example in curl, and gives the records of all its answers beside what it did. */
  async function usedInCurl(args: string[], fixture: object, secondsPerLine: number) {
    const use = await used('sh', args, fixture, secondsPerLine, { ASK: 'yes' });
    const served = use.printed
      .map((line) => JSON.parse(line))
      .flatMap((answer) => answer.audit_logs ?? answer.results ?? answer);
    return { ...use, served };
  }

  /** Every record of a vendor, as often as it was read. */
  const every = (vendor: string, times: number) =>
    sorted(Array(times).fill(records[vendor]).flat());

  it.skipIf(curl)('is survived by the OpsRamp client in curl', async () => {
    const args = ['examples/shell/opsramp.sh', '{base}', incident, '30'];
    const { code, served, waits, renewed } = await usedInCurl(args, opsramp, 60);
    expect(code).toBe(0);
    expect(sorted(served)).toEqual(every('opsramp', 30));
    // The first token is dead from the start.
    expect(renewed).toBeGreaterThan(2);
    expect(waits).toBeGreaterThan(10);
    expect(waits).toBeLessThanOrEqual(60);
  });

  it.skipIf(curl)('is survived by the Motadata client in curl', async () => {
    const args = ['examples/shell/motadata.sh', '{base}', '30'];
    const { code, served, waits, renewed } = await usedInCurl(args, motadata, 120);
    expect(code).toBe(0);
    expect(sorted(served)).toEqual(every('motadata', 30));
    expect(renewed).toBeGreaterThan(2);
    expect(waits).toBeGreaterThan(10);
    expect(waits).toBeLessThanOrEqual(61);
  });

  it.skipIf(curl)('is survived by the Helpshift client in curl', async () => {
    const args = ['examples/shell/helpshift.sh', '{base}', '20'];
    const { code, served, waits } = await usedInCurl(args, helpshift, 1);
    expect(code).toBe(0);
    expect(sorted(served)).toEqual(every('helpshift', 20));
    expect(waits).toBeGreaterThan(10);
    // Four requests a round, three a minute.
    expect(waits).toBeLessThanOrEqual(28);
  });
});
