/** A ticket that a session has changed, in one view, at any time. */
import type { FixtureRecord } from '../fixtures/language/Fixture.js';
import { ComputedTrail } from './ComputedTrail.js';
import type { SeenTicket } from './Endpoint.js';
import { firstIndex } from './firstPosition.js';
import type { LaidOutTicket, Sight } from './LaidOutTicket.js';
import { LaterRecords } from './LaterRecords.js';
import { MergedRecords } from './MergedRecords.js';
import type { SeenForm } from './SeenForm.js';

/**
 * A record of a ticket in one view, for as long as a session lasts: its place among those of the
 * world, oldest first, or, from their number on, its place among those that were added.
 */
export type Identity = number;

export interface Changes {
  added: readonly FixtureRecord[];
  /** Records that were made before it are gone; epoch milliseconds. */
  floor: number;
}

/** What is added lies over the ticket as all sessions have it, of which nothing is copied. */
export class GrownTicket implements Sight {
  readonly trail: ComputedTrail;
  readonly #ticket: LaidOutTicket;
  readonly #added: readonly FixtureRecord[];
  readonly #merged: MergedRecords;
  readonly #later: LaterRecords;
  /** When the first of them was made; epoch milliseconds. */
  readonly #first: number;

  constructor(ticket: LaidOutTicket, { added, floor }: Changes, form: SeenForm) {
    this.#ticket = ticket;
    this.#added = added;
    this.#first = added.reduce(
      (first, { time }) => Math.min(first, time),
      Number.POSITIVE_INFINITY,
    );
    const shown = added.filter(({ visibleTo }) => form.shows(visibleTo));
    this.#merged = new MergedRecords(ticket.records, shown);
    const gone = firstIndex(
      this.#merged.length,
      (position) => this.#merged.timeAt(position) >= floor,
    );
    this.#later = new LaterRecords(this.#merged, gone);
    this.trail = new ComputedTrail(this.#later, form);
  }

  get address(): readonly string[] {
    return this.#ticket.address;
  }

  /** Which record stands at a position of the trail. */
  identityAt(position: number): Identity {
    const place = position + this.#later.first;
    const below = this.#merged.belowAt(place);
    return below ?? this.#ticket.records.length + this.#added.indexOf(this.#merged.at(place));
  }

  /** Where a record stands that is not gone. */
  positionOf(identity: Identity): number {
    const { length } = this.#ticket.records;
    const place =
      identity < length
        ? this.#merged.fromBelow(identity)
        : this.#merged.positionOf(this.#added[identity - length] as FixtureRecord);
    return place - this.#later.first;
  }

  /** A record. */
  recordOf(identity: Identity): FixtureRecord {
    return this.#later.at(this.positionOf(identity));
  }

  at(now: number, born: number): SeenTicket {
    // As if the fixture listed them: the first record tells when a ticket was made, if nothing else does.
    const seen = this.#ticket.at(
      now,
      this.#ticket.isDated || this.#added.length === 0 ? born : this.#first,
    );
    return {
      ...seen,
      created: this.#ticket.isCreated ? seen.created : Math.min(seen.created, this.#first),
      changed: this.#added.reduce(
        (latest, { time, visibleFrom }) =>
          visibleFrom === undefined || visibleFrom <= now ? Math.max(latest, time) : latest,
        seen.changed,
      ),
      trail: this.trail.at(now),
    };
  }
}
