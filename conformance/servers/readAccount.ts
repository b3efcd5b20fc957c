/** Reads what a user lets a vendor's server be asked with. */
import { checkShape } from '../../fixtures/language/checkShape.js';
import { FixtureError, type Problem } from '../../fixtures/language/FixtureError.js';
import type { FixtureText, Path } from '../../fixtures/language/FixtureText.js';
import { nearest } from '../../fixtures/language/nearest.js';
import { readText } from '../../fixtures/language/readText.js';
import { readYaml } from '../../fixtures/language/readYaml.js';
import type { Account, AccountFile } from '../../specs/conformance/types.js';
import type { JudgedVendor } from '../JudgedVendor.js';
import type { ServerAccount } from './ServerAccount.js';
import { AUDIT_LOG, type ServerEndpoint, type VendorServer } from './VendorServer.js';

type Environment = Readonly<Record<string, string | undefined>>;
type Fail = (at: Path, message: string, which?: 'key') => FixtureError;

/**
 * @param path of a file with accounts by vendor
 * @throws FixtureError where it cannot be read, is wrong, or has no account of the vendor
 */
export function readAccount(
  path: string,
  { name, server }: JudgedVendor,
  env: Environment = process.env,
): ServerAccount {
  try {
    return accountIn(readYaml(readText(path), path, 'a file of accounts'), { name, server }, env);
  } catch (error) {
    if (error instanceof FixtureError) throw new FixtureError(error.problems.map(withoutTexts));
    throw error;
  }
}

/** Without the line where it stands, nor what was written there: it may be the secret itself. */
function withoutTexts({ excerpt: _, message, ...problem }: Problem): Problem {
  const told = message
    .replace(/found ".*"/s, 'found a text')
    .replace(/(?<=expected an anchor) &.*(?= before this)/s, '');
  return { ...problem, message: told };
}

type Vendor = Pick<JudgedVendor, 'name' | 'server'>;

function accountIn(text: FixtureText, { name, server }: Vendor, env: Environment): ServerAccount {
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
  const at = [name, 'credential'];
  refuseParts(at, credential, server.credentials, fail);
  return { ...tickets, credential: credentialOf(credential, at, env, fail) };
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

/** What is incomplete would be sent as it is, and an empty password is a wrong one. */
function refuseParts(
  at: Path,
  given: object,
  credentials: VendorServer['credentials'],
  fail: Fail,
): void {
  const parts = credentials.flat();
  for (const part of Object.keys(given))
    if (!parts.includes(part)) {
      const meant = nearest(part, parts) ?? parts.join(', ');
      throw fail([...at, part], `no credential has a part ${part}; did you mean ${meant}?`, 'key');
    }
  for (const together of credentials) {
    const missing = together.filter((part) => !Object.hasOwn(given, part));
    if (missing.length > 0 && missing.length < together.length)
      throw fail(at, `expected ${together.join(', ')} together, found no ${missing.join(', ')}`);
  }
}

function credentialOf(
  given: Account['credential'],
  at: Path,
  env: Environment,
  fail: Fail,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([part, value]) => {
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
