/** All records of one ticket, laid out once, so that a page is a lookup and a slice. */
import type { FixtureRecord } from '../fixtures/language/Fixture.js';
import { firstPosition } from '../fixtures/language/firstPosition.js';
import { firstFrom } from './firstFrom.js';
import { LaidOutSelection } from './LaidOutSelection.js';
import { type Hidden, type LateRecord, LateRecords } from './LateRecords.js';
import type { Selection } from './Selection.js';

/** What a trail is made of: a record as JSON, as it is served. */
export interface TrailRecord {
  /** By which it is sorted and found, in epoch milliseconds; it may be coarser than the entry's. */
  time: number;
  json: string;
  /** What it was made from. */
  entry: FixtureRecord;
}

/** Which records are wanted; both bounds are epoch milliseconds and inclusive. */
export interface Window {
  since?: number | undefined;
  until?: number | undefined;
  actions?: readonly string[] | undefined;
  /** What was made before `since` is kept no more. */
  gone?: boolean;
}

/** A trail as it is at one time. */
export interface SeenTrail {
  /** The records in a window; costs the same however many there are. */
  select(window: Window): Selection;
  /** The records that pass a test, which is shown every one. */
  matching(passes: (record: unknown) => boolean): Selection;
  /** When the newest record was made that is not after a time; epoch milliseconds, undefined where there is none. */
  newest(until?: number): number | undefined;
}

const NONE = new Uint32Array();

const AT_ONCE = 1000;

/**
 * The records stand newest first, as nearly everyone asks for them: each as UTF-8 JSON with a
 * comma behind it, so that neighbours are one slice. A position counts from the newest.
 */
export class Trail {
  /** Times by position, falling. */
  readonly times: Float64Array;
  readonly bytes: Buffer;
  /** Where each record begins; one more than there are records. */
  readonly starts: Float64Array;
  /** The positions of each action, rising. */
  readonly #actions = new Map<string, number[]>();
  readonly #late: LateRecords;
  /** As it is once so many of the late records are visible; only one is kept. */
  #seen: { visible: number; trail: SeenTrail } | undefined;

  /** @param records oldest first; equal times keep this order */
  constructor(records: readonly TrailRecord[]) {
    const sorted = records.toSorted((a, b) => a.time - b.time).reverse();
    this.times = Float64Array.from(sorted, ({ time }) => time);
    this.starts = new Float64Array(records.length + 1);
    const late: LateRecord[] = [];
    let end = 0;
    for (const [position, { json, entry }] of sorted.entries()) {
      const { action, visibleFrom } = entry;
      end += Buffer.byteLength(json) + 1;
      this.starts[position + 1] = end;
      if (action !== undefined) this.#positionsOf(action).push(position);
      if (visibleFrom !== undefined) late.push({ position, visibleFrom, action });
    }
    this.#late = new LateRecords(late);
    this.bytes = Buffer.allocUnsafeSlow(end);
    // One write for many records, as each costs; but a text has a greatest length.
    for (let first = 0; first < sorted.length; first += AT_ONCE) {
      const some = sorted.slice(first, first + AT_ONCE).map(({ json }) => json);
      this.bytes.write(`${some.join(',')},`, this.starts[first] as number);
    }
  }

  get length(): number {
    return this.times.length;
  }

  /** What may be seen of it at a time. @param now epoch milliseconds */
  at(now: number): SeenTrail {
    const visible = this.#late.visibleAt(now);
    if (this.#seen?.visible !== visible)
      this.#seen = { visible, trail: new Seen(this, this.#late.hiddenBeyond(visible)) };
    return this.#seen.trail;
  }

  /** The positions of an action, rising. */
  positionsOf(action: string): readonly number[] {
    return this.#actions.get(action) ?? [];
  }

  #positionsOf(action: string): number[] {
    const known = this.#actions.get(action);
    if (known) return known;
    const made: number[] = [];
    this.#actions.set(action, made);
    return made;
  }
}

/** A trail without what is hidden. */
class Seen implements SeenTrail {
  readonly #trail: Trail;
  readonly #hidden: Hidden;

  constructor(trail: Trail, hidden: Hidden) {
    this.#trail = trail;
    this.#hidden = hidden;
  }

  select({ since, until, actions }: Window): Selection {
    const { times } = this.#trail;
    const first = until === undefined ? 0 : firstPosition(times, (time) => time <= until);
    const end =
      since === undefined
        ? times.length
        : Math.max(
            first,
            firstPosition(times, (time) => time < since),
          );
    const within = (hidden: Uint32Array) =>
      hidden.length === 0 ? hidden : hidden.subarray(...range(hidden, first, end));
    if (actions === undefined)
      return new LaidOutSelection(this.#trail, [{ first, end, hidden: within(this.#hidden.all) }]);
    return new LaidOutSelection(
      this.#trail,
      [...new Set(actions)].map((action) => {
        const positions = this.#trail.positionsOf(action);
        const [from, to] = range(positions, first, end);
        const hidden = within(this.#hidden.ofAction.get(action) ?? NONE);
        return { positions, first: from, end: to, hidden };
      }),
    );
  }

  matching(passes: (record: unknown) => boolean): Selection {
    const hidden = new Set(this.#hidden.all);
    const positions = [...this.#trail.times.keys()].filter(
      (position) => !hidden.has(position) && passes(this.#record(position)),
    );
    return new LaidOutSelection(this.#trail, [
      { positions, first: 0, end: positions.length, hidden: NONE },
    ]);
  }

  newest(until = Number.POSITIVE_INFINITY): number | undefined {
    const { times } = this.#trail;
    const { all } = this.#hidden;
    let position = firstPosition(times, (time) => time <= until);
    for (let i = firstFrom(all, position); all[i] === position; i++) position++;
    return times[position];
  }

  #record(position: number): unknown {
    const { bytes, starts } = this.#trail;
    const end = starts[position + 1] as number;
    return JSON.parse(bytes.toString('utf8', starts[position], end - 1));
  }
}

/** Where positions from `first` up to `end` begin and end in a rising list. */
function range(positions: ArrayLike<number>, first: number, end: number): [number, number] {
  return [firstFrom(positions, first), firstFrom(positions, end)];
}
