/** Finds whose a text is that stands in a credential, be it only in another case. */
import type { Credential } from '../fixtures/language/Fixture.js';
import { isSecret } from '../fixtures/language/secrets.js';
import type { VendorLanguage } from '../fixtures/language/VendorLanguage.js';

/** A text of a credential. */
export interface OwnedText {
  /** The credential's. */
  name: string | undefined;
  /** Which of its texts it is, such as `api_key`. */
  key: string;
  text: string;
}

type Entry = Credential['entry'];

/** By each text as it stands, and in small letters where no other one stands so. */
export function ownedTexts(
  entries: readonly Entry[],
  { secrets }: VendorLanguage,
): ReadonlyMap<string, OwnedText> {
  const telling = new Set(secrets.flat());
  const all = entries.flatMap(({ name, ...entry }) =>
    Object.entries(entry)
      .filter(([key]) => telling.has(key) || isSecret(key))
      .map(([key, text]) => ({ name, key, text })),
  );
  const owned = new Map(all.map((one) => [one.text, one]));
  for (const one of all) {
    const small = one.text.toLowerCase();
    if (!owned.has(small)) owned.set(small, one);
  }
  return owned;
}
