import { execFile, execFileSync, spawn } from 'node:child_process';
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

/** The records of the default fixture, by vendor, oldest first. */
const records = Object.fromEntries(
  readFixture(
    ['fixtures/documented.yaml'],
    vendors.map(({ language }) => language),
  ).sections.map(({ vendor, tickets }) => [
    vendor,
    tickets.flatMap((ticket) => ticket.records.map(({ record }) => record)),
  ]),
);

const incident = 'INC0000001798';
const lines = (out: string) => out.trim().split('\n');
const sorted = (all: unknown[]) => all.map((one) => JSON.stringify(one)).sort();

describe.skipIf(python)('the examples in Python', () => {
  const extra: Record<string, string[]> = {
    helpshift: [],
    motadata: [],
    opsramp: ['--incident', incident],
  };
  for (const vendor of Object.keys(extra))
    it(`print every record of ${vendor}`, async () => {
      const { url, close } = await startSimulator();
      const { stdout } = await run('python3', [
        `examples/python/${vendor}.py`,
        '--base',
        url,
        ...(extra[vendor] as string[]),
      ]);
      await close();
      expect(sorted(lines(stdout).map((line) => JSON.parse(line)))).toEqual(
        sorted(records[vendor] as unknown[]),
      );
    });
});

describe.skipIf(missing('curl'))('the examples in curl', () => {
  const extra: Record<string, string[]> = { helpshift: [], motadata: [], opsramp: [incident] };
  for (const vendor of Object.keys(extra))
    it(`print every record of ${vendor}`, async () => {
      const { url, close } = await startSimulator();
      const { stdout } = await run('sh', [
        `examples/shell/${vendor}.sh`,
        url,
        ...(extra[vendor] as string[]),
      ]);
      await close();
      const answers = lines(stdout).map((line) => JSON.parse(line));
      const served = answers.flatMap((answer) => answer.audit_logs ?? answer.results ?? answer);
      expect(sorted(served)).toEqual(sorted(records[vendor] as unknown[]));
    });
});

/**
 * Runs a client that asks before it waits, and moves the clock by what it says, and by a minute
 * more for what it does between. Gives what it printed.
 */
async function anHourOf(command: string, args: string[], fixture: object) {
  const simulator = await startSimulator({ fixture });
  const child = spawn(
    command,
    args.map((arg) => arg.replace('{base}', simulator.url)),
  );
  const printed: string[] = [];
  let said = '';
  let waits = 0;
  const began = simulator.clock.now();
  child.stderr.on('data', (data) => {
    said += data;
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const [, seconds] = /^wait (\S+)$/.exec(line) ?? [];
    if (seconds === undefined) printed.push(line);
    else {
      waits++;
      // Never less than what the vendor's own header said, so that one wait must be enough.
      simulator.clock.advance(`PT${Math.ceil(Number(seconds) * 1000) / 1000 + 60}S`);
      child.stdin.write('\n');
    }
  }
  const code = await new Promise((resolve) =>
    child.exitCode === null ? child.on('exit', resolve) : resolve(child.exitCode),
  );
  const hours = (simulator.clock.now() - began) / 3_600_000;
  await simulator.close();
  return { code, printed, said, waits, hours };
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

  it.skipIf(python)('is survived by the OpsRamp client in Python', async () => {
    const args = [
      'examples/python/opsramp.py',
      '--base',
      '{base}',
      '--incident',
      incident,
      '--rounds',
      `${rounds}`,
      '--ask',
    ];
    const { code, printed, said, waits, hours } = await anHourOf('python3', args, opsramp);
    expect({ code, printed: printed.length }).toEqual({ code: 0, printed: 9 * rounds });
    expect(hours).toBeGreaterThan(1);
    expect(said.split('the token is dead').length - 1).toBeGreaterThan(5);
    expect(waits).toBeGreaterThan(30);
  });

  it.skipIf(java)('is survived by the OpsRamp client in Java', async () => {
    const args = ['examples/java/OpsRamp.java', '{base}', incident, `${rounds}`, 'ask'];
    const { code, printed, said, hours } = await anHourOf('java', args, opsramp);
    expect(said).not.toContain('Exception');
    expect(code).toBe(0);
    expect(printed.map((line) => JSON.parse(line).results.length)).toEqual(Array(rounds).fill(9));
    expect(hours).toBeGreaterThan(1);
    expect(said.split('the token is dead').length - 1).toBeGreaterThan(5);
  });

  it.skipIf(python)('is survived by the Motadata client in Python', async () => {
    const fixture = {
      name: 'an hour',
      now,
      motadata: {
        profile: { 'rate-limit-capacity': 2, 'rate-limit-refill': 1, 'token-lifetime': 600 },
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
    const args = ['examples/python/motadata.py', '--base', '{base}', '--rounds', '100', '--ask'];
    const { code, printed, said, hours } = await anHourOf('python3', args, fixture);
    expect({ code, printed: printed.length }).toEqual({ code: 0, printed: 600 });
    expect(hours).toBeGreaterThan(1);
    expect(said.split('the token is dead').length - 1).toBeGreaterThan(5);
  });

  it.skipIf(python)('is survived by the Helpshift client in Python', async () => {
    const fixture = {
      name: 'an hour',
      now,
      helpshift: {
        profile: { 'rate-limit': 3 },
        credentials: [{ api_key: 'hs-demo-key' }],
        domains: { amazon: { issues: { '3423': { records: records.helpshift } } } },
      },
    };
    const args = ['examples/python/helpshift.py', '--base', '{base}', '--rounds', '30', '--ask'];
    const { code, printed, waits, hours } = await anHourOf('python3', args, fixture);
    expect({ code, printed: printed.length }).toEqual({ code: 0, printed: 120 });
    expect(hours).toBeGreaterThan(1);
    expect(waits).toBeGreaterThan(30);
  });
});
