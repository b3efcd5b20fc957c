import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FixtureError } from '../../fixtures/language/FixtureError.js';
import { readAccount } from './readAccount.js';
import { toy } from './testing/toyServer.js';

const whole = 'toy: { credential: { api_key: "k-1" }, ticket: { ticket: "T-1" } }';

function read(yaml: string, env: Record<string, string> = {}) {
  const path = join(mkdtempSync(join(tmpdir(), 'account-')), 'creds.yaml');
  writeFileSync(path, yaml);
  return readAccount(path, toy, env);
}

function complaint(yaml: string): string {
  try {
    read(yaml);
  } catch (error) {
    if (error instanceof FixtureError)
      return error.problems
        .map(({ line, column, message }) => `${line}:${column} ${message}`)
        .join('\n');
    throw error;
  }
  return 'none';
}

describe('a file of accounts', () => {
  it('has a credential and tickets', () => {
    expect(read(whole)).toEqual({ credential: { api_key: 'k-1' }, ticket: { ticket: 'T-1' } });
  });

  it('may leave a secret to the environment', () => {
    const yaml = whole.replace('"k-1"', '{ env: TOY_KEY }');
    expect(read(yaml, { TOY_KEY: 'k-2' }).credential).toEqual({ api_key: 'k-2' });
    expect(complaint(yaml)).toMatch(/expected the variable TOY_KEY to be set, found it empty/);
  });

  it.each([
    [
      'another: { credential: { api_key: k }, ticket: { a: b } }',
      '1:1 expected an account of toy, found one of another',
    ],
    [
      whole.replace('api_key', 'apikey'),
      '1:22 no credential has a part apikey; did you mean api_key?',
    ],
    [
      whole.replace('ticket: "T-1"', 'tiket: "T-1"'),
      '1:50 no ticket has a name tiket; did you mean ticket?',
    ],
    [
      whole.replace('}, ticket', '}, empty: { tiket: "T-2" }, ticket'),
      '1:49 no ticket has a name tiket; did you mean ticket?',
    ],
    ['toy: { credential: { api_key: k } }', '1:6 '],
    [whole.replace('"T-1"', '1'), '1:58 '],
  ])('that is wrong is told with its place: %s', (yaml, says) => {
    expect(complaint(yaml)).toContain(says);
  });

  it.each([
    'credential: { api_key: my-secret, apikey: other }',
    'credential: my-secret',
    'credential:\n    my-secret',
    'credential: { api_key: [my-secret] }',
    'credential: { api_key: "my-secret }',
    'credential: { api_key: *my-secret }',
    'credential: { api_key: !my-secret x }',
    'credential: { api_key: my-secret, api_key: other }',
    'credential: { client_id: my-secret }',
  ])('never shows a secret: %s', (credential) => {
    const yaml = `toy:\n  ${credential}\n  ticket: { ticket: T-1, tiket: my-secret-ticket }\n`;
    expect(() => read(yaml)).toThrow(FixtureError);
    try {
      read(yaml);
    } catch (error) {
      expect(JSON.stringify((error as FixtureError).problems)).not.toContain('my-secret');
      expect(String(error)).not.toContain('my-secret');
    }
  });

  it('has all of what is needed together, so that no wrong password is sent for want of one', () => {
    const yaml = 'toy: { credential: { client_id: a }, ticket: { ticket: T-1 } }';
    expect(complaint(yaml)).toBe(
      '1:20 expected client_id, client_secret together, found no client_secret',
    );
    expect(complaint(yaml.replace('client_id: a', 'password: a'))).toContain(
      'no credential has a part password',
    );
  });
});
