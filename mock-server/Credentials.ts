/** Who may read: finds a credential by what a client sends, and gives, ends and changes credentials. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Credential, Section } from '../fixtures/language/Fixture.js';
import type { AnyVendor } from './Vendor.js';

/** A secret together with the way it is sent, such as `bearer 1f3a…`. */
export type Secret = string;

/** Who a request comes from. */
export interface Holder {
  credential: Credential;
  /** How the holder sees records, and the key under which trails of that view are kept. */
  view: unknown;
  viewKey: string;
}

/** A token that a client was given; times are epoch milliseconds. */
export interface Token {
  access: string;
  refresh: string;
  expires: number;
}

interface Known {
  holder: Holder;
  /** Of an access token; epoch milliseconds. */
  expires?: number;
}

/** Secrets are found by digest, without walking a list. */
export class Credentials {
  readonly #vendor: AnyVendor;
  readonly #section: Section;
  readonly #known = new Map<string, Known>();
  readonly #holders = new Set<Holder>();
  /** The one live token of each. */
  readonly #tokens = new Map<Holder, Token>();

  constructor(section: Section, vendor: AnyVendor) {
    this.#vendor = vendor;
    this.#section = section;
    for (const credential of section.credentials) this.#add(credential);
  }

  /** Every way in which records are seen, by its key. */
  get views(): ReadonlyMap<string, unknown> {
    return new Map([...this.#holders].map(({ viewKey, view }) => [viewKey, view]));
  }

  /** The holder of the first of the secrets that is known and alive. @param now epoch milliseconds */
  find(secrets: readonly Secret[], now: number): Holder | undefined {
    for (const secret of secrets) {
      const known = this.#known.get(digest(secret));
      if (known && (known.expires === undefined || now < known.expires)) return known.holder;
    }
    return undefined;
  }

  /** The holder's live token, if there is one. @param now epoch milliseconds */
  tokenOf(holder: Holder, now: number): Token | undefined {
    const token = this.#tokens.get(holder);
    return token && now < token.expires ? token : undefined;
  }

  /** Gives a token that nobody has yet; the holder's old one ends, so that there is never more than one. */
  give(holder: Holder, token: Token): void {
    // Revoked meanwhile: what it was given is worth nothing.
    if (!this.#holders.has(holder)) return;
    this.#endToken(holder);
    this.#tokens.set(holder, token);
    const { expires } = token;
    this.#known.set(digest(`bearer ${token.access}`), { holder, expires });
    this.#known.set(digest(`refresh ${token.refresh}`), { holder });
  }

  /** Lets those go on who have a live token of a world before this one, by the same credential. */
  takeOver(before: Credentials): void {
    for (const [{ credential }, token] of before.#tokens)
      for (const holder of this.#holders)
        if (isDeepStrictEqual(holder.credential, credential)) this.give(holder, token);
  }

  /** Ends the tokens of the credentials with a name; their clients may fetch new ones. */
  endTokens(name: string): void {
    for (const holder of this.#named(name)) this.#endToken(holder);
  }

  /** Ends the credentials with a name, and their tokens. */
  revoke(name: string): void {
    for (const holder of this.#named(name)) {
      this.#endToken(holder);
      for (const secret of this.#secretsOf(holder)) this.#known.delete(digest(secret));
      this.#holders.delete(holder);
    }
    // What others have in common with them, such as a client's secret, stays known.
    for (const holder of this.#holders) this.#know(holder);
  }

  /**
   * Gives the credentials with a name other secrets, such as `{ api_key }`; the old ones end.
   * @throws RangeError where there is no such name, or such a secret cannot be had
   */
  rotate(name: string, secrets: Readonly<Record<string, string>>): void {
    const holders = this.#named(name);
    for (const { credential } of holders) this.#checkSecrets(credential.entry, secrets);
    this.revoke(name);
    for (const { credential } of holders)
      this.#add({ ...credential, entry: { ...credential.entry, ...secrets } });
  }

  /** A rotation that changed nothing, or that took another's secret, would make a test lie. */
  #checkSecrets(entry: Credential['entry'], secrets: Readonly<Record<string, string>>): void {
    const keys = this.#vendor.language.secrets.flat().filter((key) => key in entry);
    const given = Object.entries(Object(secrets) as object);
    const expected = `expected another ${keys.join(' or ')}, as in { ${keys.at(-1)}: 'new' }`;
    if (typeof secrets !== 'object' || given.length === 0)
      throw new RangeError(`${expected}, found ${JSON.stringify(secrets)}`);
    for (const [key, value] of given) {
      if (!keys.includes(key)) throw new RangeError(`${expected}, found ${JSON.stringify(key)}`);
      if (typeof value !== 'string' || !/^[!-~]+$/.test(value))
        throw new RangeError(
          `expected ${key} to be a text without blanks, found ${JSON.stringify(value)}`,
        );
    }
    const own = new Set(this.#vendor.secrets(entry, this.#section.profile));
    for (const secret of this.#vendor.secrets({ ...entry, ...secrets }, this.#section.profile))
      if (!own.has(secret) && this.#known.has(digest(secret)))
        throw new RangeError('expected a secret of its own, found one that another credential has');
  }

  #add(credential: Credential): void {
    const { settings, profile } = this.#section;
    const view = this.#vendor.view(credential.entry, settings, profile);
    const holder = { credential, view, viewKey: JSON.stringify(view) };
    this.#holders.add(holder);
    this.#know(holder);
  }

  #know(holder: Holder): void {
    for (const secret of this.#secretsOf(holder)) this.#known.set(digest(secret), { holder });
  }

  #secretsOf({ credential: { entry } }: Holder): Secret[] {
    return this.#vendor.secrets(entry, this.#section.profile);
  }

  #endToken(holder: Holder): void {
    const token = this.#tokens.get(holder);
    if (!token) return;
    this.#known.delete(digest(`bearer ${token.access}`));
    this.#known.delete(digest(`refresh ${token.refresh}`));
    this.#tokens.delete(holder);
  }

  /** @throws RangeError where no credential has the name */
  #named(name: string): Holder[] {
    const found = [...this.#holders].filter(({ credential }) => credential.entry.name === name);
    if (found.length > 0) return found;
    const names = [...this.#holders].flatMap(({ credential }) => credential.entry.name ?? []);
    const known = names.length === 0 ? 'none has a name' : `there is ${names.join(', ')}`;
    throw new RangeError(`no credential is named ${JSON.stringify(name)}; ${known}`);
  }
}

function digest(secret: Secret): string {
  return createHash('sha256').update(secret).digest('base64');
}
