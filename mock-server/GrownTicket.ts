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

  constructor(ticket: LaidOutTicket, added: readonly FixtureRecord[], form: SeenForm) {
    this.#ticket = ticket;
    this.#added = added;
    const shown = added.filter(({ visibleTo }) => form.shows(visibleTo));
    this.#trail = new ComputedTrail(new MergedRecords(ticket.records, shown), form);
  }

  get address(): readonly string[] {
    return this.#ticket.address;
  }

  at(now: number, born: number): SeenTicket {
    const seen = this.#ticket.at(now, born);
    return {
      ...seen,
      changed: this.#added.reduce(
        (latest, { time, visibleFrom }) =>
          visibleFrom === undefined || visibleFrom <= now ? Math.max(latest, time) : latest,
        seen.changed,
      ),
      trail: this.#trail.at(now),
    };
  }
}
