import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { readSubject } from '../conformance/subjects/readSubject.js';
import { client } from './check/client.js';
import { refuseStrayValues } from './check/refuseStrayValues.js';
import { folderWriter, reportWriter } from './check/reportWriter.js';
import { targetNames } from './check/targetNames.js';
import { auditrig, bin } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-check-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function file(value: object): string {
  const path = join(folder, `${++files}.yaml`);
  writeFileSync(path, stringify(value));
  return path;
}

/** Whether there is such a process, and not only what is left of it. */
function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !/\) Z /.test(readFileSync(stat, 'utf8'));
}

const adapter = ['--', process.execPath, 'examples/adapters/node.js'];
const last = (out: string) => out.trimEnd().split('\n').at(-1);

/** A program that nobody has adapted, with some more arguments. */
function program(more: readonly (string | string[])[] = [], rest: object = {}) {
  const reader = resolve('cli/testing/reader.py');
  const path = '/v2/{domain}/issues/{issue_id}/_audit_logs';
  const command = ['python3', reader, '--url', '{base_url}', '--path', path, ...more];
  return file({ vendor: 'helpshift', command, env: { API_KEY: '{api_key}' }, ...rest });
}
const reads = ['helpshift/client/endpoint/reads', 'helpshift/client/pages/every-page'];

