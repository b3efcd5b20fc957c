import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vendors as played } from '../../mock-server/vendors/index.js';
import type { SubjectFile } from '../../specs/conformance/types.js';
import type { ClientOptions } from '../CheckOptions.js';
import { check } from '../check.js';
import { textReport } from '../report/textReport.js';
import { judgedVendors } from '../vendors/index.js';
import { programSubject } from './programSubject.js';

const READS = 'helpshift/client/endpoint/reads';

function judged(file: SubjectFile, options: Partial<ClientOptions> = {}) {
  const subject = programSubject(file, {});
  return check(
    { played, judged: judgedVendors },
    { role: 'client', patterns: [READS], seed: 1, subject, ...options },
  );
}

/** A program that nobody has adapted, with some more arguments. */
function reader(more: readonly string[] = [], rest: Partial<SubjectFile> = {}): SubjectFile {
  const path = '/v2/{domain}/issues/{issue_id}/_audit_logs';
  const script = resolve('cli/testing/reader.py');
  const command = ['python3', script, '--url', '{base_url}', '--path', path, ...more];
  return {
    ...{ vendor: 'helpshift', command: command as SubjectFile['command'] },
    ...{ env: { API_KEY: '{api_key}' }, ...rest },
  };
}

const shell = (script: string): SubjectFile => ({
  ...{ vendor: 'helpshift', command: ['sh', '-c', script], env: { API_KEY: '{api_key}' } },
});

describe.concurrent('a finished program', () => {
  it.each([
    ['a list on stdout', ['--list'], { format: 'json' }],
    ['lines in a file', ['--out', '{state}/out'], { output: '{state}/out' }],
  ] as const)('may deliver %s', async (_, more, rest) => {
    const { cases } = await judged(reader(more, rest), {
      patterns: [READS, 'helpshift/client/pages/every-page'],
    });
    expect(cases.map(({ verdict }) => verdict)).toEqual(['pass', 'pass']);
  });

  it('fails where it prints a secret, though it delivers elsewhere', async () => {
    const file = reader(['--leak', '--out', '{state}/out'], { output: '{state}/out' });
    expect((await judged(file)).cases[0]?.flaws).toMatchObject([
      {
        reason: 'credential-leaked',
        says: expect.stringContaining('a secret stands in what the subject writes to stdout or'),
      },
    ]);
  });

  it('fails where it prints a secret in what is not the list that it should be', async () => {
    const file = { ...shell('echo "key $API_KEY"'), format: 'json' } as const;
    const { cases } = await judged(file);
    expect(cases[0]?.flaws?.map(({ reason }) => reason)).toEqual(['no-json', 'credential-leaked']);
  });

  it('fails where what it delivers is a folder', async () => {
    const { cases } = await judged({ ...shell('exit 0'), output: '{state}' });
    expect(cases[0]?.flaws).toMatchObject([
      { reason: 'no-json', says: 'expected a file as its output, found a folder' },
    ]);
  });

  it('is not asked to read with what its subject file has no place for', async () => {
    const file = { ...shell('exit 3'), vendor: 'motadata' };
    const { cases } = await judged(file, { patterns: ['motadata/client/credentials/token'] });
    expect(cases).toMatchObject([{ verdict: 'skip', because: 'it takes api_key, and not token' }]);
  });

  it('that fails is told by the last whole lines of its stderr, one under the other', async () => {
    const report = await judged(
      shell('for n in $(seq 99); do echo "line $n of many" >&2; done; exit 4'),
    );
    expect(textReport(report, String)).toMatch(
      /^ {2}what {6}it ended with exit code 4; the end of its stderr: line \d\d of many\n( {12}line \d\d of many\n)+ {2}expected /m,
    );
  });

  it('is given up where it never stops delivering', async () => {
    const { cases } = await judged({ vendor: 'helpshift', command: ['yes'] });
    expect(cases[0]?.flaws).toMatchObject([
      { reason: 'endless', says: 'it delivered more than 128 MiB' },
    ]);
  });

  const fixtures = { fixtures: ['fixtures/helpshift/paged.yaml'], patterns: [] };
  const match = { time: '@timestamp', text: 'did.verb' };

  it.each([
    ['what its file says of their time and their text', match, [], 'pass', undefined],
    ['that, and misses some', match, ['--first'], 'fail', /^\d+ of 450 records did not come back/],
    [
      'places where nothing stands',
      { ...match, text: 'did.word' },
      [],
      'fail',
      /; in line 1, match found nothing at did\.word, where the text should be; there is @timestamp, did\.verb, data$/,
    ],
  ])('has its lines told by %s', async (_, match, more, verdict, says) => {
    const { cases } = await judged(reader(more, { match }), fixtures);
    expect(cases[0]?.verdict).toBe(verdict);
    if (says) expect(cases[0]?.flaws?.[0]?.says).toMatch(says);
  });

  it('is not judged by lines that are like no records, and is told how they can be told', async () => {
    const { cases, exitCode } = await judged(reader(), fixtures);
    expect(cases[0]).toMatchObject({
      ...{ verdict: 'skip', case: 'fixture/paged/helpshift/shop/1001' },
      because: expect.stringContaining('say match in the subject file'),
    });
    expect(exitCode).toBe(3);
  });
});
