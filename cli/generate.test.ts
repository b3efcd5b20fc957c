import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { readFixture } from '../fixtures/language/readFixture.js';
import { startSimulator } from '../mock-server/startSimulator.js';
import { vendors } from '../mock-server/vendors/index.js';
import { auditrig, bin, run } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-'));
afterAll(() => rmSync(folder, { recursive: true }));

const languages = vendors.map(({ language }) => language);
const names = vendors.map(({ name }) => name);

function ticketsOf(fixture: string | object) {
  return readFixture([fixture], languages).sections.flatMap(({ tickets }) => tickets);
}

const dials = [
  '--records',
  '300',
  '--seed',
  '9',
  '--dial',
  'late.count=3',
  '--dial',
  'late.after=PT90S',
];

describe.concurrent('auditrig generate', () => {
  for (const vendor of names)
    it(`prints a fixture of ${vendor} that lists what generate: makes of the same dials`, async () => {
      const { stdout, stderr } = await auditrig('generate', vendor, ...dials);
      const file = join(folder, `${vendor}.yaml`);
      writeFileSync(file, stdout);
      const [listed] = ticketsOf(file);
      const generate = { records: 300, seed: 9, late: { count: 3, after: 'PT90S' } };
      const sibling = stdout.replace(
        /^( *)records:\n(?: *- .*\n)+/m,
        `$1generate: ${JSON.stringify(generate)}\n`,
      );
      writeFileSync(join(folder, `${vendor}-lazy.yaml`), sibling);
      const [{ generated } = expect.fail()] = ticketsOf(join(folder, `${vendor}-lazy.yaml`));
      expect(stderr).toBe('');
      expect(listed?.records.length).toBe(300);
      for (const [i, { record, time, action, visibleFrom }] of [
        ...(listed?.records ?? []),
      ].entries()) {
        expect([record, time]).toEqual([generated?.record(i), generated?.timeOf(i)]);
        expect(action).toBe(generated?.actionOf(i));
        expect(visibleFrom).toBe(generated?.late.find(({ index }) => index === i)?.visibleFrom);
      }
    });

  it('says in the fixture by which command it was made, and what the schema is', async () => {
    const { stdout } = await auditrig('generate', 'helpshift', '--dial', 'actions={assign: 1}');
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      '# yaml-language-server: $schema=./fixture.schema.json',
      "# auditrig generate helpshift --dial 'actions={assign: 1}'",
      'name: generated',
    ]);
  });

  it('writes ndjson that a fixture can read, with frames around late records', async () => {
    const file = join(folder, 'records.ndjson');
    const { stdout, stderr } = await auditrig('generate', 'opsramp', ...dials, '--out', file);
    expect([stdout, stderr]).toEqual(['', '']);
    const lines = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(300);
    expect(lines.flatMap(({ visibleAfter }) => visibleAfter ?? [])).toEqual([
      'PT90S',
      'PT90S',
      'PT90S',
    ]);
    const { stdout: printed } = await auditrig(
      'generate',
      'opsramp',
      ...dials,
      '--format',
      'ndjson',
    );
    expect(printed).toBe(readFileSync(file, 'utf8'));
  });

  it('writes several tickets into a new folder, with a fixture that names them all', async () => {
    const out = join(folder, 'many');
    const args = [
      'generate',
      'motadata',
      '--tickets',
      '3',
      '--records',
      '20',
      '--format',
      'ndjson',
    ];
    expect((await auditrig(...args, '--out', out)).code).toBe(0);
    expect(readdirSync(out).toSorted()).toEqual([
      '1.ndjson',
      '2.ndjson',
      '3.ndjson',
      'fixture.yaml',
    ]);
    const tickets = ticketsOf(join(out, 'fixture.yaml'));
    expect(tickets.map(({ address, records }) => [address, records.length])).toEqual([
      [['1'], 20],
      [['2'], 20],
      [['3'], 20],
    ]);
  });

  it('prints several tickets as one fixture', async () => {
    const file = join(folder, 'several.yaml');
    const args = ['--tickets', '3', '--records', '20', '--out', file];
    await auditrig('generate', 'opsramp', ...args);
    expect(ticketsOf(file).map(({ records }) => records.length)).toEqual([20, 20, 20]);
  });

  it('says in each fixture that it is --to, so that the late records that come after are late', async () => {
    const to = '2025-03-10T00:00:00Z';
    const args = ['--records', '30', '--to', to, '--dial', 'late={count: 29, after: P7D}'];
    const [yaml, out] = [join(folder, 'now.yaml'), join(folder, 'now')];
    const ndjson = [...args, '--format', 'ndjson', '--tickets', '2'];
    await auditrig('generate', 'opsramp', ...args, '--out', yaml);
    await auditrig('generate', 'motadata', ...ndjson, '--out', out);
    // Two vendors' files are one world, as they agree.
    const { now, sections } = readFixture([yaml, join(out, 'fixture.yaml')], languages);
    expect([now, sections.length]).toEqual([Date.parse(to), 2]);
    for (const ticket of sections.flatMap(({ tickets }) => tickets)) {
      const records = [...ticket.records];
      expect(records.every(({ time }) => time < Date.parse(to))).toBe(true);
      const visible = records.flatMap(({ visibleFrom }) => visibleFrom ?? []);
      expect(visible.filter((time) => time > Date.parse(to)).length).toBeGreaterThan(20);
    }
  });

  it('makes tickets that a connector finds when it asks for the last month', async () => {
    const out = join(folder, 'found');
    const args = ['--tickets', '3', '--records', '5', '--format', 'ndjson', '--out', out];
    await auditrig('generate', 'opsramp', ...args);
    const fixture = join(out, 'fixture.yaml');
    const simulator = await startSimulator(vendors, { fixture });
    onTestFinished(() => simulator.close());
    const { opsramp } = parse(readFileSync(fixture, 'utf8'));
    const [[tenant, { credentials }] = expect.fail()] = Object.entries(opsramp.tenants) as [
      string,
      { credentials: { token?: string }[] },
    ][];
    const token = credentials.find((one) => one.token !== undefined)?.token;
    const answer = await fetch(`${simulator.url}/api/v2/tenants/${tenant}/incidents/search`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await answer.json()).toMatchObject({ totalResults: 3 });
  });

  it('says how many records of the kind a fixture can list', async () => {
    const { code, stderr } = await auditrig('generate', 'helpshift', '--records', '40000');
    expect(code).toBe(2);
    const [, some] =
      /^error: --format yaml: expected no more records than a fixture can list, some (\d+) such as these, found 40000; use --format ndjson, or put the dials under generate: in a fixture\n$/.exec(
        stderr,
      ) ?? expect.fail(stderr);
    const records = (more: number) => ['--records', String(Number(some) + more)];
    const out = ['--out', join(folder, 'longest.yaml')];
    expect((await auditrig('generate', 'helpshift', ...records(0), ...out)).code).toBe(0);
    expect((await auditrig('generate', 'helpshift', ...records(500), ...out)).code).toBe(2);
  });

  it('takes records as a dial, too', async () => {
    const { stdout } = await auditrig(
      ...['generate', 'helpshift', '--dial', 'records=7', '--format', 'ndjson'],
    );
    expect(stdout.trimEnd().split('\n')).toHaveLength(7);
  });

  it.runIf(existsSync('/dev/full'))('says in a line that standard output has no room', async () => {
    const command = `${process.execPath} ${bin} generate helpshift --records 20000 --format ndjson > /dev/full`;
    await expect(run('sh', ['-c', command])).rejects.toMatchObject({
      code: 2,
      stderr: 'error: standard output: expected room on its disk, found too little\n',
    });
  });

  it('ends quietly when nobody reads on', async () => {
    const command = `${process.execPath} ${bin} generate helpshift --records 100000 --format ndjson | head -n 1`;
    const { stdout, stderr } = await run('sh', ['-c', command]);
    expect([stdout.split('\n').length, stderr]).toEqual([2, '']);
  });

  const mistakes: [string, string[], string][] = [
    [
      'a vendor that there is not',
      ['jira'],
      '<vendor>: expected one of helpshift, motadata, opsramp, found "jira"',
    ],
    [
      'a vendor that is misspelt',
      ['opsrmp'],
      '<vendor>: expected one of helpshift, motadata, opsramp, found "opsrmp"; did you mean opsramp?',
    ],
    [
      'no folder for several files',
      ['helpshift', '--tickets', '2', '--format', 'ndjson'],
      '--out: expected a new or empty folder for the files of 2 tickets, found none',
    ],
    [
      "a file's name for several files",
      ['helpshift', '--tickets', '2', '--out', 'two.ndjson'],
      "--out: expected a new or empty folder for the files of 2 tickets, found 'two.ndjson', which is a file's name",
    ],
    ['a path of nothing', ['helpshift', '--out', ''], "--out: expected a path, found ''"],
    [
      'a dial beside the option that it is',
      ['helpshift', '--records', '3', '--dial', 'records=5'],
      '--dial records: expected it once, found --records as well',
    ],
    [
      'a dial that is given twice',
      ['helpshift', '--dial', 'ties.count=5', '--dial', 'ties={count: 4}'],
      '--dial ties: expected it once, found it twice',
    ],
    [
      'a dial by a name that all objects know',
      ['helpshift', '--dial', '__proto__.x=1'],
      '--dial __proto__: unknown key "__proto__"; expected one of records, seed, from, to, actors, actions, ties, bursts, gaps, oddText, missingActorKeys, identical, late, marker',
    ],
    [
      'a dial that would have no effect',
      ['helpshift', '--records', '150', '--dial', 'ties={count: 9, at: page-border}'],
      '--dial ties.at: expected pages of fewer than the 150 records, as one page has no border, found pages of 200',
    ],
    [
      'a dial without a value',
      ['helpshift', '--dial', 'bursts'],
      "--dial: expected a name and a value like ties.count=10, found 'bursts'",
    ],
    [
      'a dial that is no YAML',
      ['helpshift', '--dial', 'ties={'],
      "--dial ties: expected a value in YAML, found '{'",
    ],
    [
      'a dial that there is not',
      ['helpshift', '--dial', 'burst=1'],
      '--dial burst: unknown key "burst"; did you mean bursts?',
    ],
    [
      'a part of a dial that is wrong',
      ['helpshift', '--dial', 'ties.count=1'],
      '--dial ties.count: expected a whole number from 2 to 10000, found 1',
    ],
    [
      'an instant that there is not',
      ['helpshift', '--from', '2025-02-30T00:00:00Z'],
      '--from: expected an instant that exists, found "2025-02-30T00:00:00Z"',
    ],
    [
      'dials that contradict each other',
      ['helpshift', '--records', '9', '--dial', 'identical=8'],
      '--dial identical: expected at most 4, as records are 9, found 8',
    ],
    [
      'a number that is none',
      ['helpshift', '--records', 'many'],
      "option '--records <n>' argument 'many' is invalid. Expected a whole number from 1 to 1000000000.",
    ],
    [
      'a folder that is missing',
      ['helpshift', '--out', join(folder, 'missing', 'x.yaml')],
      `--out ${join(folder, 'missing', 'x.yaml')}: expected a folder that exists, found none`,
    ],
  ];
  for (const [what, args, message] of mistakes)
    it(`says of ${what} what was expected, with exit code 2`, async () => {
      const { code, stdout, stderr } = await auditrig('generate', ...args);
      expect({ code, stdout, stderr }).toEqual({
        code: 2,
        stdout: '',
        stderr: `error: ${message}\n`,
      });
    });
});

