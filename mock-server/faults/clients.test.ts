import { execFile } from 'node:child_process';
import { get } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { GivenFault } from '../Simulator.js';
import { faulty, paths } from '../testing/faulty.js';

interface Request {
  url: string;
  authorization: string;
}

/** What a client makes of an answer: its status with `json`, `html` or `text`, or the error that it throws. */
type Client = (request: Request) => Promise<string>;

const PYTHON = `
import sys, urllib.request
request = urllib.request.Request(sys.argv[1], headers={"Authorization": sys.argv[2]})
try:
    with urllib.request.urlopen(request) as answer:
        print(answer.status, answer.read().decode("latin-1"), end="")
except urllib.error.HTTPError as error:
    print(error.status, error.read().decode("latin-1"), end="")
except Exception as error:
    print(type(getattr(error, "reason", error)).__name__, end="")
`;

const clients: Record<string, Client> = {
  'node:http': ({ url, authorization }) =>
    new Promise((resolve) => {
      get(url, { headers: { authorization } }, async (answer) => {
        try {
          resolve(seen(`${answer.statusCode} ${(await answer.toArray()).join('')}`));
        } catch (error) {
          resolve((error as NodeJS.ErrnoException).code ?? '');
        }
      }).on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    }),
  fetch: async ({ url, authorization }) => {
    try {
      const answer = await fetch(url, { headers: { authorization } });
      return seen(`${answer.status} ${await answer.text()}`);
    } catch (error) {
      const { cause } = error as { cause: { code?: string; message: string } };
      return cause.code ?? cause.message;
    }
  },
  'urllib of Python': ({ url, authorization }) =>
    run('python3', ['-c', PYTHON, url, authorization]).then(({ stdout }) => seen(stdout)),
  curl: async ({ url, authorization }) => {
    const header = `Authorization: ${authorization}`;
    const line = ['-s', '-H', header, '-w', '%{stderr}%{http_code}', url];
    const { code, stdout, stderr } = await run('curl', line);
    return code === 0 ? seen(`${stderr} ${stdout}`) : `exit ${code}`;
  },
};

function run(command: string, line: string[]) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(command, line, { encoding: 'latin1' }, (error, stdout, stderr) => {
      resolve({ code: (error?.code as unknown as number) ?? 0, stdout, stderr });
    });
  });
}

/** A status and a body, or the name of an error, in short. */
function seen(text: string): string {
  const [, status, body] = /^(\d{3}) (.*)$/s.exec(text) ?? [];
  if (body === undefined) return text;
  try {
    JSON.parse(body);
    return `${status} json`;
  } catch {
    return `${status} ${body.startsWith('<!DOCTYPE html>') ? 'html' : 'text'}`;
  }
}

const all = (outcome: string) => [outcome, outcome, outcome, outcome];
const broken = ['ECONNRESET', 'ECONNRESET|UND_ERR_SOCKET'];

/** What the clients above make of each; patterns, as versions differ in how they call it. */
const table: [deed: GivenFault['do'], outcomes: string[]][] = [
  ['revoke', all('401 json')],
  [{ refuse: 'rate-limited' }, all('429 json')],
  [{ status: 503 }, all('503 html')],
  ['reset', [...broken, 'ConnectionResetError', 'exit 56']],
  ['close', [...broken, 'RemoteDisconnected', 'exit 52']],
  ['cut', [...broken, 'IncompleteRead', 'exit 18']],
  [{ cut: 0 }, [...broken, 'IncompleteRead', 'exit 18']],
  ['loginPage', all('200 html')],
  [{ append: 1 }, all('200 json')],
  [{ delay: 20 }, all('200 json')],
  [{ drip: { bytes: 100, every: 1 } }, all('200 json')],
  [{ contentLength: 10 }, [...broken, 'IncompleteRead', 'exit 18']],
  // Python and curl do not even notice.
  [{ contentLength: -10 }, ['HPE_\\w+|200 text', 'HPE_\\w+|200 text', '200 text', '200 text']],
  [{ corrupt: 'truncated' }, all('200 text')],
  [{ corrupt: 'comma' }, all('200 text')],
  [{ corrupt: 'quotes' }, all('200 text')],
  [{ contentType: 'text/html' }, all('200 json')],
  // Only fetch asks for it.
  [{ gzip: 'whole' }, ['200 text', '200 json', '200 text', '200 text']],
  [{ gzip: 'cut' }, ['200 text', '200 text|\\w*', '200 text', '200 text']],
  [{ redirect: 'same-host' }, ['302 html', '200 json', '200 json', '302 html']],
  // Python takes the credential along to another host.
  [{ redirect: 'other-host' }, ['302 html', '401 json', '200 json', '302 html']],
  [{ total: 5 }, all('200 json')],
  [{ date: 'P1D' }, all('200 json')],
  ['stale', all('200 json')],
  ['deleteTicket', all('404 json')],
];

describe('what clients see of a fault', () => {
  it.each(table)('is what its name says: %j', async (deed, outcomes) => {
    const found: string[] = [];
    for (const client of Object.values(clients)) {
      const { url, authorization } = await faulty([{ when: { times: 1 }, do: deed }]);
      found.push(
        await client({
          url: `${url}${paths.helpshift}?page=2&page_size=2`,
          authorization: authorization.helpshift,
        }),
      );
    }
    for (const [i, outcome] of outcomes.entries())
      expect(found[i], Object.keys(clients)[i]).toMatch(new RegExp(`^(${outcome})$`));
  });
});
