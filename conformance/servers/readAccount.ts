/** Reads what a user lets a vendor's server be asked with. */
import { checkShape } from '../../fixtures/language/checkShape.js';
import { FixtureError } from '../../fixtures/language/FixtureError.js';
import type { Path } from '../../fixtures/language/FixtureText.js';
import { nearest } from '../../fixtures/language/nearest.js';
import { readText } from '../../fixtures/language/readText.js';
import { readYaml } from '../../fixtures/language/readYaml.js';
import type { Account, AccountFile } from '../../specs/conformance/types.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import { credentialParts } from '../subjects/credentialParts.js';
import type { ServerAccount } from './ServerAccount.js';
import { AUDIT_LOG, type ServerEndpoint } from './VendorServer.js';

type Fail = (at: Path, message: string, which?: 'key') => FixtureError;

/**
 * @param path of a file with accounts by vendor
 * @throws FixtureError where it cannot be read, is wrong, or has no account of the vendor
 */
export function readAccount(
  path: string,
  { name, server }: JudgedVendor,
  env: Readonly<Record<string, string | undefined>> = process.env,
): ServerAccount {
  const text = readYaml(readText(path), path, 'a file of accounts');
  const { misfits } = checkShape(text.value, 'conformance/account.schema.json');
  if (misfits.length > 0)
    throw new FixtureError(misfits.map(({ path, message, at }) => text.problem(path, message, at)));
  const fail: Fail = (at, message, which) => new FixtureError([text.problem(at, message, which)]);
  const accounts = text.value as AccountFile;
  const account = accounts[name];
  if (!account)
    throw fail(
      [],
      `expected an account of ${name}, found one of ${Object.keys(accounts).join(', ')}`,
    );
  const { path: address } = server.endpoints[AUDIT_LOG] as ServerEndpoint;
  const names = [...address.matchAll(/\{(\w+)\}/g)].map(([, one]) => one as string);
  for (const ticket of ['ticket', 'empty', 'foreign'] as const)
    if (account[ticket]) refuseNames([name, ticket], account[ticket], names, fail);
  const { credential, ...tickets } = account;
  return { ...tickets, credential: credentialOf(credential, [name, 'credential'], env, fail) };
}

function refuseNames(at: Path, given: object, names: readonly string[], fail: Fail): void {
  for (const name of Object.keys(given))
    if (!names.includes(name)) {
      const meant = nearest(name, names) ?? names.join(', ');
      throw fail([...at, name], `no ticket has a name ${name}; did you mean ${meant}?`, 'key');
    }
  for (const name of names)
    if (!Object.hasOwn(given, name))
      throw fail(at, `expected ${names.join(', ')}, found no ${name}`);
}

function credentialOf(
  given: Account['credential'],
  at: Path,
  env: Readonly<Record<string, string | undefined>>,
  fail: Fail,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([part, value]) => {
      if (!credentialParts.includes(part)) {
        const meant = nearest(part, credentialParts) ?? credentialParts.join(', ');
        throw fail(
          [...at, part],
          `no credential has a part ${part}; did you mean ${meant}?`,
          'key',
        );
      }
      if (typeof value === 'string') return [part, value];
      const found = env[value.env];
      if (!found)
        throw fail(
          [...at, part, 'env'],
          `expected the variable ${value.env} to be set, found it empty`,
        );
      return [part, found];
    }),
  );
}
