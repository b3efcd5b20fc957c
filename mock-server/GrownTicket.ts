/** A ticket that a session has changed, in one view, at any time. */
import type { FixtureRecord } from '../fixtures/language/Fixture.js';
import { firstIndex } from '../fixtures/language/firstPosition.js';
import { ComputedTrail } from './ComputedTrail.js';
import type { SeenTicket } from './Endpoint.js';
import type { LaidOutTicket, Sight } from './LaidOutTicket.js';
import { LaterRecords } from './LaterRecords.js';
import { type Late, LateTimes } from './LateTimes.js';
import type { MergedRecords } from './MergedRecords.js';
import type { SeenForm } from './SeenForm.js';

/**
 * A record of a ticket in one view, for as long as a session lasts: its place among those of the
 * world, oldest first, or, from their number on, its place among those that were added.
 */
export type Identity = number;

export interface Changes {
  /** All that were ever added, in the order of adding, and the place of each. */
  all: readonly FixtureRecord[];
  numbers: ReadonlyMap<FixtureRecord, number>;
  /** How many of them were added by then. */
  added: number;
  /** The ticket's records, and those of these that may be seen in the view. */
  records: MergedRecords;
  /** Records that were made before it are gone; epoch milliseconds. */
  floor: number;
}

/** What is added lies over the ticket as all sessions have it, of which nothing is copied. */
export class GrownTicket implements Sight {
  readonly trail: ComputedTrail;
  readonly #ticket: LaidOutTicket;
  readonly #changes: Changes;
  readonly #later: LaterRecords;
  readonly #form: SeenForm;
  #visibleFrom: ReadonlyMap<number, number> | undefined;
  #dates: AddedDates | undefined;

  constructor(ticket: LaidOutTicket, changes: Changes, form: SeenForm) {
    const { records, floor } = changes;
    this.#ticket = ticket;
    this.#changes = changes;
    this.#form = form;
    const gone = firstIndex(records.length, (position) => records.timeAt(position) >= floor);
    this.#later = new LaterRecords(records, gone);
    this.trail = new ComputedTrail(this.#later, form);
  }

  /** Which record stands at a position of the trail. */
  identityAt(position: number): Identity {
    const place = position + this.#later.first;
    const { records, numbers } = this.#changes;
    const below = records.belowAt(place);
    if (below !== undefined) return below;
    return this.listed + (numbers.get(records.at(place)) as number);
  }

  /** How many records there have been so far, not counting those that were added, and counting them. */
  get listed(): number {
    return this.#ticket.records.length;
  }

  get known(): number {
    return this.listed + this.#changes.added;
  }

  /** Where a record stands; undefined where it is gone, or not there yet, or never seen in the view. */
  positionOf(identity: Identity): number | undefined {
    const { length } = this.#ticket.records;
    if (identity >= this.known) return undefined;
    const { all, records } = this.#changes;
    const added = all[identity - length];
    if (added && !this.#form.shows(added.visibleTo)) return undefined;
    const place =
      identity < length ? records.fromBelow(identity) : records.positionOf(added as FixtureRecord);
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
    const { all, added } = this.#changes;
    this.#dates ??= datesOf(all.slice(0, added));
    const { first, lastBy } = this.#dates;
    const seen = this.#ticket.at(now, this.#ticket.isDated || added === 0 ? born : first);
    const created = this.#ticket.isCreated ? seen.created : Math.min(seen.created, first);
    return {
      ...{ ...seen, created },
      changed: Math.max(created, this.#ticket.lastBy(now), lastBy(now)),
      trail: this.trail.at(now),
    };
  }
}

/** When records were made: the first, and the last that may be seen by a time; epoch milliseconds. */
interface AddedDates {
  first: number;
  lastBy(now: number): number;
}

function datesOf(records: readonly FixtureRecord[]): AddedDates {
  const first = records.reduce(
    (first, { time }) => Math.min(first, time),
    Number.POSITIVE_INFINITY,
  );
  const onTime = records.reduce(
    (last, { time, visibleFrom }) => (visibleFrom === undefined ? Math.max(last, time) : last),
    Number.NEGATIVE_INFINITY,
  );
  const late = new LateTimes(
    records.filter((one): one is FixtureRecord & Late => one.visibleFrom !== undefined),
  );
  return { first, lastBy: (now) => Math.max(onTime, late.lastSeen(now)) };
}
