/** All sessions of a simulator, and which of them a request belongs to. */
import { found } from '../fixtures/language/found.js';
import { lengthless } from '../fixtures/language/lengthless.js';
import { readDuration } from '../fixtures/language/readDuration.js';
import type { Attribution } from './Attribution.js';
import { instantOf } from './Clock.js';
import type { Claims, Secret } from './Credentials.js';
import type { Exchange, Told } from './Exchange.js';
import { explain } from './explain.js';
import { newTag, taggedBy } from './freshEntry.js';
import { JournalBook, type JournalBounds } from './JournalBook.js';
import { KnownSecrets } from './KnownSecrets.js';
import { Misuse } from './Misuse.js';
import type { Owner, Owners } from './nearMiss.js';
import type { Refusal } from './Refusal.js';
import { SecretForms } from './SecretForms.js';
import { DEFAULT, Session, type SessionSetup } from './Session.js';
import type { SessionPart } from './SessionPart.js';
import type { Journal, SessionOptions, SimulatorSessions } from './Simulator.js';
import { type Hide, shortened } from './shortened.js';
import { Tally, type Undocumented } from './Tally.js';
import { unattributedJournal } from './unattributedJournal.js';
import type { AnyVendor } from './Vendor.js';
import type { World } from './World.js';

export interface Bounds {
  /** Beside the default one. */
  sessions: number;
  /** Of each session's journal. */
  journal: JournalBounds;
}

/** Where the worlds come from. */
export interface Worlds {
  /** Of all files together. */
  whole: World;
  /** @throws FixtureError @throws Misuse where no file has the name */
  named(name: string): World;
  /** @throws FixtureError */
  given(fixture: object): World;
}

/** Puts a session on a port of its own. */
type ListenAlone = (session: Session) => Promise<{ url: string; close(): Promise<void> }>;

const OPTIONS = ['fixture', 'vendors', 'now', 'expiresIn', 'ownPort', 'faults'];

const HOUR = 60 * 60 * 1000;
const LONGEST = 7 * 24 * HOUR;

export class Sessions implements SimulatorSessions, Attribution, Owners {
  readonly tally = new Tally();
  /** Of requests that no session knows. */
  readonly strangers: JournalBook;
  readonly #bounds: Bounds;
  readonly #worlds: Worlds;
  readonly #listenAlone: ListenAlone;
  readonly #open = new Map<string, Session>();
  /** Whose secrets are whose, for each vendor. */
  readonly #owners = new Map<AnyVendor, Map<Secret, SessionPart>>();
  readonly #secrets = new KnownSecrets();
  readonly #default: Session;
  /** Those that get ports of their own. */
  readonly #opening = new Set<ReturnType<ListenAlone>>();
  #closed = false;

  constructor(worlds: Worlds, bounds: Bounds, listenAlone: ListenAlone) {
    this.#worlds = worlds;
    this.#bounds = bounds;
    this.#listenAlone = listenAlone;
    this.strangers = new JournalBook(bounds.journal, this.tally);
    this.#default = this.#begin({ id: DEFAULT, world: worlds.whole });
    this.#open.set(DEFAULT, this.#default);
  }

  get default(): Session {
    return this.#default;
  }

  get(id: string): Session | undefined {
    return this.#open.get(id);
  }

