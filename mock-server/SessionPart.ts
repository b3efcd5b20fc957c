/** One vendor of a session: a part of a world, and what the session has of its own. */
import type { Credential, FixtureRecord, FixtureTicket } from '../fixtures/language/Fixture.js';
import { firstIndex } from '../fixtures/language/firstPosition.js';
import { readAddedRecords } from '../fixtures/language/readAdded.js';
import { spanOf } from '../fixtures/language/spanOf.js';
import type { Settings } from '../fixtures/language/VendorLanguage.js';
import { AnswerLedger } from './AnswerLedger.js';
import { appendedNotes } from './appendedNotes.js';
import { ChangedTicket, type TicketVersion, UNCHANGED } from './ChangedTicket.js';
import type { Clock } from './Clock.js';
import { type Claims, Credentials } from './Credentials.js';
import { type Delivered, Deliveries } from './completeness/Deliveries.js';
import type { SeenTicket } from './Endpoint.js';
import type { Faults } from './faults/Faults.js';
import type { GrownTicket } from './GrownTicket.js';
import { Growth } from './Growth.js';
import type { JournalBook } from './JournalBook.js';
import type { LaidOutTicket, Sight } from './LaidOutTicket.js';
import { Misuse } from './Misuse.js';
import { RateLimiter } from './RateLimiter.js';
import { generatedSource } from './RecordSource.js';
import type { AnyVendor, EngineProfile } from './Vendor.js';
import { keyOf, type ViewedTickets, type WorldPart } from './World.js';

/** What the parts of a session share. */
export interface Shared {
  /** The session's id. */
  session: string;
  clock: Clock;
  journal: JournalBook;
  faults: Faults;
}

/** How many records may be added to one vendor of a session. */
const MOST_ADDED = 10_000;

export class SessionPart {
  /** The session's id. */
  readonly session: string;
  readonly part: WorldPart;
  readonly clock: Clock;
  readonly journal: JournalBook;
  readonly faults: Faults;
  readonly credentials: Credentials;
  /** Which records were served. */
  answers = new AnswerLedger();
  readonly deliveries = new Deliveries();
  limiter = new RateLimiter();
  /** When the session began by its clock; epoch milliseconds. */
  born: number;
  /** What was changed of tickets, by address. */
  readonly #changes = new Map<string, ChangedTicket>();
  readonly #growth = new Map<string, Growth>();
  /** How often what happens by the clock has happened. */
  readonly #caughtUp = new Map<string, number>();
  #added = 0;
  #actions: ReadonlySet<string>;

