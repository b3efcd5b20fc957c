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

/** How many records the client gets. */
export function countServed({ trail, reading }: SeenBy): number {
  return Math.min(trail.select(reading.window).total, reading.reach);
}

/**
 * Every record, those too that the client does not get, in the order that is wished for; those
 * that are served with one time come together.
 */
export function* placeRecords(seen: SeenBy): Generator<Placed[], void> {
  const { form, wish, reading, now } = seen;
  const { since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = reading.window;
  // How far a client gets depends on the order that it can ask for, and not on the one listed.
  const backwards = orderOf(wish, reading) !== reading.order;
  const beyond = seen.trail.select(reading.window).total - countServed(seen);
  let [reached, position] = [0, 0];
  for (const run of runs(seen))
    yield run.map(({ entry, timeAsServed, generated }) => {
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
      return { entry, timeAsServed, generated, withheld, position: served ? ++position : null };
    });
}

/** What is wished for, though it may be an order that no client can ask for. */
export function orderOf(wish: Wish, reading: Reading): Order {
  return wish.order ?? reading.order;
}

type Run = Pick<Placed, 'entry' | 'timeAsServed' | 'generated'>[];

/** Neighbours that stand at one time; made as they are asked for, as there may be more than memory holds. */
function* runs({ ticket, form, wish, reading }: SeenBy): Generator<Run, void> {
  const generated = ticket.generated ? generatedSource(ticket.generated) : new ListedRecords([]);
  const records = new MergedRecords(generated, ticket.records);
  const { length } = records;
  const newestFirst = orderOf(wish, reading) === 'desc';
  let run: Run = [];
  for (let i = 0; i < length; i++) {
    const position = newestFirst ? length - 1 - i : i;
    const entry = records.at(position);
    const timeAsServed = form.timeAsServed(entry.time);
    if (run[0] && run[0].timeAsServed !== timeAsServed) {
      yield form.turnsTies ? run.reverse() : run;
      run = [];
    }
    run.push({ entry, timeAsServed, generated: records.belowAt(position) });
  }
  if (run.length > 0) yield form.turnsTies ? run.reverse() : run;
}
