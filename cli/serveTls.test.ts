import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeCertificate } from '../mock-server/tls/makeCertificate.js';
import { auditrig, oneLine, run, serving, table } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig test-'));
afterAll(() => rmSync(folder, { recursive: true }));

// The blank in the folder's name is something that what is pasted must survive.
const here = { TMPDIR: folder };

/** Writes a file and gives its path. */
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function isHere(command: string): Promise<boolean> {
  return run('sh', ['-c', `command -v ${command}`]).then(
    () => true,
    () => false,
  );
}

/** What a shell script prints. */
async function shell(script: string): Promise<string> {
  const { stdout } = await run('sh', ['-c', script]);
  return stdout.trim();
}

/** The lines of the table that make a language's clients trust the authority. */
function pasted(out: string, language: string): string {
  const [, block = ''] = new RegExp(`^ {2}${language} +(.*(?:\\n {3,}.*)*)`, 'm').exec(out) ?? [];
  return block;
}

const tls = await serving(
  ['--port', '0', '--tls', '--tls-name', 'simulator.test', '--tls-name', '*.other.test'],
  table,
  here,
);
const [, base = ''] = / on (https:\S+)/.exec(tls.out) ?? [];
const ask = `${base}/v2/amazon/issues/3423/_audit_logs`;

const PYTHON = `import sys, urllib.request
ask = urllib.request.Request(sys.argv[1], headers={'Authorization': 'Bearer hs-demo-key'})
print(urllib.request.urlopen(ask).status)`;

const NODE = `require('node:https').get(process.argv[1], { headers: { authorization: 'Bearer hs-demo-key' } },
  (answer) => { console.log(answer.statusCode); answer.resume(); })`;

const JAVA = `import java.net.URI;
import java.net.http.*;
public class Ask {
  public static void main(String[] args) throws Exception {
    HttpRequest ask = HttpRequest.newBuilder(URI.create(args[0]))
        .header("Authorization", "Bearer hs-demo-key").build();
    System.out.println(HttpClient.newHttpClient().send(ask, HttpResponse.BodyHandlers.ofString()).statusCode());
  }
}`;

const clients: [language: string, command: string, script: string, refusal: RegExp][] = [
  [
    'Node',
    `'${process.execPath}'`,
    `'${process.execPath}' -e "${NODE}" '${ask}'`,
    /unable to verify the first certificate/,
  ],
  ['Python', 'python3', `python3 -c "${PYTHON}" '${ask}'`, /CERTIFICATE_VERIFY_FAILED/],
  [
    'curl',
    'curl',
    `curl -sS -o /dev/null -w '%{http_code}' -H 'Authorization: Bearer hs-demo-key' '${ask}'`,
    /curl: \(60\)/,
  ],
  ['Java', 'java', `java '${file('Ask.java', JAVA)}' '${ask}'`, /PKIX path building failed/],
];

describe.concurrent('auditrig serve --tls', () => {
  for (const [language, command, script, refusal] of clients)
    it(`prints lines that make ${language} trust it, which refuses it without them`, async ({
      skip,
    }) => {
      if (!(await isHere(command))) skip(`this machine has no ${command}`);
      await expect(shell(script)).rejects.toThrow(refusal);
      expect(await shell(`{ ${pasted(tls.out, language)}\n} >&2; ${script}`)).toBe('200');
    });

  it('prints curl lines that answer 200 when pasted', async () => {
    const lines = tls.out.split('\n').filter((line) => line.startsWith('curl '));
    expect(lines.length).toBeGreaterThan(8);
    const codes = lines.map((line) => shell(`${line} -o /dev/null -w '%{http_code}'`));
    expect(await Promise.all(codes)).toEqual(codes.map(() => '200'));
  });

  it('is good for localhost and for the names it was told, and for no other', async () => {
    const { port } = new URL(base);
    const [cacert = ''] = /--cacert '[^']+'/.exec(tls.out) ?? [];
    const code = (name: string) =>
      shell(
        `curl -sS ${cacert} --connect-to ::127.0.0.1: -o /dev/null -w '%{http_code}' https://${name}:${port}/v2`,
      );
    for (const name of ['localhost', 'simulator.test', 'a.other.test'])
      expect([name, await code(name)]).toEqual([name, '404']);
    await expect(code('elsewhere.test')).rejects.toThrow(/curl: \(60\)/);
  });

  it('names the file of the authority in its JSON, which its user alone can read', async () => {
    const { out } = await serving(['--port', '0', '--tls', '--json'], oneLine, here);
    const { url, vendors, ca } = JSON.parse(out);
    expect(vendors.helpshift).toBe(url);
    expect(statSync(ca).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(ca)).mode & 0o777).toBe(0o700);
  });

  it('removes the file of the authority when it ends', async () => {
    const { out, child, exit } = await serving(['--port', '0', '--tls', '--json'], oneLine, here);
    const { ca } = JSON.parse(out);
    expect(existsSync(ca)).toBe(true);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(existsSync(dirname(ca))).toBe(false);
  });

  it('takes its flags from the environment too, names parted by commas', async () => {
    const { out } = await serving(['--port', '0', '--json'], oneLine, {
      ...here,
      AUDITRIG_TLS: '1',
      AUDITRIG_TLS_NAME: 'one.test, two.test',
    });
    const { url, ca } = JSON.parse(out);
    expect(url).toMatch(/^https:/);
    for (const name of ['one.test', 'two.test'])
      expect(
        await shell(
          `curl -s --cacert '${ca}' --connect-to ::127.0.0.1: -o /dev/null -w '%{http_code}' https://${name}:${new URL(url).port}/v2`,
        ),
      ).toBe('404');
  });
});

