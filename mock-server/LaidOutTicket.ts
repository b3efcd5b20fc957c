/** A ticket with its trail, in one view, at any time. */
import type { FixtureTicket } from '../fixtures/language/Fixture.js';
import { spanOf } from '../fixtures/language/spanOf.js';
import { ComputedTrail } from './ComputedTrail.js';
import type { SeenTicket } from './Endpoint.js';
import { type Late, LateTimes } from './LateTimes.js';
import { ListedRecords } from './ListedRecords.js';
import { layOut } from './layOut.js';
import { MergedRecords } from './MergedRecords.js';
import { generatedSource, type RecordSource } from './RecordSource.js';
import type { SeenForm } from './SeenForm.js';
import { shownOf } from './shownOf.js';
import { type SeenTrail, Trail } from './Trail.js';

/** A ticket as it may be seen at a time. */
export interface Sight {
  /**
   * @param now epoch milliseconds
   * @param born when the world came alive, which is when a ticket was made of which nothing tells; epoch milliseconds
   */
  at(now: number, born: number): SeenTicket;
}

export class LaidOutTicket implements Sight {
  readonly #ticket: FixtureTicket;
  readonly #form: SeenForm;
  readonly #trail: { at(now: number): SeenTrail };
  readonly #made: number | undefined;
  readonly #late: LateTimes;
  /** When the last record was made that is not late; negative infinity where there is none. */
  readonly #lastOnTime: number;
  #records: RecordSource | undefined;
  /** As it was seen last, if that says all that there is to say of it. */
  #seen: SeenTicket | undefined;

  constructor(ticket: FixtureTicket, form: SeenForm) {
    this.#ticket = ticket;
    this.#form = form;
    this.#made = ticket.created ?? spanOf(ticket)?.first;
    this.#trail = isGenerated(ticket, form)
      ? new ComputedTrail(this.records, form)
      : new Trail(layOut(ticket.records, form));
    this.#late = new LateTimes(lateOf(ticket));
    this.#lastOnTime = lastOnTime(ticket);
  }

  get address(): readonly string[] {
    return this.#ticket.address;
  }

  /** Whether the fixture says when it was made. */
  get isCreated(): boolean {
    return this.#ticket.created !== undefined;
  }

  /** Whether anything tells when it was made. */
  get isDated(): boolean {
    return this.#made !== undefined;
  }

  /** Those that may be seen in the view, sooner or later. */
  get records(): RecordSource {
    this.#records ??= recordsOf(this.#ticket, this.#form);
    return this.#records;
  }

  at(now: number, born: number): SeenTicket {
    if (this.#seen?.created === (this.#made ?? born)) return this.#seen;
    const { address, settings, updated } = this.#ticket;
    const created = this.#made ?? born;
    const seen = {
      ...{ address, settings, created, updated },
      changed: Math.max(created, this.lastBy(now)),
      trail: this.#trail.at(now),
    };
    if (this.#late.length === 0) this.#seen = seen;
    return seen;
  }

  /** When the last record was made that may be seen by a time; negative infinity where there is none. */
  lastBy(now: number): number {
    return Math.max(this.#lastOnTime, this.#late.lastSeen(now));
  }
}

/** What is generated is there for all who may see what is for nobody in particular. */
function isGenerated({ generated }: FixtureTicket, form: SeenForm): boolean {
  return generated !== undefined && form.shows(undefined);
}

function recordsOf(ticket: FixtureTicket, form: SeenForm): RecordSource {
  const listed = shownOf(ticket.records, form);
  return ticket.generated && isGenerated(ticket, form)
    ? new MergedRecords(generatedSource(ticket.generated), listed)
    : new ListedRecords(listed);
}

function lateOf({ records, generated }: FixtureTicket): Late[] {
  const late: Late[] = [...(generated?.late ?? [])];
  for (const { time, visibleFrom } of records)
    if (visibleFrom !== undefined) late.push({ time, visibleFrom });
  return late;
}

/** When the last record was made that is not late; epoch milliseconds, negative infinity where there is none. */
function lastOnTime({ records, generated }: FixtureTicket): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const { time, visibleFrom } of records)
    if (visibleFrom === undefined) latest = Math.max(latest, time);
  if (!generated) return latest;
  const late = new Set(generated.late.map(({ index }) => index));
  let last = generated.length - 1;
  while (late.has(last)) last--;
  return last < 0 ? latest : Math.max(latest, generated.timeOf(last));
}
