/** One vendor of a session: a part of a world, and what the session has of its own. */
import type { Credential, FixtureRecord } from '../fixtures/language/Fixture.js';
import { readAddedRecords } from '../fixtures/language/readAdded.js';
import type { Settings } from '../fixtures/language/VendorLanguage.js';
import type { Clock } from './Clock.js';
import { type Claims, Credentials } from './Credentials.js';
import type { SeenTicket } from './Endpoint.js';
import { GrownTicket } from './GrownTicket.js';
import type { JournalBook } from './JournalBook.js';
import type { LaidOutTicket, Sight } from './LaidOutTicket.js';
import { Misuse } from './Misuse.js';
import { RateLimiter } from './RateLimiter.js';
import type { AnyVendor, EngineProfile } from './Vendor.js';
import { keyOf, type ViewedTickets, type WorldPart } from './World.js';

/** What the parts of a session share. */
export interface Shared {
  clock: Clock;
  journal: JournalBook;
}

/** How many records may be added to one vendor of a session. */
const MOST_ADDED = 10_000;

export class SessionPart {
  readonly part: WorldPart;
  readonly clock: Clock;
  readonly journal: JournalBook;
  readonly credentials: Credentials;
  limiter = new RateLimiter();
  /** When the session began by its clock; epoch milliseconds. */
  readonly #born: number;
  /** What was added to tickets, by address. */
  readonly #added = new Map<string, FixtureRecord[]>();
  #actions: ReadonlySet<string>;
  /** Tickets with what was added to them, by view and address, as they were last asked for. */
  readonly #grown = new Map<string, GrownTicket>();

  /** @param claims makes the claims of the part's credentials */
  constructor(
    part: WorldPart,
    { clock, journal }: Shared,
    given: readonly Credential[],
    claims: (self: SessionPart) => Claims,
  ) {
    this.part = part;
    this.clock = clock;
    this.journal = journal;
    this.#born = clock.now();
    this.#actions = part.actions;
    this.credentials = new Credentials(part, given, claims(this));
  }

  get vendor(): AnyVendor {
    return this.part.vendor;
  }

  get profile(): EngineProfile {
    return this.part.profile;
  }

  get settings(): Settings {
    return this.part.settings;
  }

  /** Every action that occurs. */
  get actions(): ReadonlySet<string> {
    return this.#actions;
  }

  isTicket(address: readonly string[]): boolean {
    return this.part.isTicket(address);
  }

  /**
   * The ticket at an address, if there is one, or all tickets below it, as they are seen in a view.
   * @param now epoch milliseconds
   */
  tickets(address: readonly string[], viewed: ViewedTickets, now: number): SeenTicket[] {
    if (this.isTicket(address)) {
      const ticket = viewed.tickets.get(keyOf(address));
      return ticket ? [this.#sight(ticket, viewed).at(now, this.#born)] : [];
    }
    return [...viewed.tickets.values()]
      .filter((ticket) => address.every((name, i) => name === ticket.address[i]))
      .map((ticket) => this.#sight(ticket, viewed).at(now, this.#born));
  }

  /**
   * @param target as the language says what a ticket's address says
   * @throws FixtureError where a record is wrong
   * @throws Misuse where there is no such ticket, or there are as many as may be
   */
  append(target: Readonly<Record<string, string>>, records: readonly object[]): void {
    const address = this.part.addressOf(target);
    const read = readAddedRecords(records, this.part.section, this.vendor.language);
    if (this.added + read.length > MOST_ADDED)
      throw new Misuse(
        'full',
        `expected at most ${MOST_ADDED} records added to a vendor of a session, found ${this.added + read.length}`,
      );
    if (read.length === 0) return;
    const key = keyOf(address);
    this.#added.set(key, [...(this.#added.get(key) ?? []), ...read]);
    this.#actions = new Set([...this.#actions, ...read.flatMap(({ action }) => action ?? [])]);
    this.#grown.clear();
  }

  /** How many records were added. */
  get added(): number {
    return [...this.#added.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** As it was at first. */
  reset(): void {
    this.credentials.reset();
    this.limiter = new RateLimiter();
    this.#added.clear();
    this.#grown.clear();
    this.#actions = this.part.actions;
  }

  #sight(ticket: LaidOutTicket, viewed: ViewedTickets): Sight {
    if (this.#added.size === 0) return ticket;
    const address = keyOf(ticket.address);
    const added = this.#added.get(address);
    if (!added) return ticket;
    const key = `${address} ${viewed.key}`;
    const known = this.#grown.get(key);
    if (known) return known;
    const grown = new GrownTicket(ticket, added, viewed.form);
    this.#grown.set(key, grown);
    return grown;
  }
}