const { cert, key, ca } = await makeCertificate(['mine.test']);
const other = await makeCertificate([]);
const certFile = file('cert.pem', cert);
const keyFile = file('key.pem', key);
const otherKeyFile = file('other.pem', other.key);
const textFile = file('text.txt', 'no certificate\n');

describe.concurrent("auditrig serve with a certificate of one's own", () => {
  const flags = ['--port', '0', '--tls-cert', certFile, '--tls-key', keyFile];

  it('shows that one, and makes no authority', async () => {
    const { out } = await serving([...flags, '--json'], oneLine);
    const parsed = JSON.parse(out);
    expect(parsed).not.toHaveProperty('ca');
    const status = await new Promise((resolve, reject) =>
      request(`${parsed.url}/v2`, { ca, servername: 'mine.test' }, (answer) =>
        resolve(answer.resume().statusCode),
      )
        .on('error', reject)
        .end(),
    );
    expect(status).toBe(404);
  });

  it('prints curl lines that answer 200 when pasted', async () => {
    const { out } = await serving(flags, table);
    const lines = out.split('\n').filter((line) => line.startsWith('curl '));
    expect(lines.length).toBeGreaterThan(8);
    const codes = lines.map((line) => shell(`${line} -o /dev/null -w '%{http_code}'`));
    expect(await Promise.all(codes)).toEqual(codes.map(() => '200'));
  });

  const mistakes: [string, string[], RegExp][] = [
    [
      'a certificate without its key',
      ['--tls-cert', certFile],
      /^error: --tls-cert needs --tls-key as well$/,
    ],
    [
      'a key without its certificate',
      ['--tls-key', keyFile],
      /^error: --tls-key needs --tls-cert as well$/,
    ],
    [
      'a file that is missing',
      ['--tls-cert', 'no.pem', '--tls-key', keyFile],
      /^error: --tls-cert no\.pem: no such file$/,
    ],
    [
      "another certificate's key",
      ['--tls-cert', certFile, '--tls-key', otherKeyFile],
      /^error: tls: the key is not the one of the certificate$/,
    ],
    [
      'a certificate that is not PEM',
      ['--tls-cert', textFile, '--tls-key', keyFile],
      /^error: tls: the certificate is not PEM/,
    ],
    [
      'a key that is not PEM',
      ['--tls-cert', certFile, '--tls-key', textFile],
      /^error: tls: the key is not PEM/,
    ],
    [
      'names for a certificate that is given',
      ['--tls-name', 'a', '--tls-cert', certFile, '--tls-key', keyFile],
      /^error: option '--tls-name <name>' cannot be used with option '--tls-cert <file>'$/,
    ],
    [
      'a name that is none',
      ['--tls-name', 'https://x'],
      /^error: tls: expected a host name or an IP address, found "https:\/\/x"$/,
    ],
    ['a time to move to that is not now', ['--rebase', 'then'], /Allowed choices are now\.$/],
  ];
  for (const [what, args, line] of mistakes)
    it(`${what} gets one clear line on stderr and exit code 2`, async () => {
      const { code, stdout, stderr } = await auditrig('serve', '--port', '0', ...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr.trimEnd()).toMatch(line);
      expect(stderr.trimEnd()).not.toContain('\n');
    });
});
