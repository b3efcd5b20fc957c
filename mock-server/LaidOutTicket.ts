/** A ticket with its trail, in one view, at any time. */
import type { FixtureRecord, FixtureTicket } from '../fixtures/language/Fixture.js';
import type { SeenTicket } from './Endpoint.js';
import { Trail, type TrailRecord } from './Trail.js';

export class LaidOutTicket {
  readonly address: readonly string[];
  readonly #trail: Trail;
  readonly #late: readonly FixtureRecord[];
  /** As it is seen while none of the late records are visible. */
  readonly #early: SeenTicket;

  /** @param now when the world comes alive, which is when a ticket was made of which nothing tells; epoch milliseconds */
  constructor(
    { address, settings, created, updated, records }: FixtureTicket,
    laidOut: readonly TrailRecord[],
    now: number,
  ) {
    const made = created ?? (records.length > 0 ? earliest(records) : now);
    const onTime = records.filter(({ visibleFrom }) => visibleFrom === undefined);
    this.address = address;
    this.#trail = new Trail(laidOut);
    this.#late = records.filter(({ visibleFrom }) => visibleFrom !== undefined);
    this.#early = {
      ...{ address, settings, created: made, updated },
      changed: latest(onTime, made),
      trail: this.#trail.at(Number.NEGATIVE_INFINITY),
    };
  }

  /** As it is seen at a time. @param now epoch milliseconds */
  at(now: number): SeenTicket {
    if (this.#late.length === 0) return this.#early;
    const shown = this.#late.filter(({ visibleFrom = now }) => visibleFrom <= now);
    return {
      ...this.#early,
      changed: latest(shown, this.#early.changed),
      trail: this.#trail.at(now),
    };
  }
}

function earliest(records: readonly FixtureRecord[]): number {
  return records.reduce((least, { time }) => Math.min(least, time), Number.POSITIVE_INFINITY);
}

function latest(records: readonly FixtureRecord[], from: number): number {
  return records.reduce((most, { time }) => Math.max(most, time), from);
}