describe.concurrent('auditrig check client', () => {
  it('finds the reference clients right about the basics, over stdio', async () => {
    const { code, stdout, stderr } = await auditrig(
      'check',
      'client',
      '*/client/endpoint/reads',
      ...adapter,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^client reference, suite 1\.\d+, seed \d+\n\n3 passed, 0 failed, 0 errors, 0 skipped, of 3\n$/,
    );
  });

  it('says of a program what it missed, where, by which rule, and how to ask again, as the documents show', async () => {
    const path = program(['--first']);
    const { code, stdout } = await auditrig(
      ...['check', 'client', ...reads, '--subject', path, '--seed', '3'],
    );
    expect(code).toBe(1);
    for (const document of ['README.md', 'docs/conformance.md']) {
      const [, shown = ''] = /```\n(FAIL [\s\S]*? {2}rerun .*?--subject )subject\.yaml\n/.exec(
        readFileSync(document, 'utf8'),
      ) as RegExpExecArray;
      expect(stdout, document).toContain(`${shown}${path}\n`);
    }
    expect(last(stdout)).toBe('1 passed, 1 failed, 0 errors, 0 skipped, of 2');
  });

  it('says how to ask again just as it was asked, with a pattern behind an option, too', async () => {
    const { stdout } = await auditrig(
      ...['check', 'client', '--once', '--vendor', 'helpshift', reads[0] as string],
      ...['--claims', 'since', 'until', '--level', '1', '--seed', '5', '--', 'false'],
    );
    expect(stdout).toContain(
      `  rerun     auditrig check client ${reads[0]} --seed 5 --vendor helpshift --once --claims since --claims until -- false\n`,
    );
  });

  // Alone, as it waits for a process that the others would hold up.
  it.sequential('ends what it has started when it is ended itself', async () => {
    const word = join(folder, 'word');
    const script = `trap "" TERM; echo $$ > ${word}; while :; do sleep 1; done`;
    const path = file({ vendor: 'helpshift', command: ['sh', '-c', script] });
    const args = ['check', 'client', reads[0] as string, '--subject', path];
    const child = spawn(process.execPath, [bin, ...args]);
    await vi.waitFor(() => expect(readFileSync(word, 'utf8')).toMatch(/\n/), { timeout: 20_000 });
    const pid = Number(readFileSync(word, 'utf8'));
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(130);
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false));
  });

  it('asks in each world that the pages leave open, where that is wanted', async () => {
    const { stdout } = await auditrig(
      ...['check', 'client', 'helpshift/client/pages/empty', '--silences', ...adapter],
    );
    expect(stdout).toMatch(
      /^what nobody says, each way that it could be:\n( {2}helpshift\/\S+: \S+ {2}passes\n)+\n1 passed/m,
    );
  });

  it('writes a report to a file, as lines of JSON', async () => {
    const path = join(folder, 'report.ndjson');
    const { stdout } = await auditrig(
      ...[
        'check',
        'client',
        'helpshift/client/endpoint/reads',
        '--report',
        'text',
        `ndjson=${path}`,
      ],
      ...adapter,
    );
    expect(last(stdout)).toBe('1 passed, 0 failed, 0 errors, 0 skipped, of 1');
    const rows = readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ type }) => type)).toEqual(['header', 'case', 'footer']);
    expect(rows[1]).toMatchObject({ case: 'helpshift/client/endpoint/reads', verdict: 'pass' });
    expect(rows[2]).toMatchObject({ conformant: true, exitCode: 0 });
  });

  it.each([
    [
      ['no/such/case'],
      'error: [patterns]: no case is called "no/such/case"; see auditrig list cases',
    ],
    [['--subject', 'x.yaml'], 'error: expected --subject or a command behind --, found both'],
    [
      ['--claims', 'since'],
      'error: expected --claims with --once: an adapter says what it can do in its hello',
    ],
    [
      ['--report', 'text', 'junit=/nowhere/junit.xml'],
      'error: --report /nowhere/junit.xml: expected a folder that exists, found none',
    ],
    [['--out', '/proc/reports'], 'error: --out /proc/reports: no folder can be made there'],
    [
      ['--vendor', 'helpshift', 'opsramp'],
      'error: [patterns]: no case is called "opsramp"; did you mean --vendor opsramp?',
    ],
    [['--kill-command', 'nosuch'], 'error: --kill-command: there is no program "nosuch"'],
  ])('takes %j for misuse, before it asks anything', async (args, message) => {
    expect(await auditrig('check', 'client', ...args, '--', 'cat')).toEqual({
      ...{ code: 2, stdout: '', stderr: `${message}\n` },
    });
  });

  it('takes a program that does not exist for misuse', async () => {
    expect(await auditrig('check', 'client', '--', 'nosuchprogram')).toEqual({
      ...{ code: 2, stdout: '', stderr: 'error: there is no program "nosuchprogram"\n' },
    });
  });

  it('takes what only an adapter can be told for misuse beside a subject file', async () => {
    const { code, stderr } = await auditrig('check', 'client', '--subject', program(), '--once');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'error: expected --once with a command behind --, found it with --subject\n',
    });
  });

  it('says what is wrong with a subject file, and where', async () => {
    const path = file({ vendor: 'helpshft', command: ['python3', '{base_ur}'] });
    const { code, stderr } = await auditrig('check', 'client', '--subject', path);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(
        `error: ${path}:1:9 vendor: there is no vendor "helpshft"; did you mean helpshift?`,
      ),
    });
    const empty = join(folder, 'empty.yaml');
    writeFileSync(empty, '');
    const others: [string, string][] = [
      [program(['{isue_id}']), 'nothing is called {isue_id}; did you mean {issue_id}?'],
      [
        file({ vendor: 'helpshift', command: ['nosuchprogram'] }),
        'command[0]: there is no program "nosuchprogram"',
      ],
      [empty, 'expected a subject file, found nothing'],
    ];
    for (const [other, message] of others)
      expect((await auditrig('check', 'client', '--subject', other)).stderr).toContain(message);
  });
});

describe('what auditrig check client is told', () => {
  const told = () => new Command().exitOverride().configureOutput({ writeErr() {} });

  it.each([
    ['txet', 'error: there is no report "txet"; did you mean text?'],
    ['text=', 'error: expected a path behind --report text=, found none'],
    [
      'helpshift/**',
      'error: there is no report "helpshift/**"; patterns stand before --report, or behind another option',
    ],
    ['text=cli', '--report cli: expected a file, found a folder'],
    ['text=/proc/x', '--report /proc/x: expected a folder that exists, found none'],
  ])('may not be to report %s', (kind, message) => {
    expect(() => reportWriter(kind, told())).toThrow(message);
  });

  it.each(['README.md', 'README.md/reports'])('may not be to write into %s', (folder) => {
    expect(() => folderWriter(folder)).toThrow(`--out ${folder}: expected a folder, found a file`);
  });

  it('may be to write into a folder that is still to be made, in which nothing is until then', () => {
    const made = join(folder, 'to', 'be', 'made');
    folderWriter(made);
    expect(readdirSync(made)).toEqual([]);
  });

  it('may not be a fixture that no option names', () => {
    const fixture = 'fixtures/helpshift/ties.yaml';
    expect(() => refuseStrayValues(['helpshift/**', fixture], told())).toThrow(
      `no case is called "${fixture}"; did you mean --fixture ${fixture}?`,
    );
  });

  it.each([
    [['--out', ''], 'Expected a folder.'],
    [['--fixture', ' '], 'Expected a value.'],
    [['--kill-command', ' '], 'Expected a command.'],
    [['--subject-host', '::1'], 'Expected a host, such as host.docker.internal or [::1].'],
    [['--vendor', 'helpshft'], 'Did you mean helpshift?'],
  ])('may not be %j', async (args, message) => {
    const command = client.copyInheritedSettings(told());
    await expect(command.parseAsync(args, { from: 'user' })).rejects.toThrow(message);
  });
});

describe.concurrent('auditrig check adapter', () => {
  it('shows the smallest conversation, and says what each line is for', async () => {
    const { code, stdout } = await auditrig('check', 'adapter', ...adapter);
    expect(code).toBe(0);
    const lines = stdout.split('\n').filter((line) => line.startsWith('    '));
    expect(lines.slice(0, 5)).toEqual([
      '    auditrig asks who it is',
      '    it says who it is, which vendors it knows, and what it can do',
      '    it is asked for the records of one ticket, with all that it needs',
      '    it passes on what it has read, as the vendor wrote it',
      '    it says that this was all',
    ]);
    expect(lines.at(-1)).toBe('    nothing more is asked');
  });

  it('says once what is wrong with a hello', async () => {
    const hello = '{"type":"hello","protocol":2}';
    const { code, stdout } = await auditrig(
      ...['check', 'adapter', '--', 'sh', '-c', `read line; echo '${hello}'; cat > /dev/null`],
    );
    expect({ code, stdout }).toEqual({
      code: 1,
      stdout: `→ {"type":"hello","protocol":1}
    auditrig asks who it is
← ${hello}
    it says who it is, which vendors it knows, and what it can do

FAIL wrong-message: hello: expected a hello; subject is missing: ${hello}
`,
    });
  });
});

describe.concurrent('auditrig init', () => {
  it('writes a subject file by which a program can be started', async () => {
    const path = join(folder, 'new-subject.yaml');
    const { code, stdout } = await auditrig('init', 'opsramp', '--out', path);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining(path) });
    const reads = 'opsramp/client/endpoint/reads';
    const { stdout: judged } = await auditrig('check', 'client', reads, '--subject', path);
    expect(judged).toContain("can't open file");
  });

  it.each(['helpshift', 'motadata', 'opsramp'])('has a subject file for %s', (vendor) => {
    const path = `conformance/vendors/${vendor}/subject.yaml`;
    expect(readSubject(path, targetNames())).toMatchObject({ vendor });
  });

  it('says that there is no folder to write into', async () => {
    const { code, stderr } = await auditrig('init', '--out', '/nowhere/subject.yaml');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'error: --out /nowhere/subject.yaml: expected a folder that exists, found none\n',
    });
  });

  it('writes over nothing that is there', async () => {
    const path = file({});
    const { code, stderr } = await auditrig('init', 'opsramp', '--out', path);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error: ${path} is there already; --force writes over it, --out writes elsewhere\n`,
    });
  });
});

describe.concurrent('auditrig list cases and explain', () => {
  it('list those that patterns choose', async () => {
    const { stdout } = await auditrig('list', 'cases', 'helpshift/**/every-page');
    expect(stdout).toBe(
      'helpshift/client/pages/every-page  level 1  must  Reads every page, and no record twice\n\n1 cases: 1 of helpshift, 0 of motadata, 0 of opsramp\n',
    );
  });

  it('explain a case by its rules and all that it asks', async () => {
    const { stdout } = await auditrig('explain', 'helpshift/client/pages/every-page');
    expect(stdout).toContain('case helpshift/client/pages/every-page (level 1, must)\n');
    expect(stdout).toContain('rule helpshift/page: page asks for a page by its number.');
    expect(stdout).toContain('gets: all');
  });
});
