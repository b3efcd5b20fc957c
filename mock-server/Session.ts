/** One isolated copy of a world: its own credentials, clock, added records and journal. */

import type { Fault } from '../fixtures/language/Fault.js';
import type { Credential } from '../fixtures/language/Fixture.js';
import { readGivenFaults } from '../fixtures/language/readFaults.js';
import { Clock, instantOf } from './Clock.js';
import type { Claims, Credentials } from './Credentials.js';
import { completenessOf } from './completeness/completenessOf.js';
import { Faults } from './faults/Faults.js';
import { freshEntry, newTag } from './freshEntry.js';
import { JournalBook, type JournalBounds } from './JournalBook.js';
import { journalEntry } from './journalEntry.js';
import { Misuse } from './Misuse.js';
import type { Owner } from './nearMiss.js';
import { SessionPart } from './SessionPart.js';
import type {
  Completeness,
  CompletenessQuestion,
  GivenFault,
  Journal,
  SessionVendor,
  SetFault,
  SimulatorSession,
  ToldDelivery,
} from './Simulator.js';
import type { Hide } from './shortened.js';
import type { Tally } from './Tally.js';
import type { World } from './World.js';

/** The session of the fixture's own credentials. */
export const DEFAULT = 'default';

export interface SessionSetup {
  id: string;
  world: World;
  /** Left out: all of the world's. */
  vendors?: readonly string[] | undefined;
  /** Where its clock stands at first, in epoch milliseconds; left out: as the world says. */
  now?: number | undefined;
  /** Milliseconds of real time; left out: for ever. */
  lasts?: number | undefined;
  /** Left out: as the world says. */
  faults?: unknown;
  bounds: JournalBounds;
  tally: Tally;
  claims(part: SessionPart): Claims;
  hiding(): Hide;
}

export class Session implements SimulatorSession {
  readonly id: string;
  readonly opened = Date.now();
  readonly expires: number | undefined;
  readonly clock: Clock;
  readonly book: JournalBook;
  /** Scheme, host and port, once there is one. */
  baseUrl = '';
  /** What is to be done when it is closed. */
  ending: (() => Promise<void>) | undefined;
  #over: string | undefined;
  readonly #setup: Omit<SessionSetup, 'world'>;
  #world: World;
  #parts: readonly SessionPart[];
  readonly #faults: Faults;

  constructor(setup: SessionSetup) {
    const { world, ...rest } = setup;
    const { id, lasts, bounds, tally } = rest;
    this.id = id;
    this.expires = lasts === undefined ? undefined : this.opened + lasts;
    this.clock = new Clock(setup.now ?? world.now);
    this.book = new JournalBook(bounds, tally);
    // Without the first world, which may be played no more one day.
    this.#setup = rest;
    this.#world = world;
    this.#faults = new Faults(this.clock, this.#firstFaults());
    this.#parts = this.#bringToLife(world);
  }

  get world(): World {
    return this.#world;
  }

  get parts(): readonly SessionPart[] {
    return this.#parts;
  }

  get fixture(): string {
    return this.#world.name;
  }

  get requests(): number {
    return this.book.count;
  }

