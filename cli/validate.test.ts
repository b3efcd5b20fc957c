import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { auditrig } from './testing/auditrig.js';

const folder = mkdtempSync(join(tmpdir(), 'auditrig-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fixture(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const small = fixture(
  'small.yaml',
  `name: small
motadata:
  profile: { order: oldest-first, max-entries: 5 }
  credentials: [ { api_key: k } ]
  requests: { "1": { records: [] } }
`,
);
const strict = fixture(
  'strict.yaml',
  `name: strict
helpshift:
  profile: { preset: strict }
  credentials: [ { api_key: k } ]
  domains:
    shop:
      issues:
        "1": { records: [ { action_taken_at: 7, action: a, actor: null }, { action_taken_at: 3, action: a, actor: null } ] }
motadata:
  profile: { order: oldest-first }
  credentials: [ { api_key: k } ]
  requests: {}
`,
);
const wrong = fixture('wrong.yaml', 'name: x\nmotadata: { requests: { a: {} } }\n');
const missing = join(folder, 'missing.yaml');

describe.concurrent('auditrig validate', () => {
  it('prints a line of figures for the one fixture', async () => {
    expect(await auditrig('validate', 'fixtures/documented.yaml')).toEqual({
      code: 0,
      stdout:
        'fixtures/documented.yaml  documented  helpshift, motadata, opsramp  3 tickets  19 records  2018-10-25T06:26:27Z to 2025-10-08T13:07:00Z  6 credentials  default switches\n',
      stderr: '',
    });
  });

  it('lines up several, names few switches beside and many below, and counts', async () => {
    const { code, stdout } = await auditrig('validate', small, strict);
    expect(code).toBe(0);
    expect(stdout.replaceAll(folder, '').split('\n')).toEqual([
      '/small.yaml   small   motadata             1 ticket  0 records  -                                                     1 credential   motadata/max-entries=5 motadata/order=oldest-first',
      '/strict.yaml  strict  helpshift, motadata  1 ticket  2 records  1970-01-01T00:00:00.003Z to 1970-01-01T00:00:00.007Z  2 credentials  11 switches:',
      '    helpshift: actions-syntax=json unknown-action=refused reversed-window=refused bad-page=refused',
      '      page-beyond-last=refused bad-page-size=refused bad-sort-order=refused auth=basic',
      '      basic-colon=required unknown-parameter=refused',
      '    motadata: order=oldest-first',
      '',
      '2 of 2 fixtures are valid',
      '',
    ]);
  });

  it('looks at all, whatever the first has, and tells every problem as serve does', async () => {
    const files = [wrong, small, missing];
    const { code, stdout, stderr } = await auditrig('validate', ...files);
    const [first, second] = await Promise.all(
      [wrong, missing].map((file) => auditrig('serve', file)),
    );
    expect(code).toBe(2);
    expect(stdout).toMatch(/^\S+small\.yaml .*\n\n1 of 3 fixtures are valid\n$/);
    expect(stderr).toBe(`${first?.stderr}${second?.stderr}`);
    expect(stderr.trimEnd().split('\n').length).toBeGreaterThan(2);
  });

  it('prints nothing but what is wrong of a single fixture that is', async () => {
    const { code, stdout, stderr } = await auditrig('validate', missing);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`error: ${missing}: no such file\n`);
  });

  it('prints one JSON document with figures and problems with --json', async () => {
    const { code, stdout, stderr } = await auditrig('validate', small, missing, '--json');
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(stdout)).toEqual([
      {
        file: small,
        valid: true,
        name: 'small',
        vendors: ['motadata'],
        tickets: 1,
        records: 0,
        first: null,
        last: null,
        credentials: 1,
        switches: { motadata: { 'max-entries': 5, order: 'oldest-first' } },
        notes: [],
      },
      {
        file: missing,
        valid: false,
        problems: [{ file: missing, path: '', message: 'no such file' }],
      },
    ]);
  });

  it('notes what is allowed, but was perhaps not meant', async () => {
    const seconds = fixture(
      'seconds.yaml',
      `name: seconds
now: 2025-08-09T19:38:28Z
helpshift:
  credentials: [{ api_key: k }]
  domains:
    shop:
      issues:
        "1":
          records:
            - { action_taken_at: 1754768308863, action: a }
            - { action_taken_at: 1754768308, action: a }
`,
    );
    const { code, stderr } = await auditrig('validate', seconds);
    expect(code).toBe(0);
    expect(stderr.replaceAll(folder, '').trimEnd().split('\n')).toEqual([
      'note: /seconds.yaml: helpshift shop/1: records[1] is older than one before it; they are served in the order of times',
      "note: /seconds.yaml: helpshift shop/1: 1 record later than the world's now",
    ]);
  });

  it('exits with 0 with --json where all are valid', async () => {
    expect((await auditrig('validate', small, '--json')).code).toBe(0);
  });

  it('asks for a file', async () => {
    const { code, stderr } = await auditrig('validate');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "error: missing required argument 'fixture'\n",
    });
  });
});
