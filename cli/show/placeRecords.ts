/** Puts a ticket's records in order, and finds out which of them a client gets. */
import type { Credential, FixtureRecord, FixtureTicket } from '../../fixtures/language/Fixture.js';
import { ListedRecords } from '../../mock-server/ListedRecords.js';
import { MergedRecords } from '../../mock-server/MergedRecords.js';
import type { Reading, Wish } from '../../mock-server/Reading.js';
import { generatedSource } from '../../mock-server/RecordSource.js';
import type { SeenForm } from '../../mock-server/SeenForm.js';
import type { Order } from '../../mock-server/Selection.js';
import type { SeenTrail } from '../../mock-server/Trail.js';
import type { WorldPart } from '../../mock-server/World.js';
import type { Marks } from './Listing.js';

/** A ticket, and who reads it how. */
export interface SeenBy {
  part: WorldPart;
  ticket: FixtureTicket;
  credential: Credential;
  wish: Wish;
  reading: Reading;
  /** How its records are served to the credential, and which of them, by now. */
  form: SeenForm;
  trail: SeenTrail;
  /** Epoch milliseconds. */
  now: number;
}

export interface Placed {
  entry: FixtureRecord;
  /** By which it is sorted and found; epoch milliseconds. */
  timeAsServed: number;
  /** From 0, where it is generated; undefined where it is listed. */
  generated: number | undefined;
  /** From 1; null for one that the client does not get. */
  position: number | null;
  /** Why it does not, where that is not for being late. */
  withheld: Pick<Marks, 'hidden' | 'outside' | 'unreachable'>;
}

/** Neighbours that are served with one time. */
export interface Run<Record> extends Iterable<Record> {
  readonly length: number;
}

/** How many records the client gets. */
export function countServed({ trail, reading }: SeenBy): number {
  return Math.min(trail.select(reading.window).total, reading.reach);
}

/**
 * Every record, those too that the client does not get, in the order that is wished for; those
 * that are served with one time come together. Such a run is made as it is walked, as there may be
 * more of it than memory holds; it can be walked again, and must be to its end before the next.
 */
export function* placeRecords(seen: SeenBy): Generator<Run<Placed>, void> {
  const { form, wish, reading, now } = seen;
  const { since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = reading.window;
  // How far a client gets depends on the order that it can ask for, and not on the one listed.
  const backwards = orderOf(wish, reading) !== reading.order;
  const beyond = seen.trail.select(reading.window).total - countServed(seen);
  let before = { reached: 0, position: 0 };
  let behind = before;
  for (const run of runs(seen)) {
    yield { length: run.length, [Symbol.iterator]: () => place(run) };
    before = behind;
  }

  function* place(run: Run<Unplaced>): Generator<Placed, void> {
    let { reached, position } = before;
    for (const { entry, timeAsServed, generated } of run) {
      const hidden = !form.shows(entry.visibleTo);
      const outside = timeAsServed < since || timeAsServed > until;
      const late = (entry.visibleFrom ?? now) > now;
      const reachable = !hidden && !outside && !late;
      if (reachable) reached++;
      const unreachable = reachable && (backwards ? reached <= beyond : reached > reading.reach);
      const withheld: Placed['withheld'] = {
        ...(hidden && { hidden }),
        ...(outside && { outside }),
        ...(unreachable && { unreachable }),
      };
      const served = reachable && !unreachable;
      yield { entry, timeAsServed, generated, withheld, position: served ? ++position : null };
    }
    behind = { reached, position };
  }
}

/** What is wished for, though it may be an order that no client can ask for. */
export function orderOf(wish: Wish, reading: Reading): Order {
  return wish.order ?? reading.order;
}

type Unplaced = Pick<Placed, 'entry' | 'timeAsServed' | 'generated'>;

/** Neighbours that stand at one time. */
function* runs({ ticket, form, wish, reading }: SeenBy): Generator<Run<Unplaced>, void> {
  const generated = ticket.generated ? generatedSource(ticket.generated) : new ListedRecords([]);
  const records = new MergedRecords(generated, ticket.records);
  const { length } = records;
  const newestFirst = orderOf(wish, reading) === 'desc';
  const positionOf = (place: number) => (newestFirst ? length - 1 - place : place);
  const timeAt = (place: number) => form.timeAsServed(records.timeAt(positionOf(place)));
  for (let first = 0, end = 0; first < length; first = end) {
    const timeAsServed = timeAt(first);
    end = first + 1;
    while (end < length && timeAt(end) === timeAsServed) end++;
    const [from, to] = [first, end];
    yield {
      length: to - from,
      *[Symbol.iterator]() {
        for (let i = from; i < to; i++) {
          const position = positionOf(form.turnsTies ? to - 1 - (i - from) : i);
          const entry = records.at(position);
          yield { entry, timeAsServed, generated: records.belowAt(position) };
        }
      },
    };
  }
}
