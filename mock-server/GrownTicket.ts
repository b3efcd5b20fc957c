/** A ticket to which a session has added records, in one view, at any time. */
import type { FixtureRecord } from '../fixtures/language/Fixture.js';
import { ComputedTrail } from './ComputedTrail.js';
import type { SeenTicket } from './Endpoint.js';
import type { LaidOutTicket, Sight } from './LaidOutTicket.js';
import { MergedRecords } from './MergedRecords.js';
import type { SeenForm } from './SeenForm.js';

/** What is added lies over the ticket as all sessions have it, of which nothing is copied. */
export class GrownTicket implements Sight {
  readonly #ticket: LaidOutTicket;
  readonly #added: readonly FixtureRecord[];
  readonly #trail: ComputedTrail;
  /** When the first of them was made; epoch milliseconds. */
  readonly #first: number;

  /** @param added at least one */
  constructor(ticket: LaidOutTicket, added: readonly FixtureRecord[], form: SeenForm) {
    this.#ticket = ticket;
    this.#added = added;
    this.#first = added.reduce(
      (first, { time }) => Math.min(first, time),
      Number.POSITIVE_INFINITY,
    );
    const shown = added.filter(({ visibleTo }) => form.shows(visibleTo));
    this.#trail = new ComputedTrail(new MergedRecords(ticket.records, shown), form);
  }

  get address(): readonly string[] {
    return this.#ticket.address;
  }

  at(now: number, born: number): SeenTicket {
    // As if the fixture listed them: the first record tells when a ticket was made, if nothing else does.
    const seen = this.#ticket.at(now, this.#ticket.isDated ? born : this.#first);
    return {
      ...seen,
      created: this.#ticket.isCreated ? seen.created : Math.min(seen.created, this.#first),
      changed: this.#added.reduce(
        (latest, { time, visibleFrom }) =>
          visibleFrom === undefined || visibleFrom <= now ? Math.max(latest, time) : latest,
        seen.changed,
      ),
      trail: this.#trail.at(now),
    };
  }
}