// By itself, as it takes all of a processor for a while.
describe('auditrig generate of many records', () => {
  it('keeps no records, however many it writes', async () => {
    const args = [
      'generate',
      'helpshift',
      '--records',
      '120000',
      '--out',
      join(folder, 'big.ndjson'),
    ];
    const { stderr } = await run(process.execPath, ['--max-old-space-size=40', bin, ...args]);
    expect(stderr).toBe('');
  });
});

const scripted = await run('script', ['-qec', 'true', '/dev/null']).then(
  () => true,
  () => false,
);

describe.runIf(scripted)('auditrig generate on a terminal', () => {
  /** What stands on a terminal of so many columns. */
  async function shown(width: number): Promise<string> {
    const file = join(folder, `shown-${width}.ndjson`);
    const generate = `'${process.execPath}' ${bin} generate helpshift --records 30000 --out '${file}'`;
    const command = `stty cols ${width}; ${generate}`;
    const { stdout } = await run('script', ['-qec', command, '/dev/null']);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(30_001);
    return stdout;
  }

  it('says how far it is', async () => {
    expect(await shown(80)).toMatch(/\d+ %: [\d,]+ of 30,000 records/);
  });

  it('says nothing where the terminal does not know its width', async () => {
    expect(await shown(0)).not.toContain('records');
  });
});
