/** All records of one ticket, laid out once, so that a page is a lookup and a slice. */
import { firstBefore } from './firstBefore.js';
import { firstFrom } from './firstFrom.js';
import { LaidOutSelection } from './LaidOutSelection.js';
import type { LaidRecords } from './LaidRecords.js';
import { type Hidden, LateRecords } from './LateRecords.js';
import type { Selection } from './Selection.js';

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

export class Trail {
  readonly times: Float64Array;
  readonly bytes: Buffer;
  readonly starts: Float64Array;
  readonly #actions: ReadonlyMap<string, Uint32Array>;
  readonly #late: LateRecords;
  /** As it is once so many of the late records are visible; only one is kept. */
  #seen: { visible: number; trail: SeenTrail } | undefined;

  constructor({ times, bytes, starts, actions, late }: LaidRecords) {
    this.times = times;
    this.bytes = bytes;
    this.starts = starts;
    this.#actions = actions;
    this.#late = new LateRecords(late);
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
  positionsOf(action: string): Uint32Array {
    return this.#actions.get(action) ?? NONE;
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
    const first = until === undefined ? 0 : firstBefore(times, until, true);
    const end =
      since === undefined ? times.length : Math.max(first, firstBefore(times, since, false));
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
    let position = firstBefore(times, until, true);
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
