import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditrig, bin, oneLine, run, serving, start, state, table } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

describe.concurrent('auditrig serve', () => {
  it('prints a curl line for every endpoint, which answers 200 when pasted; the audit logs have 4, 6 and 9 records', async () => {
    const { out } = await serving(['--port', '0'], table);
    const lines = out.split('\n').filter((line) => line.startsWith('curl '));
    const counts = await Promise.all(
      lines.map(async (line) => {
        const { stdout } = await run('sh', ['-c', `${line} -w '\\n%{http_code}'`]);
        const [body = '', status] = stdout.split('\n');
        const answer = JSON.parse(body);
        const found =
          answer.audit_logs ?? answer.issues ?? answer.objectList ?? answer.results ?? answer;
        return [status, Array.isArray(found) ? found.length : Object.keys(found)[0]];
      }),
    );
    expect(counts).toEqual([
      ['200', 4],
      ['200', 1],
      ['200', 6],
      ['200', 1],
      ['200', 'access_token'],
      ['200', 9],
      // A search finds what was created in the last month, which the page's incident was not.
      ['200', 0],
      ['200', 'id'],
      ['200', 'access_token'],
    ]);
  });

  it('prints curl lines that work for a client who must get a token first', async () => {
    const clients = join(folder, 'clients.yaml');
    writeFileSync(
      clients,
      `name: clients
motadata:
  credentials: [ { client_id: c, client_secret: s, username: u, password: p } ]
  requests: { "1": { records: [] } }
opsramp:
  tenants: { t: { credentials: [ { client_id: c, client_secret: s } ], incidents: { I: { records: [] } } } }
`,
    );
    const { out } = await serving([clients, '--port', '0'], table);
    const lines = out.split('\n').filter((line) => line.startsWith('curl '));
    expect(lines.length).toBe(7);
    for (const line of lines) {
      const { stdout } = await run('sh', ['-c', `${line} -o /dev/null -w '%{http_code}'`]);
      expect(stdout).toBe('200');
    }
  });

  it('prints a table of vendor, method, URL and credential', async () => {
    const { out } = await serving(['--port', '0'], table);
    const [, , head = '', ...rows] = out.split('\n');
    expect(head.split(/ +/)).toEqual(['VENDOR', 'METHOD', 'URL', 'CREDENTIAL']);
    expect(rows.find((row) => row.startsWith('motadata'))).toMatch(
      /^motadata +POST +http:\/\/127\.0\.0\.1:\d+\/api\/v1\/request\/1\/audit\/search\/byqual +api_key demo\/key/,
    );
  });

  it('prints one line of JSON with --json', async () => {
    const { out } = await serving(['--port', '0', '--json'], oneLine);
    const { url, vendors } = JSON.parse(out);
    expect(vendors).toEqual({ helpshift: url, motadata: url, opsramp: url });
  });

  it('takes its flags from the environment too', async () => {
    const { out } = await serving([], oneLine, { AUDITRIG_PORT: '0', AUDITRIG_JSON: '1' });
    expect(JSON.parse(out).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  for (const [how, args, env] of [
    ['--rebase now', ['--rebase', 'now'], {}],
    ['AUDITRIG_REBASE', [], { AUDITRIG_REBASE: 'now' }],
  ] as const)
    it(`moves the world to now with ${how}`, async () => {
      const { out } = await serving(['--port', '0', '--json', ...args], oneLine, env);
      const answer = await fetch(`${JSON.parse(out).url}/api/v1/request/1/audit/search/byqual`, {
        method: 'POST',
        headers: { authorization: 'Bearer motadata-demo-token' },
        body: '{}',
      });
      // Of the pages' sample data, this vendor has the last record.
      const [{ auditDate }] = (await answer.json()) as [{ auditDate: string }];
      const minutes = (Date.now() - Date.parse(`${auditDate} UTC`)) / 60_000;
      expect(Math.floor(minutes)).toBeOneOf([1, 2]);
    });

  it('prints nothing with --quiet', async () => {
    const port = await freePort();
    const { child, exit } = start(['--port', String(port), '--admin-port', '0', '--quiet']);
    let out = '';
    child.stdout?.on('data', (data) => {
      out += data;
    });
    while (!(await answers(`http://127.0.0.1:${port}`)));
    child.kill('SIGTERM');
    await exit;
    expect(out).toBe('');
  });

  it('plays several fixtures as one world', async () => {
    const mine = join(folder, 'mine.yaml');
    writeFileSync(
      mine,
      'name: mine\nmotadata:\n  credentials: [ { token: t } ]\n  requests: { "7": { records: [] } }\n',
    );
    const { out } = await serving(
      ['fixtures/documented.yaml', mine, '--port', '0', '--json'],
      oneLine,
    );
    const answer = await fetch(`${JSON.parse(out).url}/api/v1/request/7/audit/search/byqual`, {
      method: 'POST',
      headers: { authorization: 'Bearer motadata-demo-token' },
      body: '{}',
    });
    expect(await answer.json()).toEqual([]);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    it(`ends with 0 on ${signal}`, async () => {
      const { child, exit } = await serving(['--port', '0', '--json'], oneLine);
      child.kill(signal);
      expect(await exit).toBe(0);
    });
});

describe.concurrent('a mistake of the user', () => {
  const wrong = join(folder, 'wrong.yaml');
  writeFileSync(wrong, 'name: x\nhelpshift:\n  credentials: [ { token: t } ]\n  domains: {}\n');

  const mistakes: [string, string[], RegExp][] = [
    ['an unknown flag', ['serve', '--prot', '1'], /^error: unknown option '--prot' \(Did you mean/],
    [
      'an unknown command',
      ['server'],
      /^error: unknown command 'server' \(Did you mean serve\?\)$/,
    ],
    [
      'a port that is none',
      ['serve', '--port', 'x'],
      /'--port <n>' argument 'x' is invalid\. Expected/,
    ],
    ['a port that is too high', ['serve', '--port', '65536'], /Expected a whole number/],
    ['two flags that do not go together', ['serve', '--quiet', '--json'], /cannot be used with/],
    ['a fixture that is missing', ['serve', 'no.yaml'], /^error: no\.yaml: no such file$/],
    [
      'an address that is not here',
      ['serve', '--host', '203.0.113.1'],
      /^error: .*203\.0\.113\.1:4010$/,
    ],
  ];
  for (const [what, args, line] of mistakes)
    it(`${what} gets one clear line on stderr and exit code 2`, async () => {
      const { code, stdout, stderr } = await auditrig(...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.trimEnd()).toMatch(line);
      expect(stderr.trimEnd()).not.toContain('\n');
    });

  it('in a fixture gets a line for each wrong place and exit code 2', async () => {
    const { code, stderr } = await auditrig('serve', wrong);
    expect(code).toBe(2);
    expect(stderr.trimEnd().split('\n')).toEqual([
      `error: ${wrong}:3:20 helpshift.credentials[0].token: unknown key "token"; Helpshift has keys; did you mean api_key?`,
      '    3 |   credentials: [ { token: • } ]',
      '      |                    ^',
    ]);
  });

  it('about a port in use names the port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const { code, stderr } = await auditrig('serve', '--port', String(port));
    other.close();
    expect(code).toBe(2);
    expect(stderr).toBe(
      `error: listen EADDRINUSE: address already in use 127.0.0.1:${port}; choose another --port\n`,
    );
  });
});

describe.concurrent('auditrig list and explain', () => {
  it('list rules, and count them', async () => {
    const { code, stdout } = await auditrig('list', 'rules', '--vendor', 'helpshift');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^helpshift\/page-size-out-of-range +must +page +A page_size outside/m);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^\d+ rules: \d+ of helpshift$/);
  });

  for (const what of ['silences', 'switches', 'presets', 'endpoints', 'scenarios'])
    it(`list ${what} of every vendor, as JSON where asked`, async () => {
      const { stdout } = await auditrig('list', what, '--json');
      const named = JSON.parse(stdout).map(
        ({ vendor, id }: { vendor?: string; id?: string }) => vendor ?? id?.split('/')[0],
      );
      expect(new Set(named)).toEqual(new Set(['helpshift', 'motadata', 'opsramp']));
    });

  it('explain a rule with what it stands on', async () => {
    const { stdout } = await auditrig('explain', 'helpshift/page-size-out-of-range');
    expect(stdout).toContain("basis: the vendor's page: Request Params, page_size");
  });

  it('explain a switch with its values and its rules', async () => {
    const { stdout } = await auditrig('explain', 'helpshift/list-key');
    expect(stdout).toContain('switch helpshift/list-key: audit_logs (default), audit-logs, issues');
    expect(stdout).toContain('rule helpshift/envelope:');
  });

  it('say which id was meant, with exit code 2', async () => {
    const { code, stderr } = await auditrig('explain', 'helpshift/page-sise');
    expect(code).toBe(2);
    expect(stderr).toBe(
      "error: there is no rule, switch or case 'helpshift/page-sise'; did you mean helpshift/page-size?\n",
    );
  });
});

describe.concurrent('help', () => {
  it('has an example for every command, and exits with 0', async () => {
    const { stdout: all } = await auditrig('--help');
    const commands = [...all.matchAll(/^ {2}(\w+) (?:\[|<)/gm)].map(([, name = '']) => name);
    expect(commands.length).toBeGreaterThan(2);
    await Promise.all(
      commands
        .filter((name) => name !== 'help')
        .map(async (command) => {
          const { code, stdout } = await auditrig(command, '--help');
          expect(code).toBe(0);
          expect(stdout).toContain(`Examples:\n  auditrig ${command}`);
        }),
    );
  });
});

describe.concurrent('output that nobody reads', () => {
  const audit = join(folder, 'audit.json');
  const record = { auditString: 'Ana has added Note.', auditDate: 'Mon, Mar 03, 2025 09:00 am' };
  writeFileSync(audit, JSON.stringify([record]));
  const all = ['--help', 'faults --help', 'list rules', `import motadata ${audit} --ticket 1`];
  for (const args of all)
    it(`ends quietly: ${args.replace(folder, '')}`, async () => {
      const command = `{ ${process.execPath} ${bin} ${args}; echo $? >&2; } | true`;
      expect((await run('sh', ['-c', command])).stderr).toBe('0\n');
    });
});

describe.concurrent('the package', () => {
  it('works where it is unpacked, and finds its own fixtures and specs', async () => {
    const { stdout } = await run('npm', [
      'pack',
      '--json',
      '--ignore-scripts',
      '--pack-destination',
      folder,
    ]);
    const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('[')));
    await run('tar', ['-xf', join(folder, filename), '-C', folder]);
    await run('ln', ['-s', join(process.cwd(), 'node_modules'), join(folder, 'package')]);
    const { stdout: version } = await run(process.execPath, [
      join(folder, 'package', bin),
      '--version',
    ]);
    expect(version.trim()).toMatch(/^\d+\.\d+\.\d+$/);
    const child = spawn(
      process.execPath,
      [join(folder, 'package', bin), 'serve', '--port', '0', '--json'],
      {
        cwd: folder,
        env: { ...process.env, XDG_STATE_HOME: state },
      },
    );
    children.push(child);
    const line = await new Promise<string>((resolve) =>
      child.stdout.once('data', (data) => resolve(String(data))),
    );
    const { url } = JSON.parse(line);
    expect((await fetch(`${url}/v2/amazon/issues/3423/_audit_logs`)).status).toBe(401);
  });
});
