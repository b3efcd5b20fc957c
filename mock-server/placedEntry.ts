/** Finds out what a credential that is added is for. */
import type { Credential, Section } from '../fixtures/language/Fixture.js';
import type { VendorLanguage } from '../fixtures/language/VendorLanguage.js';
import { isName } from '../fixtures/language/wildcards.js';
import { Misuse } from './Misuse.js';

/**
 * An entry as a fixture writes it, and the names under which a fixture would write it, which are
 * given as keys beside its own, such as a tenant's id.
 * @throws Misuse where they are missing or lead nowhere
 */
export function placedEntry(
  given: Credential['entry'],
  { tickets }: Section,
  { credentials, within, target }: VendorLanguage,
): Credential {
  const depth = credentials.split('.').filter(isName).length;
  const places = tickets.map(({ address }) => target(address.slice(0, depth)));
  const keys = Object.keys(target(Array(depth).fill('')));
  const entry = { ...given };
  const names = keys.map((key) => {
    const name = entry[key];
    delete entry[key];
    check(key, name, places);
    return name as string;
  });
  if (within !== undefined && entry[within] !== undefined)
    check(
      within,
      entry[within],
      tickets.map(({ address }) => target(address)),
    );
  return { entry, within: names };
}

function check(
  key: string,
  name: string | undefined,
  places: readonly Readonly<Record<string, string>>[],
): void {
  const known = [...new Set(places.map((place) => place[key]))];
  if (name === undefined || !known.includes(name))
    throw new Misuse(
      name === undefined ? 'wrong' : 'missing',
      `expected ${key} to be one of ${known.join(', ') || 'none'}, found ${JSON.stringify(name) ?? 'nothing'}`,
    );
}
