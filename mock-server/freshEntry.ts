/** Gives a credential other secrets, by which a session is known. */
import { randomBytes } from 'node:crypto';
import type { Credential } from '../fixtures/language/Fixture.js';
import type { VendorLanguage } from '../fixtures/language/VendorLanguage.js';

type Entry = Credential['entry'];

/** How the secrets of a session begin: with its id, in letters of either case where a client has changed them. */
const TAGGED = /^([0-9a-f]{10}|default)-[0-9a-f]{6}-/i;

/** An id, and what nobody can guess. */
export function newTag(id = randomBytes(5).toString('hex')): string {
  return `${id}-${randomBytes(3).toString('hex')}-`;
}

/** The id of the session that a secret was made for; undefined where it has no such mark. */
export function taggedBy(secret: string): string | undefined {
  return TAGGED.exec(secret)?.[1]?.toLowerCase();
}

/** What tells a credential is put before what it was, so that odd characters in it stay. */
export function freshEntry(
  entry: Entry,
  { secrets }: VendorLanguage,
  tag = newTag(),
): Record<string, string> {
  const telling = new Set(secrets.flat());
  return Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [
      key,
      telling.has(key) ? tag + value.replace(TAGGED, '') : value,
    ]),
  );
}
