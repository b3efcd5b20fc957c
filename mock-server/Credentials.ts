/** Who may read: finds a credential by what a client sends, and gives, ends and changes credentials. */
import { isDeepStrictEqual } from 'node:util';
import type { Credential } from '../fixtures/language/Fixture.js';
import { instant } from '../fixtures/language/instant.js';
import { readAddedCredential } from '../fixtures/language/readAdded.js';
import { isSecret } from '../fixtures/language/secrets.js';
import type { VendorLanguage } from '../fixtures/language/VendorLanguage.js';
import { EndedSecrets } from './EndedSecrets.js';
import { freshEntry, newTag } from './freshEntry.js';
import type { KnownSecrets } from './KnownSecrets.js';
import { Misuse } from './Misuse.js';
import { type OwnedText, ownedTexts } from './ownedTexts.js';
import { placedEntry } from './placedEntry.js';
import type { SimulatorCredentials } from './Simulator.js';
import type { ViewedTickets, WorldPart } from './World.js';

/** A secret together with the way it is sent, such as `bearer 1f3a…`. */
export type Secret = string;

/** Who a request comes from. */
export interface Holder {
  credential: Credential;
  /** How the holder sees records, and the tickets as they are seen so. */
  view: unknown;
  viewed: ViewedTickets;
}

/** A token that a client was given; times are epoch milliseconds. */
export interface Token {
  access: string;
  refresh: string;
  expires: number;
}

/** Where it is kept whose secrets are whose, so that a request finds its session. */
export interface Claims {
  isTaken(secret: Secret): boolean;
  /** Does nothing where it is taken by one that goes before. */
  claim(secret: Secret): void;
  release(secret: Secret): void;
  /** What is not to be shown, as such. */
  readonly secrets: Pick<KnownSecrets, 'begin' | 'end'>;
}

type Entry = Credential['entry'];

/** The kinds of secret that clients are given here, and what they are called. */
const TOKENS = { bearer: 'token', refresh: 'refresh token' };

interface Known {
  holder: Holder;
  /** Of an access token, when it was given and when it ends; epoch milliseconds. */
  since?: number;
  expires?: number;
}

/** Of what is played no more. */
const NO_CLAIMS = { isTaken: () => false, claim() {}, release() {} };

/** How many may be added to one vendor of a session. */
const MOST_ADDED = 1000;

/** Secrets are found without walking a list. */
export class Credentials implements SimulatorCredentials {
  readonly #session: string;
  readonly #part: WorldPart;
  readonly #given: readonly Credential[];
  #claims: Claims;
  readonly #known = new Map<string, Known>();
  readonly #holders = new Set<Holder>();
  /** The one live token of each, and when it was given; epoch milliseconds. */
  readonly #tokens = new Map<Holder, Token & { since: number }>();
  /** What ended lately. */
  readonly #ended = new EndedSecrets((secret) => this.#claims.release(secret));
  /** What tells whose a request is and proves nothing. */
  readonly #identities = new Set<string>();
  /** Their texts, once somebody has looked for one, until one is another. */
  #texts: ReadonlyMap<string, OwnedText> | undefined;
  /** Why nothing can be done with them any more. */
  #over: string | undefined;
  #added = 0;

  /** @param session the id of the session whose they are */
  constructor(session: string, part: WorldPart, given: readonly Credential[], claims: Claims) {
    this.#session = session;
    this.#part = part;
    this.#given = given;
    this.#claims = claims;
    this.reset();
  }

