/** What a session has changed of a ticket; nothing of it is undone, so that how it was can be seen again. */
import type { FixtureRecord } from '../fixtures/language/Fixture.js';
import { AddedRecords } from './AddedRecords.js';
import { GrownTicket } from './GrownTicket.js';
import type { LaidOutTicket } from './LaidOutTicket.js';
import type { ViewedTickets } from './World.js';

/** How a ticket was at one time. */
export interface TicketVersion {
  /** How many records had been added. */
  added: number;
  /** Records that were made before it are gone; epoch milliseconds. */
  floor: number;
}

export const UNCHANGED: TicketVersion = { added: 0, floor: Number.NEGATIVE_INFINITY };

export class ChangedTicket {
  readonly #added: FixtureRecord[] = [];
  readonly #numbers = new Map<FixtureRecord, number>();
  #newest = Number.NEGATIVE_INFINITY;
  #floor = UNCHANGED.floor;
  /** As it was last seen in each view. */
  readonly #seen = new Map<string, GrownTicket>();
  /** Likewise, what was added. */
  readonly #views = new Map<string, AddedRecords>();
  /** Whether it is gone. */
  deleted = false;

  get version(): TicketVersion {
    return { added: this.#added.length, floor: this.#floor };
  }

  get added(): readonly FixtureRecord[] {
    return this.#added;
  }

  /** When the newest was made of those that were added; epoch milliseconds, negative infinity where none was. */
  get newest(): number {
    return this.#newest;
  }

  add(records: readonly FixtureRecord[]): void {
    for (const record of records) {
      this.#numbers.set(record, this.#added.length);
      this.#added.push(record);
      this.#newest = Math.max(this.#newest, record.time);
    }
    this.#seen.clear();
  }

  /** Records that were made before a time are gone from now on. @param floor epoch milliseconds */
  forget(floor: number): void {
    if (floor <= this.#floor) return;
    this.#floor = floor;
    this.#seen.clear();
  }

  /** As it is now. */
  seen(ticket: LaidOutTicket, viewed: ViewedTickets): GrownTicket {
    const known = this.#seen.get(viewed.key);
    if (known) return known;
    const seen = this.seenAs(this.version, ticket, viewed);
    this.#seen.set(viewed.key, seen);
    return seen;
  }

  /** As it was. */
  seenAs(
    { added, floor }: TicketVersion,
    ticket: LaidOutTicket,
    viewed: ViewedTickets,
  ): GrownTicket {
    const view = this.#views.get(viewed.key) ?? new AddedRecords(ticket.records, viewed.form);
    this.#views.set(viewed.key, view);
    const changes = {
      ...{ all: this.#added, numbers: this.#numbers, added, floor },
      records: view.first(added, this.#added),
    };
    return new GrownTicket(ticket, changes, viewed.form);
  }
}