  get vendors(): Readonly<Record<string, SessionVendor>> {
    return Object.fromEntries(
      this.#parts.map(({ vendor, credentials, part }) => [
        vendor.name,
        { baseUrl: this.baseUrl, credentials: credentials.list(), targets: part.targets },
      ]),
    );
  }

  credentials(vendor: string): Credentials {
    return this.#livePart(vendor).credentials;
  }

  append(
    vendor: string,
    target: Readonly<Record<string, string>>,
    records: readonly object[],
  ): readonly string[] {
    return this.#livePart(vendor).append(target, records);
  }

  forget(vendor: string, target: Readonly<Record<string, string>>, before: string): void {
    this.#livePart(vendor).forget(target, instantOf(before, 'before'));
  }

  journal(): Journal {
    const { dropped, exchanges } = this.book;
    const hide = this.#setup.hiding()(this.secrets());
    const entries = exchanges.map((exchange) => journalEntry(exchange, hide));
    return { entries, dropped };
  }

  /** Those that its credentials have or lately had. */
  secrets(): string[] {
    return this.#parts.flatMap(({ credentials }) => credentials.texts());
  }

  faults(): SetFault[] {
    return this.#faults.armed.map(({ fault: { name, given }, fired }) => ({
      ...(given as GivenFault),
      ...{ name, fired },
    }));
  }

  setFaults(faults: readonly GivenFault[]): void {
    this.#checkLive();
    this.#faults.arm(this.#read(faults));
  }

  received(vendor: string, target: Readonly<Record<string, string>>, told: ToldDelivery): number {
    const delivered = told.records
      ? told.records.map((record) => ({ record }))
      : told.lines.map((line) => ({ line }));
    return this.#livePart(vendor).received(target, delivered, told.anew ?? false);
  }

  completeness(question: CompletenessQuestion): Completeness {
    return completenessOf(this.#part(question.vendor), question);
  }

  reset(): void {
    this.#checkLive();
    this.clock.restart(this.#setup.now ?? this.#world.now);
    for (const part of this.#parts) part.reset();
    this.book.clear();
    this.#faults.begin(this.#firstFaults());
  }

  async close(): Promise<void> {
    if (this.ending) await this.ending();
    else throw new Misuse('conflict', 'the default session ends with the simulator');
  }

  /** Plays another world from now on; tokens stay good where their credentials are still there. */
  play(world: World): void {
    const before = this.#parts;
    this.#release('these credentials are of a world that is played no more; ask for them again');
    this.#world = world;
    this.clock.restart(world.now);
    this.#faults.begin(world.faults);
    this.#parts = this.#bringToLife(world);
    for (const { vendor, credentials } of this.#parts) {
      const part = before.find((one) => one.vendor === vendor);
      if (part) credentials.takeOver(part.credentials);
    }
  }

  /** Nothing is its own any more, and nothing can be done with it; what was asked of it can be read. */
  end(): void {
    this.#over = `session ${this.id} is closed`;
    this.clock.retire(this.#over);
    this.#release(this.#over);
  }

  /** Which credential a text is of. */
  ownerOf(text: string): Owner | undefined {
    for (const { vendor, credentials } of this.#parts) {
      const owned = credentials.ownerOf(text);
      if (owned) return { ...owned, vendor: vendor.name, session: this.id };
    }
    return undefined;
  }

  #release(because: string): void {
    for (const { credentials } of this.#parts) credentials.retire(because);
  }

  #checkLive(): void {
    if (this.#over !== undefined) throw new Misuse('missing', this.#over);
  }

  #livePart(vendor: string): SessionPart {
    this.#checkLive();
    return this.#part(vendor);
  }

  #bringToLife({ parts }: World): SessionPart[] {
    const { id, vendors, claims } = this.#setup;
    const tag = newTag(id);
    const own = ({ entry, within }: Credential, part: World['parts'][0]) => ({
      entry: id === DEFAULT ? entry : freshEntry(entry, part.vendor.language, tag),
      within,
    });
    const shared = { session: id, clock: this.clock, journal: this.book, faults: this.#faults };
    return parts
      .filter(({ vendor: { name } }) => vendors?.includes(name) ?? true)
      .map((part) => {
        const given = part.section.credentials.map((credential) => own(credential, part));
        return new SessionPart(part, shared, given, claims);
      });
  }

  /** Those that it was opened with. */
  #firstFaults(): readonly Fault[] {
    const { faults } = this.#setup;
    return faults === undefined ? this.#world.faults : this.#read(faults);
  }

  /** @throws FixtureError */
  #read(faults: unknown): Fault[] {
    const { vendors } = this.#setup;
    const parts = this.#world.parts.filter(
      ({ vendor: { name } }) => vendors?.includes(name) ?? true,
    );
    return readGivenFaults(
      faults,
      parts.map(({ section }) => section),
      parts.map(({ vendor }) => vendor.language),
    );
  }

  #part(name: string): SessionPart {
    const part = this.#parts.find(({ vendor }) => vendor.name === name);
    if (part) return part;
    const names = this.#parts.map(({ vendor }) => vendor.name).join(', ');
    throw new Misuse(
      'missing',
      `no vendor ${JSON.stringify(name)} in this world; there is ${names}`,
      'vendor',
    );
  }
}