  /** As they were at first. */
  reset(): void {
    this.#releaseClaims();
    this.#texts = undefined;
    for (const one of [this.#known, this.#ended, this.#identities, this.#holders, this.#tokens])
      one.clear();
    this.#added = 0;
    for (const credential of this.#given) this.#add(credential);
  }

  /**
   * Nothing tells any more whose they are, and nobody proves anything with them: a request that
   * has proven something is still answered, but gives nobody a token.
   * @param because what whoever wants to change them is told
   */
  retire(because: string): void {
    this.#releaseClaims();
    this.#claims = { ...NO_CLAIMS, secrets: this.#claims.secrets };
    this.#known.clear();
    this.#over = because;
  }

  #releaseClaims(): void {
    for (const one of [this.#known, this.#ended, this.#identities])
      for (const secret of one.keys()) this.#claims.release(secret);
    for (const text of this.#liveTexts()) this.#claims.secrets.end(text);
  }

  /** The holder of the first of the secrets that is known and alive. @param now epoch milliseconds */
  find(secrets: readonly Secret[], now: number): Holder | undefined {
    return this.#find(secrets, now)?.holder;
  }

  /**
   * When the token was given that is found so; undefined where none is.
   * @param now epoch milliseconds, and so is what is returned
   * @param born when those were given that the fixture has
   */
  givenAt(secrets: readonly Secret[], now: number, born: number): number | undefined {
    const known = this.#find(secrets, now);
    return known?.since ?? (known?.holder.credential.entry.token === undefined ? undefined : born);
  }

  #find(secrets: readonly Secret[], now: number): Known | undefined {
    for (const secret of secrets) {
      const known = this.#known.get(secret);
      if (known && (known.expires === undefined || now < known.expires)) return known;
    }
    return undefined;
  }

  /** Why none of the secrets is good of which one has been. @param now epoch milliseconds */
  whyEnded(secrets: readonly Secret[], now: number): string | undefined {
    for (const secret of secrets) {
      const { expires = now + 1, holder } = this.#known.get(secret) ?? {};
      if (holder && expires <= now) return `${tokenOf(holder)} ended at ${instant(expires)}`;
      const because = this.#ended.because(secret);
      if (because !== undefined) return because;
    }
    return undefined;
  }

  /** Which text of a credential it is, or of a token, be it only in another case. */
  ownerOf(text: string): OwnedText | undefined {
    this.#texts ??= ownedTexts(
      [...this.#holders].map(({ credential }) => credential.entry),
      this.#part.vendor.language,
    );
    const owned = this.#texts.get(text) ?? this.#texts.get(text.toLowerCase());
    if (owned) return owned;
    for (const [kind, key] of Object.entries(TOKENS)) {
      const known = this.#known.get(`${kind} ${text}`);
      if (known) return { name: known.holder.credential.entry.name, key, text };
    }
    return undefined;
  }

  /** Every form in which a text may prove something. */
  formsOf(text: string): Secret[] {
    const { vendor, profile } = this.#part;
    const entries = vendor.language.secrets.flat().map((key) => ({ [key]: text }));
    return [
      ...entries.flatMap((entry) => [
        ...vendor.secrets(entry, profile),
        ...vendor.identities(entry),
      ]),
      ...Object.keys(TOKENS).map((kind) => `${kind} ${text}`),
    ];
  }

  /** The holder's live token, if there is one. @param now epoch milliseconds */
  tokenOf(holder: Holder, now: number): Token | undefined {
    const token = this.#tokens.get(holder);
    return token && now < token.expires ? token : undefined;
  }

  /** Gives a token that nobody has yet; the holder's old one ends, so that there is never more than one. @param now epoch milliseconds */
  give(holder: Holder, token: Token, now: number): void {
    // Revoked meanwhile: what it was given is worth nothing.
    if (!this.#holders.has(holder)) return;
    this.#endToken(holder, `${tokenOf(holder)} ended when a newer one was given`);
    this.#tokens.set(holder, { ...token, since: now });
    const { access, refresh, expires } = token;
    for (const text of [access, refresh]) this.#claims.secrets.begin(text);
    this.#know(`bearer ${access}`, { holder, since: now, expires });
    if (refresh !== '') this.#know(`refresh ${refresh}`, { holder });
  }

  /** Lets those go on who have a live token of a world before this one, by the same credential. */
  takeOver(before: Credentials): void {
    for (const [{ credential }, token] of before.#tokens)
      for (const holder of this.#holders)
        if (isDeepStrictEqual(holder.credential, credential)) this.give(holder, token, token.since);
  }

  list(): Entry[] {
    const { language } = this.#part.vendor;
    return [...this.#holders].map(({ credential: { entry, within } }) => ({
      ...entry,
      ...language.target(within),
    }));
  }

  /** Every secret that they have or lately had, as such. */
  texts(): string[] {
    return [...this.#liveTexts(), ...this.#ended.texts()].filter((text) => text !== '');
  }

  #liveTexts(): string[] {
    const entries = [...this.#holders].flatMap(textsOf);
    const tokens = [...this.#tokens.values()].flatMap(({ access, refresh }) => [access, refresh]);
    return [...entries, ...tokens];
  }

  endTokens(name: string): void {
    for (const holder of this.#named(name)) this.#endToken(holder, `${tokenOf(holder)} was ended`);
  }

  /** Whether a holder has a live token, or a credential that is one. @param now epoch milliseconds */
  hasToken(holder: Holder, now: number): boolean {
    return (
      this.#holders.has(holder) &&
      (holder.credential.entry.token !== undefined || this.tokenOf(holder, now) !== undefined)
    );
  }

  /** Ends a holder's token; a credential that is one ends with it. */
  endTokenOf(holder: Holder): void {
    if (this.#tokens.has(holder)) this.#endToken(holder, `${tokenOf(holder)} was ended`);
    else this.end([holder], 'was ended');
  }

  revoke(name: string): void {
    this.end(this.#named(name));
  }

  /** Ends some, and their tokens. @param how in words */
  end(holders: readonly Holder[], how = 'was revoked'): void {
    this.#texts = undefined;
    for (const holder of holders) {
      const because = `${nameOf(holder)} ${how}`;
      this.#endToken(holder, because);
      if (!this.#holders.delete(holder)) continue;
      for (const text of textsOf(holder)) this.#claims.secrets.end(text);
      for (const secret of this.#secretsOf(holder)) this.#end(secret, because);
      for (const identity of this.#identitiesOf(holder)) {
        if (this.#identities.delete(identity)) this.#ended.add(identity, { text: '', because });
      }
    }
    // What others have in common with them, such as a client's id and secret, stays known.
    for (const holder of this.#holders) this.#knowAll(holder);
  }

  rotate(name: string, secrets?: Readonly<Record<string, string>>): void {
    const holders = this.#named(name);
    const rotated = new Map(
      holders.map((holder) => {
        const { entry, within } = holder.credential;
        const other = secrets ?? this.#fresh(entry);
        this.#checkSecrets(entry, other);
        return [holder, { entry: { ...entry, ...other }, within }];
      }),
    );
    const before = [...this.#holders];
    this.end(holders, 'was rotated');
    // Each keeps its place, which is where clients look for it.
    this.#holders.clear();
    for (const holder of before) {
      const other = rotated.get(holder);
      if (other) this.#add(other);
      else this.#holders.add(holder);
    }
  }

  add(given: Entry): void {
    this.#checkLive();
    if (this.#added >= MOST_ADDED)
      throw new Misuse(
        'full',
        `expected at most ${MOST_ADDED} credentials added to a vendor of a session, found one more`,
      );
    const { vendor, section } = this.#part;
    const { language } = vendor;
    const { entry, within } = placedEntry(given, section, language);
    const read = readAddedCredential(entry, section, language);
    if (read.name !== undefined && this.named(read.name).length > 0)
      throw new Misuse(
        'conflict',
        `expected a name of its own, found ${JSON.stringify(read.name)}, which another credential has`,
      );
    this.#checkFree(this.#secretsIn(read));
    const own = belongings(read, language);
    for (const { credential } of this.#holders)
      if (belongings(credential.entry, language).some((one) => own.includes(one))) throw taken();
    const narrower = language.within === undefined ? undefined : read[language.within];
    this.#add({ entry: read, within: [...within, ...(narrower === undefined ? [] : [narrower])] });
    this.#added++;
  }

  #fresh(entry: Entry): Entry {
    const keys = Object.keys(entry).filter(isSecret);
    return Object.fromEntries(
      Object.entries(freshEntry(entry, this.#part.vendor.language, newTag(this.#session))).filter(
        ([key]) => keys.includes(key),
      ),
    );
  }

  /** @throws Misuse where one is another session's */
  #checkFree(secrets: readonly Secret[]): void {
    if (secrets.some((secret) => this.#claims.isTaken(secret))) throw taken();
  }

  /** A rotation that changed nothing, or that took another's secret, would make a test lie. */
  #checkSecrets(entry: Entry, secrets: Readonly<Record<string, string>>): void {
    const { language } = this.#part.vendor;
    const keys = language.secrets.flat().filter((key) => key in entry);
    const given = Object.entries(Object(secrets) as object);
    const expected = `expected another ${keys.join(' or ')}, as in { ${keys.at(-1)}: 'new' }`;
    if (typeof secrets !== 'object' || given.length === 0)
      throw new Misuse('wrong', `${expected}, found ${JSON.stringify(secrets)}`);
    for (const [key, value] of given) {
      if (!keys.includes(key))
        throw new Misuse('wrong', `${expected}, found ${JSON.stringify(key)}`);
      if (typeof value !== 'string' || !/^[!-~]+$/.test(value))
        throw new Misuse(
          'wrong',
          `expected ${key} to be a text without blanks, found ${typeof value === 'string' ? 'another text' : JSON.stringify(value)}`,
        );
    }
    const own = new Set(this.#secretsIn(entry));
    const others = this.#secretsIn({ ...entry, ...secrets }).filter((secret) => !own.has(secret));
    if (others.some((secret) => this.#known.has(secret))) throw taken();
    this.#checkFree(others);
  }

  #add(credential: Credential): void {
    this.#texts = undefined;
    const view = this.#part.view(credential.entry);
    const holder = { credential, view, viewed: this.#part.seenIn(view) };
    this.#holders.add(holder);
    for (const text of textsOf(holder)) this.#claims.secrets.begin(text);
    this.#knowAll(holder);
  }

  #knowAll(holder: Holder): void {
    for (const identity of this.#identitiesOf(holder)) {
      this.#claims.claim(identity);
      this.#ended.delete(identity);
      this.#identities.add(identity);
    }
    for (const secret of this.#secretsOf(holder)) this.#know(secret, { holder });
  }

  #know(secret: Secret, known: Known): void {
    this.#claims.claim(secret);
    this.#ended.delete(secret);
    this.#known.set(secret, known);
  }

  #secretsOf({ credential: { entry } }: Holder): Secret[] {
    return this.#secretsIn(entry);
  }

  #identitiesOf({ credential: { entry } }: Holder): Secret[] {
    return this.#part.vendor.identities(entry);
  }

  #secretsIn(entry: Entry): Secret[] {
    return this.#part.vendor.secrets(entry, this.#part.profile);
  }

  #endToken(holder: Holder, because: string): void {
    const token = this.#tokens.get(holder);
    if (!token) return;
    this.#end(`bearer ${token.access}`, because);
    this.#end(`refresh ${token.refresh}`, because);
    this.#tokens.delete(holder);
    for (const text of [token.access, token.refresh]) this.#claims.secrets.end(text);
  }

  /** Nobody proves anything with it any more; but it tells for a while whose it was. */
  #end(secret: Secret, because: string): void {
    if (!this.#known.delete(secret)) return;
    this.#ended.add(secret, { text: secret.slice(secret.indexOf(' ') + 1), because });
  }

  /** Those that have a name. */
  named(name: string): Holder[] {
    return [...this.#holders].filter(({ credential }) => credential.entry.name === name);
  }

  /** What is changed once nobody is known by it would change nothing, and nobody would see. */
  #checkLive(): void {
    if (this.#over !== undefined) throw new Misuse('missing', this.#over);
  }

  /** @throws Misuse where no credential has the name, or none counts any more */
  #named(name: string): Holder[] {
    this.#checkLive();
    const found = this.named(name);
    if (found.length > 0) return found;
    const names = [...this.#holders].flatMap(({ credential }) => credential.entry.name ?? []);
    const known = names.length === 0 ? 'none has a name' : `there is ${names.join(', ')}`;
    throw new Misuse('missing', `no credential is named ${JSON.stringify(name)}; ${known}`);
  }
}

/** What of a credential is not to be shown. */
function textsOf({ credential: { entry } }: Holder): string[] {
  return Object.entries(entry).flatMap(([key, value]) => (isSecret(key) ? value : []));
}

/** What of an entry may be no other's: single values, and those that go together. */
function belongings(entry: Entry, { secrets }: VendorLanguage): string[] {
  return secrets
    .map((keys) => [keys].flat())
    .filter((keys) => keys.every((key) => key in entry))
    .map((keys) => JSON.stringify(keys.map((key) => [key, entry[key]])));
}

function nameOf({ credential: { entry } }: Holder): string {
  return `the credential${entry.name === undefined ? '' : ` ${JSON.stringify(entry.name)}`}`;
}

function tokenOf(holder: Holder): string {
  return `the token of ${nameOf(holder)}`;
}

function taken(): Misuse {
  return new Misuse(
    'conflict',
    'expected a secret of its own, found one that another credential has',
  );
}
