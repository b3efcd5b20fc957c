/** A ticket with its trail, in one view, at any time. */
import type { FixtureRecord, FixtureTicket } from '../fixtures/language/Fixture.js';
import { spanOf } from '../fixtures/language/spanOf.js';
import { ComputedTrail } from './ComputedTrail.js';
import type { SeenTicket } from './Endpoint.js';
import { layOut } from './layOut.js';
import { MergedRecords } from './MergedRecords.js';
import type { SeenForm } from './SeenForm.js';
import { type SeenTrail, Trail } from './Trail.js';

/** When a record was made, and from when on it is seen; epoch milliseconds. */
interface Late {
  time: number;
  visibleFrom: number;
}

export class LaidOutTicket {
  readonly address: readonly string[];
  readonly #trail: { at(now: number): SeenTrail };
  readonly #late: readonly Late[];
  /** As it is seen while none of the late records are visible. */
  readonly #early: SeenTicket;

  /** @param now when the world comes alive, which is when a ticket was made of which nothing tells; epoch milliseconds */
  constructor(ticket: FixtureTicket, form: SeenForm, now: number) {
    const { address, settings, created, updated } = ticket;
    const made = created ?? spanOf(ticket)?.first ?? now;
    this.address = address;
    this.#trail = trailOf(ticket, form);
    this.#late = lateOf(ticket);
    this.#early = {
      ...{ address, settings, created: made, updated },
      changed: Math.max(made, lastOnTime(ticket)),
      trail: this.#trail.at(Number.NEGATIVE_INFINITY),
    };
  }

  /** As it is seen at a time. @param now epoch milliseconds */
  at(now: number): SeenTicket {
    if (this.#late.length === 0) return this.#early;
    return {
      ...this.#early,
      changed: this.#late.reduce(
        (latest, { time, visibleFrom }) => (visibleFrom <= now ? Math.max(latest, time) : latest),
        this.#early.changed,
      ),
      trail: this.#trail.at(now),
    };
  }
}

function trailOf({ records, generated }: FixtureTicket, form: SeenForm): Trail | ComputedTrail {
  // What is generated is there for all who may see what is for nobody in particular.
  if (!generated || !form.shows(undefined)) return new Trail(layOut(records, form));
  const seen = records.filter(({ visibleTo }) => form.shows(visibleTo));
  return new ComputedTrail(new MergedRecords({ records: seen, generated }), form);
}

function lateOf({ records, generated }: FixtureTicket): Late[] {
  return [
    ...records.filter((one): one is FixtureRecord & Late => one.visibleFrom !== undefined),
    ...(generated?.late ?? []).map(({ index, visibleFrom }) => ({
      time: generated?.timeOf(index) ?? 0,
      visibleFrom,
    })),
  ];
}

/** When the last record was made that is not late; epoch milliseconds, negative infinity where there is none. */
function lastOnTime({ records, generated }: FixtureTicket): number {
  const latest = records.reduce(
    (latest, { time, visibleFrom }) =>
      visibleFrom === undefined ? Math.max(latest, time) : latest,
    Number.NEGATIVE_INFINITY,
  );
  if (!generated) return latest;
  const late = new Set(generated.late.map(({ index }) => index));
  let last = generated.length - 1;
  while (late.has(last)) last--;
  return last < 0 ? latest : Math.max(latest, generated.timeOf(last));
}