  list(): Session[] {
    return [...this.#open.values()];
  }

  async open(options: SessionOptions = {}): Promise<Session> {
    this.#checkOpen();
    checkOptions(options);
    const { fixture, now, expiresIn = 'PT1H', ownPort = false, faults } = options;
    const lasts = lifeOf(expiresIn);
    const world = this.#worldOf(fixture);
    const vendors = options.vendors && vendorsOf(options.vendors, world);
    if (this.#open.size + this.#opening.size > this.#bounds.sessions)
      throw new Misuse('full', `expected at most ${this.#bounds.sessions} open sessions`);
    const setup = {
      world,
      vendors,
      now: now === undefined ? undefined : instantOf(now, 'now'),
      lasts,
      faults,
    };
    const session = this.#begin({ ...setup, id: this.#newId() });
    const alone = ownPort ? await this.#alone(session) : undefined;
    session.baseUrl = alone?.url ?? this.#default.baseUrl;
    this.#open.set(session.id, session);
    const timer = setTimeout(() => void session.close(), lasts).unref();
    session.ending = async () => {
      clearTimeout(timer);
      if (!this.#open.delete(session.id)) return;
      session.end();
      await alone?.close();
    };
    return session;
  }

  async #alone(session: Session) {
    const opening = this.#listenAlone(session);
    this.#opening.add(opening);
    try {
      const alone = await opening;
      this.#checkOpen();
      return alone;
    } catch (error) {
      session.end();
      throw error;
    } finally {
      this.#opening.delete(opening);
    }
  }

  /** @throws Misuse where the simulator has been closed */
  #checkOpen(): void {
    if (this.#closed) throw new Misuse('missing', 'the simulator is closed');
  }

  /** Ends all, and opens no more. */
  async closeAll(): Promise<void> {
    this.#closed = true;
    this.#default.end();
    const opening = await Promise.allSettled(this.#opening);
    await Promise.all([
      ...this.list().map((session) => session.ending?.()),
      ...opening.map((one) => one.status === 'fulfilled' && one.value.close()),
    ]);
  }

  unattributed(): Journal {
    return unattributedJournal(this.strangers, this.#hiding());
  }

  /** What was asked for that no page knows. */
  undocumented(): Undocumented[] {
    const { text } = this.#hiding()([]);
    return this.tally.undocumented.map(({ what, count, example }) => ({
      ...{ what: text(what), count, example: text(example) },
    }));
  }

  of(vendor: AnyVendor, secrets: readonly Secret[]) {
    const owners = this.#owners.get(vendor);
    for (const secret of secrets) {
      const part = owners?.get(secret);
      if (part) return { part, clock: part.clock, book: part.journal };
    }
    // Whoever belongs to no session is refused as the default one would, or any that has the vendor.
    const part =
      this.#default.parts.find((one) => one.vendor === vendor) ?? owners?.values().next().value;
    return part && { part, clock: part.clock, book: this.strangers };
  }

  explain(exchange: Exchange, part: SessionPart, refusal: Refusal, meant: readonly Secret[]): Told {
    return explain(exchange, part, refusal, meant, this);
  }

  ownerOf(text: string): Owner | undefined {
    const id = taggedBy(text);
    if (id !== undefined) return this.#open.get(id)?.ownerOf(text);
    return this.#default.ownerOf(text) ?? this.#ownerOfUnmarked(text);
  }

  isOpen(id: string): boolean {
    return this.#open.has(id);
  }

  /** Whose a text is that a session was given from without, by the ways in which it proves something. */
  #ownerOfUnmarked(text: string): Owner | undefined {
    for (const [vendor, owners] of this.#owners) {
      const [any] = owners.values();
      for (const form of any?.credentials.formsOf(text) ?? []) {
        const part = owners.get(form);
        const owned = part?.credentials.ownerOf(text);
        if (part && owned) return { ...owned, vendor: vendor.name, session: part.session };
      }
    }
    return undefined;
  }

  get elsewhere() {
    const { clock, world } = this.#default;
    return { clock, book: this.strangers, vendors: world.parts.map(({ vendor }) => vendor) };
  }

  #begin(setup: Omit<SessionSetup, 'bounds' | 'tally' | 'claims' | 'hiding'>): Session {
    const { tally } = this;
    // What is kept for as long as the session lasts knows nothing of the world that it begins with.
    const isFirst = setup.id === DEFAULT;
    const claims = (part: SessionPart) => this.#claimsOf(part, isFirst);
    const hiding = () => this.#hiding();
    return new Session({ ...setup, bounds: this.#bounds.journal, tally, claims, hiding });
  }

  #hiding(): Hide {
    const secrets = this.#secrets;
    const forms = [new SecretForms(this.#default.secrets()), secrets.severed];
    return (more) => shortened([...forms, new SecretForms(more)], (word) => secrets.has(word));
  }

  /** @param first whether it goes before others, as the default one's secrets are the fixture's */
  #claimsOf(part: SessionPart, first: boolean): Claims {
    const known = this.#owners.get(part.vendor);
    const owners = known ?? new Map<Secret, SessionPart>();
    if (!known) this.#owners.set(part.vendor, owners);
    const isTaken = (secret: Secret) => (owners.get(secret) ?? part) !== part;
    return {
      isTaken,
      secrets: this.#secrets,
      claim(secret) {
        if (first || !isTaken(secret)) owners.set(secret, part);
      },
      release(secret) {
        if (owners.get(secret) === part) owners.delete(secret);
      },
    };
  }

  #worldOf(fixture: SessionOptions['fixture']): World {
    if (fixture === undefined) return this.#default.world;
    return typeof fixture === 'string' ? this.#worlds.named(fixture) : this.#worlds.given(fixture);
  }

  #newId(): string {
    const id = newTag().slice(0, 10);
    return this.#open.has(id) ? this.#newId() : id;
  }
}

function checkOptions(options: object): void {
  for (const name of Object.keys(options))
    if (!OPTIONS.includes(name))
      throw new Misuse(
        'wrong',
        `unknown option ${JSON.stringify(name)}; there is ${OPTIONS.join(', ')}`,
      );
}

/** Milliseconds. */
function lifeOf(duration: string): number {
  const life = readDuration(duration);
  if (life > 0 && life <= LONGEST) return life;
  throw new Misuse(
    'wrong',
    `expected an ISO 8601 duration up to P7D such as PT1H, found ${found(duration)}${lengthless(duration)}`,
    'expiresIn',
  );
}

function vendorsOf(names: readonly string[], { parts }: World): readonly string[] {
  const known = parts.map(({ vendor }) => vendor.name);
  const [wrong = names.length === 0 ? 'none' : undefined] = names.filter(
    (name) => !known.includes(name),
  );
  if (wrong === undefined) return names;
  throw new Misuse('wrong', `expected some of ${known.join(', ')}, found ${wrong}`, 'vendors');
}
