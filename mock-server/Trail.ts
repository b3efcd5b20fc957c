/** All records of one ticket, laid out once, so that a page is a lookup and a slice. */
import { firstPosition } from './firstPosition.js';
import { Selection } from './Selection.js';

/** What a trail is made of: a record as JSON, and what it can be found by. */
export interface TrailRecord {
  /** Epoch milliseconds. */
  time: number;
  action?: string | undefined;
  json: string;
}

/** Which records are wanted; both bounds are epoch milliseconds and inclusive. */
export interface Window {
  since?: number | undefined;
  until?: number | undefined;
  actions?: readonly string[] | undefined;
}

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

  /** @param records oldest first; equal times keep this order */
  constructor(records: readonly TrailRecord[]) {
    const newestFirst = byTime(records).reverse();
    this.times = Float64Array.from(newestFirst, ({ time }) => time);
    this.starts = new Float64Array(records.length + 1);
    let end = 0;
    for (const [position, { json, action }] of newestFirst.entries()) {
      end += Buffer.byteLength(json) + 1;
      this.starts[position + 1] = end;
      if (action !== undefined) this.#positionsOf(action).push(position);
    }
    this.bytes = Buffer.allocUnsafeSlow(end);
    for (const [position, { json }] of newestFirst.entries())
      this.bytes.write(`${json},`, this.starts[position] as number);
  }

  get length(): number {
    return this.times.length;
  }

  /** When the first record was made, in epoch milliseconds; undefined for an empty trail. */
  get oldest(): number | undefined {
    return this.times.at(-1);
  }

  /** The records in a window; costs the same however many there are. */
  select({
    since = Number.NEGATIVE_INFINITY,
    until = Number.POSITIVE_INFINITY,
    actions,
  }: Window): Selection {
    const first = firstPosition(this.times, (time) => time <= until);
    const end = Math.max(
      first,
      firstPosition(this.times, (time) => time < since),
    );
    if (actions === undefined) return new Selection(this, [{ first, end }]);
    return new Selection(
      this,
      [...new Set(actions)].map((action) => {
        const positions = this.#actions.get(action) ?? [];
        return {
          positions,
          first: firstPosition(positions, (position) => position >= first),
          end: firstPosition(positions, (position) => position >= end),
        };
      }),
    );
  }

  /** The records that pass a test, which is shown every one. */
  matching(passes: (record: unknown) => boolean): Selection {
    const positions = [...this.times.keys()].filter((position) => passes(this.#record(position)));
    return new Selection(this, [{ positions, first: 0, end: positions.length }]);
  }

  #record(position: number): unknown {
    const [start, end] = [this.starts[position], this.starts[position + 1] as number];
    return JSON.parse(this.bytes.toString('utf8', start, end - 1));
  }

  #positionsOf(action: string): number[] {
    const known = this.#actions.get(action);
    if (known) return known;
    const made: number[] = [];
    this.#actions.set(action, made);
    return made;
  }
}

function byTime(records: readonly TrailRecord[]): TrailRecord[] {
  return records.toSorted((a, b) => a.time - b.time);
}
