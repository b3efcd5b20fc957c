import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditrig, bin, run } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fixture(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** Three records of one minute, one that is hidden from everybody, and two that come late. */
const remarkable = fixture(
  'remarkable.yaml',
  `name: remarkable
now: 2025-03-31T06:15:00Z
motadata:
  zone: Europe/Berlin
  profile: { paging: honoured }
  credentials:
    - { name: tech, api_key: a }
    - { name: jerry, api_key: b, requester: Jerry }
    - { name: ana, api_key: c, requester: Ana }
    - { api_key: d, zone: Asia/Kolkata }
  requests:
    "1":
      requester: Jerry
      records:
        - { at: 2025-03-31T06:05:01Z, record: { auditString: "Ana has added <b>One</b>." } }
        - { at: 2025-03-31T06:05:02Z, record: { auditString: "Ana has added Two." } }
        - { at: 2025-03-31T06:05:03.250Z, record: { auditString: "Ana has added Three." } }
        - { at: 2025-03-31T06:07:00Z, visibleTo: technician, record: { auditString: "Ana has added a note." } }
        - { at: 2025-03-31T06:08:00Z, visibleAfter: P1D, record: { auditString: "Ana has added Late." } }
        - { at: 2025-03-31T06:06:00Z, visibleAfter: PT2M, record: { auditString: "Ana has \\e[31madded\\u202e." } }
`,
);

/** Five actions of one millisecond. */
const ties = fixture(
  'ties.yaml',
  `name: ties
helpshift:
  credentials: [ { name: k, api_key: k } ]
  domains:
    shop:
      issues:
        "1": { records: [${[1, 2, 3, 4, 5].map((i) => `{ action_taken_at: 1743402600000, action: a${i}, actor: null }`)}] }
        "2": { records: [] }
`,
);

/** Its ticket has the name of another. */
const alike = fixture(
  'alike.yaml',
  'name: alike\nhelpshift: { credentials: [{ api_key: l }], domains: { mall: { issues: { "2": { records: [] } } } } }\n',
);

async function lines(...args: string[]): Promise<string[]> {
  const { stdout, stderr } = await auditrig('show', ...args);
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
}

describe.concurrent('auditrig show', () => {
  it('prints a line with tabs for each record of the default fixture, under a heading for each ticket', async () => {
    const out = await lines();
    expect(out.filter((line) => line.includes(': '))).toContain(
      'opsramp client_4/incidents/INC0000001798: 9 records, newest first, in one piece, seen by demo',
    );
    expect(out.slice(0, 3)).toEqual([
      'helpshift amazon/3423: 4 records, newest first, 1 page of 200, seen by demo',
      '1\t1754868308000\t2025-08-10T23:25:08Z\tresolve\tDana Lowe: status in-progress → resolved\t',
      '2\t1754771460007\t2025-08-09T20:31:00.007Z\tadd-tags\tOmar Reyes: tags ["login"] → ["login","android"]\t',
    ]);
    expect(out.filter((line) => line.includes('\t'))).toHaveLength(19);
  });

  it('marks ties, page borders, late, hidden and disordered records', async () => {
    expect(await lines(remarkable, '--page-size', '2')).toEqual([
      'motadata 1: 4 of 6 records, newest first, 2 pages of 2, seen by tech',
      '  jerry: 4 records',
      "  ana: refused: The request is another requester's.",
      '  credential 4: 4 records',
      '-\tMon, Mar 31, 2025 08:08 am\t2025-03-31T06:08:00Z\t\tAna has added Late.\tlate: from 2025-04-01T06:08:00Z, not yet',
      '-\tMon, Mar 31, 2025 08:07 am\t2025-03-31T06:07:00Z\t\tAna has added a note.\thidden',
      '1\tMon, Mar 31, 2025 08:06 am\t2025-03-31T06:06:00Z\t\tAna has \\u001b[31madded\\u{202e}.\tlate: from 06:08:00Z, visible; out of order: records[5]',
      '2\tMon, Mar 31, 2025 08:05 am\t2025-03-31T06:05:03.250Z\t\tAna has added Three.\ttie 1 of 3 across pages 1-2',
      '── page 2 ──',
      '3\tMon, Mar 31, 2025 08:05 am\t2025-03-31T06:05:02Z\t\tAna has added Two.\ttie 2 of 3 across pages 1-2',
      '4\tMon, Mar 31, 2025 08:05 am\t2025-03-31T06:05:01Z\t\tAna has added One.\ttie 3 of 3 across pages 1-2',
    ]);
  });

  for (const [order, actions] of [
    ['asc', ['a1', 'a2', '── page 2 ──', 'a3', 'a4', '── page 3 ──', 'a5']],
    ['desc', ['a5', 'a4', '── page 2 ──', 'a3', 'a2', '── page 3 ──', 'a1']],
  ] as const)
    it(`shows a tie that runs over pages ${order}`, async () => {
      const [, ...out] = await lines(ties, '--ticket', '1', '--page-size', '2', '--order', order);
      expect(out.map((line) => line.split('\t')[3] ?? line)).toEqual(actions);
      expect(out.at(-1)?.split('\t').at(-1)).toBe('tie 5 of 5 across pages 1-3');
    });

  it('says where the vendor does otherwise than was wished for', async () => {
    const heads = [
      ...(await lines(ties, '--ticket', '2', '--page-size', '501')),
      ...(await lines('--ticket', '1', '--order', 'asc', '--page-size', '6')).slice(0, 1),
    ];
    expect(heads).toEqual([
      'helpshift shop/2: 0 records, newest first, 1 page of 200 (not of 501), seen by k',
      'motadata 1: 6 records, oldest first (no client can ask for that), in one piece, with borders as if 6 a page, seen by demo key',
    ]);
  });

  it("shows another credential's view, in its own times, or says why it has none", async () => {
    const [, , , , , , , two] = await lines(remarkable, '--credential', 'credential 4');
    expect(two).toBe(
      '2\tMon, Mar 31, 2025 11:35 am\t2025-03-31T06:05:03.250Z\t\tAna has added Three.\ttie 1 of 3',
    );
    expect((await lines(remarkable, '--credential', 'ana'))[0]).toBe(
      "motadata 1: 6 records, ana may not read them: The request is another requester's.",
    );
  });

  it('marks what lies outside of the default window, behind the last page, or is no JSON', async () => {
    const cut = fixture(
      'cut.yaml',
      `name: cut
now: 2025-03-31T06:15:00Z
motadata:
  profile: { max-entries: 1 }
  credentials: [ { name: m, api_key: a } ]
  requests:
    "1": { records: [ { auditString: Old., auditDate: "Mon, Mar 31, 2025 06:00 am" }, { auditString: New., auditDate: "Mon, Mar 31, 2025 06:01 am" } ] }
opsramp:
  profile: { quotes: raw }
  tenants:
    t:
      credentials: [ { name: o, token: o } ]
      incidents:
        I:
          records:
            - { activity: 'say "it"', createdTime: "2025-03-31T06:00:00+0000", logType: TICKET, createdBy: { loginName: ana } }
            - { activity: later, createdTime: "2025-03-31T07:00:00+0000", logType: TICKET, createdBy: { loginName: ana } }
`,
    );
    expect(await lines(cut, '--order', 'asc')).toEqual([
      'motadata 1: 1 of 2 records, oldest first (no client can ask for that), 1 page of 1, seen by m',
      '-\tMon, Mar 31, 2025 06:00 am\t2025-03-31T06:00:00Z\t\tOld.\tout of reach',
      '1\tMon, Mar 31, 2025 06:01 am\t2025-03-31T06:01:00Z\t\tNew.\t',
      '',
      'opsramp t/incidents/I: 1 of 2 records, oldest first, in one piece, seen by o',
      '1\t2025-03-31T06:00:00+0000\t2025-03-31T06:00:00Z\t\tana: say "it"\tnot JSON',
      '-\t2025-03-31T07:00:00+0000\t2025-03-31T07:00:00Z\t\tana: later\toutside the default window',
    ]);
  });

  it('marks local times that a clock change makes twice or leaves out', async () => {
    const date = (text: string) => `{ auditString: Done., auditDate: "${text}" }`;
    const changes = fixture(
      'changes.yaml',
      `name: changes
motadata:
  zone: Europe/Berlin
  credentials: [ { api_key: a } ]
  requests: { "1": { records: [ ${date('Sun, Mar 30, 2025 02:30 am')}, ${date('Sun, Oct 26, 2025 01:59 am')}, ${date('Sun, Oct 26, 2025 02:30 am')} ] } }
`,
    );
    const [, ...out] = await lines(changes);
    expect(out.map((line) => line.split('\t').at(-1))).toEqual([
      'local time occurs twice',
      '',
      'local time does not exist',
    ]);
  });

  it('says that nobody may read a ticket, and why', async () => {
    const closed = fixture(
      'closed.yaml',
      `name: closed
motadata:
  profile: { audit-trail: off }
  credentials: [ { name: m, api_key: a } ]
  requests: { "1": { records: [] } }
helpshift:
  credentials: [ { api_key: k, domain: red } ]
  domains: { red: { issues: {} }, blue: { issues: { "1": { records: [] } } } }
`,
    );
    expect(await lines(closed)).toEqual([
      'helpshift blue/1: 0 records, nobody may read them: no credential is for it',
      '',
      'motadata 1: 0 records, nobody may read them: Requesters may not access the audit trail.',
    ]);
  });

  it('prints one JSON document with --json, with instants and marks as data', async () => {
    const { stdout } = await auditrig('show', remarkable, '--page-size', '2', '--json');
    const [ticket, ...others] = JSON.parse(stdout);
    expect(others).toEqual([]);
    const { records, ...about } = ticket;
    expect(about).toEqual({
      vendor: 'motadata',
      ticket: '1',
      written: 6,
      credential: 'tech',
      others: [
        { credential: 'jerry', served: 4 },
        { credential: 'ana', served: 0, refused: "The request is another requester's." },
        { credential: 'credential 4', served: 4 },
      ],
      order: 'desc',
      pageSize: 2,
      served: 4,
    });
    expect(records[0].marks).toEqual({ late: { from: '2025-04-01T06:08:00Z', visible: false } });
    expect(records[1].marks).toEqual({ hidden: true });
    expect(records[3]).toEqual({
      position: 2,
      page: 1,
      index: 2,
      local: 'Mon, Mar 31, 2025 08:05 am',
      instant: '2025-03-31T06:05:03.250Z',
      gist: 'Ana has added Three.',
      marks: { tie: { place: 1, of: 3, pages: [1, 2] } },
      record: { auditString: 'Ana has added Three.', auditDate: 'Mon, Mar 31, 2025 08:05 am' },
    });
  });

  it('shows what is hidden among records of a file, in the times of another zone', async () => {
    fixture(
      'hidden.ndjson',
      [
        '{"auditString":"Ana has added One.","auditDate":"Mon, Mar 31, 2025 06:05 am"}',
        '{"at":"2025-03-31T06:06:00Z","visibleTo":"technician","record":{"auditString":"Ana has added Two."}}',
      ].join('\n'),
    );
    const file = fixture(
      'hidden.yaml',
      `name: hidden
motadata:
  credentials: [{ name: jerry, api_key: b, requester: Jerry, zone: Asia/Kolkata }]
  requests: { "1": { requester: Jerry, records: { from: hidden.ndjson } } }
`,
    );
    const { stdout } = await auditrig('show', file, '--order', 'asc');
    expect(stdout.split('\n').slice(1, 3)).toEqual([
      '1\tMon, Mar 31, 2025 11:35 am\t2025-03-31T06:05:00Z\t\tAna has added One.\t',
      '-\tMon, Mar 31, 2025 11:36 am\t2025-03-31T06:06:00Z\t\tAna has added Two.\thidden',
    ]);
  });

  it('lets no text of a fixture move the cursor, neither in headings nor in JSON nor in an error', async () => {
    const named = (extra: string) =>
      fixture(
        'cursor.yaml',
        `name: "x\\e[2J"
helpshift:
  credentials: [{ name: "k\\e[2J", api_key: k }]
  domains: { "a\\e[2J": { issues: { "1\\u009b2J": { records: [{ action_taken_at: 1, action: "a\\e[2J" }] ${extra} } } } }
`,
      );
    const good = named('');
    const shown = await Promise.all([auditrig('show', good), auditrig('show', good, '--json')]);
    const told = await auditrig('show', named(', titel: x'));
    for (const { stdout, stderr } of [...shown, told])
      for (const unseen of ['\u001b', '\u009b']) expect(stdout + stderr).not.toContain(unseen);
    expect(JSON.parse(shown[1].stdout)[0].ticket).toBe('a\u001b[2J/1\u009b2J');
    expect(told.stderr).toContain('unknown key "titel"; did you mean title?');
  });

  it('finds a ticket by some of its names', async () => {
    const { stdout } = await auditrig('show', '--ticket', 'client_4/INC0000001798');
    expect(stdout).toMatch(/^opsramp client_4\/incidents\/INC0000001798: /);
    const { code, stderr } = await auditrig('show', '--ticket', 'client_5/INC0000001798');
    expect(code).toBe(2);
    expect(stderr).toContain("there is no ticket 'client_5/INC0000001798'");
  });

  it('prints an empty list as JSON for a world without tickets', async () => {
    const none = fixture(
      'none.yaml',
      'name: n\nmotadata: { credentials: [{ api_key: a }], requests: {} }\n',
    );
    expect(await lines(none, '--json')).toEqual(['[', ']']);
  });

  it('finds a ticket by its address or by its last name', async () => {
    for (const ticket of ['client_4/incidents/INC0000001798', 'INC0000001798'])
      expect(await lines('--ticket', ticket)).toHaveLength(10);
  });

  const mistakes: [string, string[], string][] = [
    [
      'a ticket that there is not',
      ['--ticket', '3424'],
      "there is no ticket '3424'; did you mean 3423? (there is amazon/3423, 1, client_4/incidents/INC0000001798)",
    ],
    [
      'a name that two tickets have',
      [ties, 'fixtures/documented.yaml', alike, '--ticket', '2'],
      "several tickets are called '2': shop/2, mall/2",
    ],
    [
      'a credential that there is not',
      ['--credential', 'demo toke'],
      "there is no credential 'demo toke'; did you mean demo token? (there is demo, demo key, demo token, demo client)",
    ],
    [
      "another vendor's credential",
      ['--ticket', '1', '--credential', 'demo'],
      "ticket '1' is of a vendor without a credential 'demo'",
    ],
    [
      'a page size that is none',
      ['--page-size', '0'],
      "option '--page-size <n>' argument '0' is invalid. Expected a whole number from 1.",
    ],
  ];
  for (const [what, args, message] of mistakes)
    it(`answers ${what} with one line and exit code 2`, async () => {
      expect(await auditrig('show', ...args)).toEqual({
        code: 2,
        stdout: '',
        stderr: `error: ${message}\n`,
      });
    });

  it('ends quietly when its reader has had enough', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => ({
      action_taken_at: i,
      action: 'a',
      actor: null,
    }));
    const file = fixture(
      'many.yaml',
      JSON.stringify({
        name: 'many',
        helpshift: {
          credentials: [{ api_key: 'k' }],
          domains: { shop: { issues: { '1': { records: many } } } },
        },
      }),
    );
    const show = `{ '${process.execPath}' ${bin} show '${file}'; echo $? >&2; }`;
    const { stdout, stderr } = await run('sh', ['-c', `${show} | head -1`]);
    expect(stdout).toBe(
      'helpshift shop/1: 5000 records, newest first, 25 pages of 200, seen by credential 1\n',
    );
    expect(stderr).toBe('0\n');
  });
});

