/** What is known of a ticket's records once all of them have been read, and by which names cases speak of it. */
import { keyOf } from './keyOf.js';
import type { VendorServer } from './VendorServer.js';

export class Trail {
  /** Oldest first. */
  readonly records: readonly unknown[];
  /** Their different times, in order. */
  readonly times: readonly number[];
  /** Their kinds, the commonest first. */
  readonly kinds: readonly string[];
  readonly #vendor: VendorServer;
  readonly #until: number;
  readonly #now: number;
  readonly #keys: ReadonlySet<string>;

  /**
   * @param records in either order
   * @param until after which nothing is looked at, in milliseconds since 1970
   * @param now by the server's clock, in milliseconds since 1970
   */
  constructor(records: readonly unknown[], vendor: VendorServer, until: number, now: number) {
    this.#vendor = vendor;
    this.#until = until;
    this.#now = now;
    const times = records.flatMap((record) => vendor.timeOf(record) ?? []);
    const isTurned = (times[0] ?? 0) > (times.at(-1) ?? 0);
    this.records = isTurned ? [...records].reverse() : records;
    this.times = [...new Set(times)].sort((a, b) => a - b);
    this.kinds = commonest(records.map((record) => vendor.kindOf(record)));
    this.#keys = new Set(records.map(keyOf));
  }

  /** Numbers that cases may name. */
  number(name: string): number | undefined {
    const count = this.records.length;
    const numbers: Readonly<Record<string, number>> = {
      count,
      third: Math.max(1, Math.ceil(count / 3)),
      beyond: count + 1,
    };
    return Object.hasOwn(numbers, name) ? numbers[name] : undefined;
  }

  /** A time such as `middle`, or `last+1`, one step later; `until` is when looking ends, `now` what the server's clock says; milliseconds since 1970. */
  time(name: string): number | undefined {
    const [, place = '', offset = '0'] =
      /^(first|middle|last|until|now)([+-]\d+)?$/.exec(name) ?? [];
    const places: Readonly<Record<string, number | undefined>> = {
      first: this.times[0],
      middle: this.times[Math.floor(this.times.length / 2)],
      last: this.times.at(-1),
      until: this.#until,
      now: this.#now,
    };
    const time = places[place];
    return time === undefined ? undefined : time + Number(offset) * this.#vendor.step;
  }

  /**
   * A text with what the names in its braces stand for.
   * @throws Error where there is no such name
   */
  filled(text: string): string {
    return text.replace(/\{([a-zA-Z]+(?:[+-]\d+)?)\}/g, (_, name: string) => {
      const time = this.time(name);
      const value =
        time === undefined ? (this.number(name) ?? this.#text(name)) : this.#vendor.written(time);
      if (value === undefined) throw new Error(`a trail gives nothing that is called {${name}}`);
      return String(value);
    });
  }

  /** Whether a record does not belong to what has come since the trail was read. */
  isHeld(record: unknown): boolean {
    const newest = this.times.at(-1) ?? 0;
    return (
      this.#keys.has(keyOf(record)) ||
      (this.#vendor.timeOf(record) ?? Number.NEGATIVE_INFINITY) < newest
    );
  }

  #text(name: string): string | undefined {
    const [kind = ''] = this.kinds;
    const texts: Readonly<Record<string, string>> = {
      kind,
      kindJson: JSON.stringify(kind),
      otherKind: this.kinds[1] ?? '',
      otherKindJson: JSON.stringify(this.kinds[1] ?? ''),
      kindsJson: JSON.stringify(this.kinds),
    };
    return Object.hasOwn(texts, name) ? texts[name] : undefined;
  }
}

function commonest(kinds: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([kind]) => kind);
}
