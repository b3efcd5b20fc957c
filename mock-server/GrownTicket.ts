/** A ticket that a session has changed, in one view, at any time. */
import type { FixtureRecord } from '../fixtures/language/Fixture.js';
import { firstIndex } from '../fixtures/language/firstPosition.js';
import { ComputedTrail } from './ComputedTrail.js';
import type { SeenTicket } from './Endpoint.js';
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
  readonly #form: SeenForm;
  /** The places of records in the order of adding. */
  #numbers: ReadonlyMap<FixtureRecord, number> | undefined;
  #visibleFrom: ReadonlyMap<number, number> | undefined;

  /** @param known what was found out of records that were added before, as MergedRecords has it */
  constructor(
    ticket: LaidOutTicket,
    { added, floor }: Changes,
    form: SeenForm,
    known?: Map<FixtureRecord, number>,
  ) {
    this.#ticket = ticket;
    this.#added = added;
    this.#form = form;
    this.#first = added.reduce(
      (first, { time }) => Math.min(first, time),
      Number.POSITIVE_INFINITY,
    );
    const shown = added.filter(({ visibleTo }) => form.shows(visibleTo));
    this.#merged = new MergedRecords(ticket.records, shown, known);
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
    if (below !== undefined) return below;
    this.#numbers ??= new Map(this.#added.map((record, i) => [record, i]));
    return this.listed + (this.#numbers.get(this.#merged.at(place)) as number);
  }

  /** How many records there have been so far, not counting those that were added, and counting them. */
  get listed(): number {
    return this.#ticket.records.length;
  }

  get known(): number {
    return this.listed + this.#added.length;
  }

  /** Where a record stands; undefined where it is gone, or not there yet, or never seen in the view. */
  positionOf(identity: Identity): number | undefined {
    const { length } = this.#ticket.records;
    if (identity >= this.known) return undefined;
    const added = this.#added[identity - length];
    if (added && !this.#form.shows(added.visibleTo)) return undefined;
    const place =
      identity < length
        ? this.#merged.fromBelow(identity)
        : this.#merged.positionOf(added as FixtureRecord);
    return place < this.#later.first ? undefined : place - this.#later.first;
  }

  /** The time of the record at a position; epoch milliseconds. */
  timeAt(position: number): number {
    return this.#later.timeAt(position);
  }

  /** The same as it is served. */
  servedTimeAt(position: number): number {
    return this.#form.timeAsServed(this.timeAt(position));
  }

  /** From when on the record at a position may be seen, where that is later than its time; epoch milliseconds. */
  visibleFromAt(position: number): number | undefined {
    this.#visibleFrom ??= new Map(
      this.#later.late.map(({ position, visibleFrom }) => [position, visibleFrom]),
    );
    return this.#visibleFrom.get(position);
  }

  actionAt(position: number): string | undefined {
    return this.#later.actionAt(position);
  }

  /** A record as it is served. */
  write(entry: FixtureRecord): string {
    return this.#form.write(entry);
  }

  /** The record at a position of the trail. */
  recordAt(position: number): FixtureRecord {
    return this.#later.at(position);
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