const { CI: _, FORCE_COLOR: __, NO_COLOR: ___, ...plain } = process.env;
const scripted = await run('script', ['-qec', 'true', '/dev/null']).then(
  () => true,
  () => false,
);

/** What stands on a terminal of so many columns. */
async function onTerminal(width: number, args: string, env: object = {}): Promise<string[]> {
  const command = `stty cols ${width}; '${process.execPath}' ${bin} show ${args}`;
  const { stdout } = await run('script', ['-qec', command, '/dev/null'], {
    env: { ...plain, TERM: 'xterm', ...env },
  });
  return stdout.trimEnd().split('\r\n');
}

describe.runIf(scripted)('auditrig show on a terminal', () => {
  const args = `'${remarkable}' --page-size 2`;
  const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;
  const dim = (text: string) => `\u001b[2m${text}\u001b[22m`;

  it('prints a table that fits, with colours', async () => {
    const out = await onTerminal(100, args);
    expect(out[0]).toBe(
      bold('motadata 1: 4 of 6 records, newest first, 2 pages of 2, seen by tech'),
    );
    expect(out.slice(4)).toEqual([
      dim('   LOCAL                       UTC                       WHAT'),
      dim('-  Mon, Mar 31, 2025 08:08 am  2025-03-31T06:08:00Z      Ana has added Late.'),
      '   \u001b[36mlate: from 2025-04-01T06:08:00Z, not yet\u001b[39m',
      `${dim('-  Mon, Mar 31, 2025 08:07 am  2025-03-31T06:07:00Z      Ana has added a note.')}  \u001b[36mhidden\u001b[39m`,
      '1  Mon, Mar 31, 2025 08:06 am  2025-03-31T06:06:00Z      Ana has \\u001b[31madded\\u{202e}.',
      '   \u001b[36mlate: from 06:08:00Z, visible\u001b[39m; \u001b[36mout of order: records[5]\u001b[39m',
      '2  Mon, Mar 31, 2025 08:05 am  2025-03-31T06:05:03.250Z  Ana has added…  \u001b[31mtie 1 of 3 across pages 1-2\u001b[39m',
      dim('── page 2 ──'),
      '3  Mon, Mar 31, 2025 08:05 am  2025-03-31T06:05:02Z      Ana has added…  \u001b[31mtie 2 of 3 across pages 1-2\u001b[39m',
      '4  Mon, Mar 31, 2025 08:05 am  2025-03-31T06:05:01Z      Ana has added…  \u001b[31mtie 3 of 3 across pages 1-2\u001b[39m',
    ]);
  });

  it('has no colours where NO_COLOR is set', async () => {
    const out = await onTerminal(100, args, { NO_COLOR: '1' });
    expect(out.join('\n')).not.toContain('\u001b');
    expect(out[4]).toBe('   LOCAL                       UTC                       WHAT');
  });

  it('counts wide characters as two columns where it lines up and cuts', async () => {
    const wide = fixture(
      'wide.yaml',
      `name: wide
helpshift:
  credentials: [ { api_key: a } ]
  domains:
    shop:
      issues:
        "1":
          records:
            - { action_taken_at: 1743402600000, action: 解決, actor: { name: "会議を予約しました 👩‍💻" } }
            - { action_taken_at: 1743402600001, action: 👩‍💻, actor: { name: "Ana" } }
`,
    );
    const [, , ...out] = await onTerminal(65, `'${wide}'`);
    expect(out).toEqual([
      '1  1743402600001  2025-03-31T06:30:00.001Z  👩‍💻      Ana',
      '2  1743402600000  2025-03-31T06:30:00Z      解決    会議を予約し…',
    ]);
  });
});

// By itself, as it takes all of a processor for a while.
describe('auditrig show of many records with one time', () => {
  it('holds none of them, and says how many they are', async () => {
    const tied = fixture(
      'tied.yaml',
      `name: tied
helpshift:
  credentials: [ { api_key: a } ]
  domains:
    shop:
      issues:
        "1":
          generate: { records: 150000, from: 2025-03-03T08:00:00Z, to: 2025-03-03T08:00:00.001Z }
`,
    );
    const command = `'${process.execPath}' --max-old-space-size=64 ${bin} show '${tied}' | tail -n 1 | cut -f 1,6`;
    const { stdout, stderr } = await run('sh', ['-c', command]);
    expect([stdout, stderr]).toEqual(['150000\ttie 150000 of 150000 across pages 1-750\n', '']);
  });
});