  /** @param claims makes the claims of the part's credentials */
  constructor(
    part: WorldPart,
    { session, clock, journal, faults }: Shared,
    given: readonly Credential[],
    claims: (self: SessionPart) => Claims,
  ) {
    this.session = session;
    this.part = part;
    this.clock = clock;
    this.journal = journal;
    this.faults = faults;
    this.born = clock.now();
    this.#actions = part.actions;
    this.credentials = new Credentials(session, part, given, claims(this));
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
      return ticket && this.#has(ticket) ? [this.#sight(ticket, viewed).at(now, this.born)] : [];
    }
    return [...viewed.tickets.values()]
      .filter((ticket) => address.every((name, i) => name === ticket.address[i]))
      .filter((ticket) => this.#has(ticket))
      .map((ticket) => this.#sight(ticket, viewed).at(now, this.born));
  }

  /**
   * @param target as the language says what a ticket's address says
   * @returns what was perhaps not meant
   * @throws FixtureError where a record is wrong
   * @throws Misuse where there is no such ticket, or there are as many as may be
   */
  append(target: Readonly<Record<string, string>>, records: readonly object[]): readonly string[] {
    const address = this.part.addressOf(target);
    const first = spanOf(this.part.ticketAt(address))?.first;
    return appendedNotes(this.#add(address, records), first);
  }

  /**
   * Lets a ticket's records go that were made before a time.
   * @param before epoch milliseconds
   * @throws Misuse where there is no such ticket
   */
  forget(target: Readonly<Record<string, string>>, before: number): void {
    this.changesOf(this.part.addressOf(target)).forget(before);
  }

  /**
   * Lets something happen to a ticket: records that fit to it are added at its newest end, made
   * at a time, or when the last one was, where that is later.
   * @param time epoch milliseconds
   * @throws Misuse where there are as many as may be
   */
  grow(address: readonly string[], count: number, time: number): void {
    const { last = time } = spanOf(this.part.ticketAt(address)) ?? {};
    this.recall(address, count, Math.max(time, last, this.changesOf(address).newest));
  }

  /** Likewise, at that very time, though it may be long past. */
  recall(address: readonly string[], count: number, time: number): void {
    const key = keyOf(address);
    const { section, vendor } = this.part;
    const growth =
      this.#growth.get(key) ?? new Growth(this.part.ticketAt(address), section, vendor.language);
    this.#growth.set(key, growth);
    this.#add(address, growth.next(count, time));
  }

  /**
   * Lets as much happen to a ticket as has come due since it was asked last, so much each time
   * that so much of the session's time has passed.
   * @param every milliseconds
   * @param now epoch milliseconds
   */
  catchUp(address: readonly string[], count: number, every: number, now: number): void {
    const key = tickKey(address, count, every);
    const done = this.#caughtUp.get(key) ?? 0;
    const due = Math.floor((now - this.born) / every);
    const last = Math.min(due, done + Math.floor(this.room / count));
    for (let nth = done + 1; nth <= last; nth++) this.grow(address, count, this.born + nth * every);
    this.#caughtUp.set(key, last);
  }

  /** Whether there is something to catch up with. */
  isDue(address: readonly string[], count: number, every: number, now: number): boolean {
    return (
      now - this.born >= ((this.#caughtUp.get(tickKey(address, count, every)) ?? 0) + 1) * every
    );
  }

  /** Lets a ticket go, and the records that it still has become another's, as far as there is room. */
  merge(address: readonly string[], into: readonly string[]): void {
    const gone = this.changesOf(address);
    const { floor } = gone.version;
    const records = recordsOf(this.part.ticketAt(address), floor, this.room);
    this.#added += records.length;
    this.changesOf(into).add([...records, ...gone.added.filter(({ time }) => time >= floor)]);
    gone.deleted = true;
  }

  #add(address: readonly string[], records: readonly object[]): readonly FixtureRecord[] {
    const read = readAddedRecords(records, this.part.section, this.vendor.language);
    if (this.#added + read.length > MOST_ADDED)
      throw new Misuse(
        'full',
        `expected at most ${MOST_ADDED} records added to a vendor of a session, found ${this.#added + read.length}`,
      );
    this.#added += read.length;
    this.changesOf(address).add(read);
    this.#actions = new Set([...this.#actions, ...read.flatMap(({ action }) => action ?? [])]);
    return read;
  }

  /** What was changed of the ticket at an address, and can be. */
  changesOf(address: readonly string[]): ChangedTicket {
    const key = keyOf(address);
    const known = this.#changes.get(key);
    if (known) return known;
    const changes = new ChangedTicket();
    this.#changes.set(key, changes);
    return changes;
  }

  /** How many more records may be added. */
  get room(): number {
    return MOST_ADDED - this.#added;
  }

  /**
   * @param anew instead of what was told before
   * @returns how many there are then of the ticket
   * @throws Misuse where there is no such ticket, or it is more than is remembered
   */
  received(
    target: Readonly<Record<string, string>>,
    delivered: readonly Delivered[],
    anew: boolean,
  ): number {
    const key = keyOf(this.part.addressOf(target));
    if (anew) this.deliveries.forget(key);
    return this.deliveries.add(key, delivered);
  }

  /** How much the ticket at an address has been changed, if it is one's. */
  versionOf(address: readonly string[]): TicketVersion {
    if (this.#changes.size === 0) return UNCHANGED;
    return this.#changes.get(keyOf(address))?.version ?? UNCHANGED;
  }

  /** A ticket in a view, as it was. */
  seenAs(version: TicketVersion, address: readonly string[], viewed: ViewedTickets): GrownTicket {
    const key = keyOf(address);
    const ticket = viewed.tickets.get(key) as LaidOutTicket;
    return this.changesOf(address).seenAs(version, ticket, viewed);
  }

  /** How many records were added. */
  get added(): number {
    return this.#added;
  }

  /** As it was at first. */
  reset(): void {
    this.born = this.clock.now();
    this.credentials.reset();
    this.limiter = new RateLimiter();
    this.#changes.clear();
    // Whatever is still on its way is of the time before.
    this.answers = new AnswerLedger();
    this.deliveries.clear();
    this.#growth.clear();
    this.#caughtUp.clear();
    this.#added = 0;
    this.#actions = this.part.actions;
  }

  #has({ address }: LaidOutTicket): boolean {
    return this.#changes.size === 0 || !this.#changes.get(keyOf(address))?.deleted;
  }

  #sight(ticket: LaidOutTicket, viewed: ViewedTickets): Sight {
    if (this.#changes.size === 0) return ticket;
    return this.#changes.get(keyOf(ticket.address))?.seen(ticket, viewed) ?? ticket;
  }
}

/** A ticket's records as a fixture lists them, up to so many of those that were not made before a time. */
function recordsOf(
  { records, generated }: FixtureTicket,
  floor: number,
  most: number,
): FixtureRecord[] {
  const listed = Array.from(records).filter(({ time }) => time >= floor);
  if (!generated) return listed.slice(0, most);
  const source = generatedSource(generated);
  const first = firstIndex(source.length, (position) => source.timeAt(position) >= floor);
  const length = Math.min(source.length - first, most);
  const made = Array.from({ length }, (_, i) => source.at(first + i));
  return [...made, ...listed].slice(0, most);
}

/** What happens by the clock, in a map. */
function tickKey(address: readonly string[], count: number, every: number): string {
  return `${keyOf(address)} ${count} ${every}`;
}
