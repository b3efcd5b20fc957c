import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditrig, bin, run } from './testing/auditrig.js';
import { answers, file, imported } from './testing/captured.js';

const log = (time: number, action = `a${time}`) => ({ action_taken_at: time, action, actor: null });
const page = (number: number, total: number, ...times: number[]) =>
  JSON.stringify({
    page: number,
    'page-size': 2,
    'total-hits': total,
    'total-pages': 9,
    audit_logs: times.map((time) => log(time)),
  });
const bare = (...times: number[]) => JSON.stringify(times.map((time) => log(time)));

/** The times of an imported fixture, as they stand in it. */
async function timesOf(...bodies: string[]) {
  const { yaml, notes } = await imported('helpshift', bodies, 'a/1');
  const times = [...yaml.matchAll(/action_taken_at: (\d+)/g)].map(([, time]) => Number(time));
  return { times, notes: notes.map((note) => note.replace(/^\S+\.json/, 'FILE')) };
}

describe.concurrent('auditrig import', () => {
  const documented: [vendor: string, path: string, key: string, ticket: string][] = [
    ['helpshift', '/v2/amazon/issues/3423/_audit_logs', 'hs-demo-key', 'amazon/3423'],
    [
      'motadata',
      '/api/v1/request/1/audit/search/byqual',
      'demo/key+AuditRg@YXVkaXRyaWctZGVtbw==',
      '1',
    ],
    [
      'opsramp',
      '/api/v2/tenants/client_4/incidents/INC0000001798/activitylog?startTs=2018-10-24T05:26:27%2B0000&endTs=2018-10-30T05:26:27%2B0000',
      'opsramp-demo-token',
      'client_4/INC0000001798',
    ],
  ];
  for (const [vendor, path, key, ticket] of documented) {
    it(`prints a fixture that serves ${vendor}'s sample data as it was captured`, async () => {
      const [body = ''] = await answers('fixtures/documented.yaml', [path], key);
      const { stdout, stderr } = await auditrig('import', vendor, file(body), '--ticket', ticket);
      expect(stderr).toBe('');
      expect(stdout.split('\n')[0]).toBe('# yaml-language-server: $schema=./fixture.schema.json');
      const own = vendor === 'opsramp' ? 'imported-token' : 'imported-key';
      expect(await answers(file(stdout), [path], own)).toEqual([body]);
    });

    it(`scrubs ${vendor}'s sample data of all names, addresses and numbers`, async () => {
      const [body = ''] = await answers('fixtures/documented.yaml', [path], key);
      const { stdout } = await auditrig(
        'import',
        vendor,
        file(body),
        '--ticket',
        ticket,
        '--scrub',
      );
      expect(stdout).not.toMatch(
        /priya|dana|lowe|omar|reyes|eu-20817|jerry|blake|james|annie|john|smith|myorganization|123-1234/i,
      );
      const own = vendor === 'opsramp' ? 'imported-token' : 'imported-key';
      const [served = ''] = await answers(file(stdout), [path], own);
      const keys = (text: string) => text.match(/"[\w-]+":/g);
      expect(keys(served)).toEqual(keys(body));
    });
  }

  it('reads standard input', async () => {
    const line = `cat ${file(bare(2, 1))} | node ${bin} import helpshift - --ticket a/1`;
    const { stdout } = await run('sh', ['-c', line]);
    expect(stdout).toContain('action_taken_at: 1,');
  });

  it('reads what curl -i writes', async () => {
    const body = JSON.stringify([log(1)]);
    const headers =
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/2 200 \r\ncontent-type: application/json\r\n\r\n';
    expect((await timesOf(headers + body)).times).toEqual([1]);
  });

  it('puts pages in order by their numbers, or else by their times', async () => {
    const numbered = [page(2, 5, 4, 3), page(3, 5, 2), page(1, 5, 9, 8)];
    expect((await timesOf(...numbered)).times).toEqual([2, 3, 4, 8, 9]);
    expect((await timesOf(bare(4, 3), bare(2), bare(9, 8))).times).toEqual([2, 3, 4, 8, 9]);
    expect((await timesOf(bare(8, 9), bare(1, 2))).times).toEqual([1, 2, 8, 9]);
  });

  it('has a record once that moved to the next page while the pages were read, and says so, and that the newest is missing', async () => {
    const second = page(2, 5, 3, 2);
    const { times, notes } = await timesOf(page(1, 4, 4, 3), second, page(3, 5, 1));
    expect(times).toEqual([1, 2, 3, 4]);
    expect(notes).toEqual([
      'FILE: dropped 1 of its records, which another response has too',
      'a response tells of 5 records; those given have 4 of them',
    ]);
  });

  it('keeps identical records of one response, and of pages that cannot overlap', async () => {
    expect((await timesOf(bare(2, 1, 1, 1))).times).toEqual([1, 1, 1, 2]);
    expect((await timesOf(page(1, 4, 2, 1), page(2, 4, 1, 1))).times).toEqual([1, 1, 1, 2]);
  });

  it('says where a record is in two pages that have told the same total', async () => {
    expect(await timesOf(page(1, 4, 4, 3), page(2, 4, 3, 2))).toEqual({
      times: [2, 3, 3, 4],
      notes: [
        '1 record of one response is in another too and stays in both, as their pages tell the same total: capture them again if the trail grew meanwhile',
      ],
    });
  });

  it('says how many records are missing, where the responses tell', async () => {
    const given = ['import', 'helpshift', file(page(1, 5, 9, 8)), '--ticket', 'a/1'];
    const { code, stderr } = await auditrig(...given);
    expect([code, stderr]).toEqual([
      0,
      'note: a response tells of 5 records; those given have 2 of them\n',
    ]);
  });

  it('says where records were out of order', async () => {
    expect(await timesOf(bare(5, 1, 4, 3))).toEqual({
      times: [1, 3, 4, 5],
      notes: ['FILE: its records do not stand in the order of their times; now they do'],
    });
  });

  it('takes the tickets of every kind', async () => {
    const body = JSON.stringify({
      results: [],
      totalResults: 0,
      pageSize: 0,
      nextPage: false,
      descendingOrder: true,
    });
    const { yaml } = await imported('opsramp', [body], 't/tasks/T1');
    expect(yaml).toContain('tasks:\n        T1:\n          records: []');
  });

  const entry = '{"auditString": "A.", "auditDate": "Wed, Oct 08, 2025 01:01 pm"}';
  const wrong: [
    what: string,
    vendor: string,
    text: string | Buffer,
    settings: Record<string, string>,
    message: string,
  ][] = [
    ['nothing', 'motadata', '', {}, ': expected JSON, found nothing'],
    ['text', 'motadata', 'Hello', {}, ':1:1: expected JSON, found something else'],
    [
      'more than 16 MiB',
      'motadata',
      Buffer.alloc(17 * 1024 * 1024, ' '),
      {},
      ': expected at most 16 MiB, found more',
    ],
    [
      'what is nested deep',
      'motadata',
      '['.repeat(50_000),
      {},
      ': expected at most 200 levels, found more',
    ],
    ['HTML', 'motadata', '\n<html>', {}, ':2:1: expected JSON, found HTML or XML'],
    [
      'bytes',
      'motadata',
      Buffer.from([0x5b, 0xff, 0x5d]),
      {},
      ': expected UTF-8, found other bytes',
    ],
    [
      'quotation marks that are not escaped',
      'opsramp',
      '{"results": [\n{"activity": "Incident "#INC1" updated"}]}',
      {},
      ':2:25: expected JSON, found what only looks like it; perhaps its quotation marks are not escaped, as a page may print it, or its end is cut off: capture the answer itself',
    ],
    [
      'a key twice',
      'motadata',
      '[{"auditString": "A", "auditString": "B"}]',
      {},
      ':1:23: expected each key once, found "auditString" again',
    ],
    [
      'a refusal',
      'motadata',
      '{"code": "1", "userMessage": "No."}',
      {},
      ':1:1: expected an answer of the audit: a list of records, or an object with an objectList, found a mapping of code, userMessage',
    ],
    [
      'a refusal with headers',
      'motadata',
      'HTTP/1.1 401 Unauthorized\r\n\r\n{}',
      {},
      ': expected an answer, found a refusal: status 401',
    ],
    [
      'an unknown key',
      'motadata',
      `[${entry.replace('auditDate', 'auditDat')}]`,
      {},
      ':1:24 [0].auditDat: unknown key "auditDat"; did you mean auditDate, which is missing?',
    ],
    [
      'a date in another format',
      'motadata',
      `[\n${entry},\n${entry}]`,
      { format: 'dd-MM-yyyy HH:mm' },
      ':2:36 [0].auditDate: expected a local time in the account\'s format, like "08-10-2025 13:07", found "Wed, Oct 08, 2025 01:01 pm"; did you mean --format \'EEE, MMM dd, yyyy hh:mm aaa\'?',
    ],
    [
      'a date that can be of two formats',
      'motadata',
      '[{"auditString": "A", "auditDate": "08/10/2025 13:01"}]',
      {},
      ":1:36 [0].auditDate: expected a local time in the account's format, like \"Wed, Oct 08, 2025 01:07 pm\", found \"08/10/2025 13:01\"; did you mean --format 'dd/MM/yyyy HH:mm' or --format 'MM/dd/yyyy HH:mm'?",
    ],
    [
      'a date that is in none of the usual formats',
      'motadata',
      '[{"auditString": "A", "auditDate": "2025_10_08"}]',
      {},
      ':1:36 [0].auditDate: expected a local time in the account\'s format, like "Wed, Oct 08, 2025 01:07 pm", found "2025_10_08"; say with --format how the account writes them, such as --format \'dd-MM-yyyy HH:mm\'',
    ],
    [
      "another vendor's answer",
      'motadata',
      '{"results": [{"activity": "A", "createdTime": "2018-10-29T07:17:13+0000", "logType": "TICKET", "createdBy": {"loginName": "a"}}]}',
      {},
      ":1:1: expected an answer of the audit: a list of records, or an object with an objectList, found what looks like one of opsramp's; did you mean import opsramp?",
    ],
    [
      "another vendor's records",
      'helpshift',
      `[${entry}, ${entry}]`,
      {},
      ":1:1: expected an answer of the audit log: a list of records, or an object with one such as audit_logs, found what looks like one of motadata's; did you mean import motadata?",
    ],
    [
      'a number that JSON cannot keep',
      'helpshift',
      '[{"action_taken_at": 1, "action": "a", "to_data": 12345678901234567890}]',
      {},
      ':1:51 [0].to_data: expected a JSON value, found a number of so many digits that it would be rounded; write it as a text',
    ],
  ];
  const tickets: Record<string, string> = { helpshift: 'a/1', motadata: '1', opsramp: 't/I' };
  for (const [what, vendor, text, settings, message] of wrong)
    it(`says in a line what is wrong with ${what}`, async () => {
      const error = await imported(vendor, [text], tickets[vendor] as string, { settings }).catch(
        ({ message }) => message.split('\n')[0].replace(/^\S+\.json/, ''),
      );
      expect(error).toBe(message);
    });

  it('looks no further after many wrong records, and says so', async () => {
    const wrong = Array.from({ length: 5000 }, () => ({ auditString: 'A.', auditDate: 'soon' }));
    const entries = [...wrong, JSON.parse(entry)];
    const lines = await imported('motadata', [JSON.stringify(entries, null, 1)], '1').catch(
      ({ message }) => message.split('\n'),
    );
    expect(lines).toHaveLength(51);
    expect(lines[50]).toMatch(
      /:198:2 \[49\]: this is the 50th wrong record; the rest is not looked at$/,
    );
  });

  it('says what is wrong with every file that it cannot read', async () => {
    const { code, stderr } = await auditrig(
      'import',
      'motadata',
      'none.json',
      '.',
      '--ticket',
      '1',
    );
    expect([code, stderr]).toEqual([
      2,
      'error: none.json: no such file\nerror: .: expected a file, found a directory\n',
    ]);
  });

  it('says where two answers differ in shape', async () => {
    const [one, other] = [file(`[${entry}]`), file(`{"objectList": [${entry}], "totalCount": 1}`)];
    const { code, stderr } = await auditrig('import', 'motadata', one, other, '--ticket', '1');
    expect(code).toBe(2);
    expect(stderr).toBe(
      `error: ${other}:1:1: expected an answer in the shape of the others (envelope: bare), found envelope: object-list\n`,
    );
  });

  const flags: [args: string[], message: string][] = [
    [
      ['helpshift', '--ticket', 'a'],
      '--ticket a: expected names like amazon/3423, a domain and an issue, found "a"',
    ],
    [
      ['opsramp', '--ticket', 't/incident/I'],
      '--ticket t/incident/I: expected one of incidents, changeRequests, problems, serviceRequests, tasks, timeBoundRequests, found "incident"; did you mean incidents?',
    ],
    [['motadata', '--ticket', 'x'], '--ticket: expected an integer id like "1", found "x"'],
    [
      ['motadata', '--ticket', '1', '--zone', 'Mars'],
      '--zone: expected an IANA time zone like Asia/Kolkata, found "Mars"',
    ],
    [
      ['helpshift', '--ticket', 'a/1', '--zone', 'UTC'],
      '--zone is for vendors with local dates, which helpshift has not',
    ],
    [
      ['helpshift', '-', '-', '--ticket', 'a/1'],
      '- can be given once; there is one standard input',
    ],
  ];
  for (const [args, message] of flags)
    it(`says what is wrong with ${args.join(' ')}`, async () => {
      const files = args.includes('-') ? [] : [file(`[${entry}]`)];
      const { code, stdout, stderr } = await auditrig('import', ...args, ...files);
      expect([code, stdout, stderr]).toEqual([2, '', `error: ${message}\n`]);
    });

  it('writes nothing where one of several files is wrong', async () => {
    const files = [file(bare(1)), file('[{"action": 1}]')];
    const { code, stdout } = await auditrig('import', 'helpshift', ...files, '--ticket', 'a/1');
    expect([code, stdout]).toEqual([2, '']);
  });

  it('tells of a wrong date once where all are wrong, and else of each', async () => {
    const dates = ['08-10-2025 13:01', '09-10-2025 13:01', 'Wed, Oct 08, 2025 01:01 pm'];
    const problems = (all: string[]) =>
      imported(
        'motadata',
        [JSON.stringify(all.map((auditDate) => ({ auditString: 'A', auditDate })))],
        '1',
      )
        .then(() => [])
        .catch(({ problems }) => problems);
    expect(await problems(dates.slice(0, 2))).toHaveLength(1);
    expect(await problems(dates)).toHaveLength(2);
  });

  it('writes records to a file of their own, which the fixture names and which is served', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'auditrig-import-'));
    const [lines, yaml] = [join(folder, 'big.ndjson'), join(folder, 'big.yaml')];
    const body = page(1, 2, 9, 8);
    const given = ['helpshift', file(body), '--ticket', 'amazon/1', '--records', lines];
    const { stdout, stderr } = await auditrig('import', ...given);
    writeFileSync(yaml, stdout);
    expect(readFileSync(lines, 'utf8')).toBe(
      `${JSON.stringify(log(8))}\n${JSON.stringify(log(9))}\n`,
    );
    expect(stdout).toContain('records: { from: big.ndjson }');
    expect(stderr).toBe(
      `note: put the fixture beside ${lines}, which it names by big.ndjson alone\n`,
    );
    expect(readdirSync(folder)).toEqual(['big.ndjson', 'big.yaml']);
    const path = '/v2/amazon/issues/1/_audit_logs?page_size=2';
    const [served = ''] = await answers(yaml, [path], 'imported-key');
    expect(JSON.parse(served).audit_logs).toEqual([log(9), log(8)]);
    rmSync(folder, { recursive: true });
  });

  it('writes no records where something is wrong, and leaves the file that is there', async () => {
    const lines = file('before');
    const given = ['--ticket', 'a/1', '--scrub', '--records', lines];
    const bodies = [file(bare(1)), file('[{"action": 1}]')];
    expect((await auditrig('import', 'helpshift', ...bodies, ...given)).code).toBe(2);
    const kept = JSON.stringify([{ ...log(1), actor: { uid: 'from_data' }, from_data: 1 }]);
    expect((await auditrig('import', 'helpshift', file(kept), ...given)).code).toBe(2);
    expect(readFileSync(lines, 'utf8')).toBe('before');
  });

  it('says what is wrong with where records are to be written', async () => {
    const body = file(bare(1));
    const pipe = `${body}.pipe`;
    await run('mkfifo', [pipe]);
    const messages: [records: string, message: string][] = [
      [body, 'expected another file than the responses, found one of them'],
      ['none/big.ndjson', 'expected a folder that exists, found none'],
      ['none/', 'expected a file\'s path, found "none/"'],
      [dirname(body), 'expected a file, found a folder'],
      [pipe, 'expected a file, found a pipe'],
    ];
    const runs = messages.map(async ([records, message]) => {
      const given = ['helpshift', body, '--ticket', 'a/1', '--records', records];
      const { code, stdout, stderr } = await auditrig('import', ...given);
      expect([code, stdout, stderr]).toEqual([2, '', `error: --records ${records}: ${message}\n`]);
    });
    await Promise.all(runs);
    expect(readFileSync(body, 'utf8')).toBe(bare(1));
  });

  it('says before all else that so many records are too many, and what to do', async () => {
    const times = Array.from({ length: 100_000 }, (_, i) => i);
    await expect(imported('helpshift', [bare(...times)], 'a/1', { scrub: true })).rejects.toThrow(
      'the fixture: expected what a YAML file may have, 16 MiB and a million YAML tokens, found more: 100000 records; write them to a file of their own with --records <file.ndjson>',
    );
  });

  it('says the same where only the YAML shows it', async () => {
    const times = Array.from({ length: 50_000 }, (_, i) => i);
    await expect(imported('helpshift', [bare(...times)], 'a/1')).rejects.toThrow(
      'found more: 50000 records; write them to a file of their own with --records <file.ndjson>',
    );
  });

  it('has help with examples', async () => {
    const { stdout } = await auditrig('import', '--help');
    expect(stdout).toContain('cannot be known');
    expect(stdout).toContain('auditrig import helpshift page1.json');
    expect(readFileSync('README.md', 'utf8')).toContain('cannot be known');
  });
});
