/** A ticket as a plain list of records, and of the answers about it. */

/** A record, as far as the model knows it. */
export interface Plain {
  /** Its own number; among records of one time, the order in which they came. */
  i: number;
  /** Epoch milliseconds. */
  time: number;
  /** Undefined where it came into being by itself, with an action that nobody asks for. */
  action: string | undefined;
  /** From when on it may be seen, where that is later than it was made; epoch milliseconds. */
  visibleFrom?: number | undefined;
  /** Whether the client may never see it. */
  hidden?: boolean;
}

/** What is asked for of a ticket; epoch milliseconds, both inclusive. */
export interface Wanted {
  since: number;
  until: number;
  action: string | undefined;
}

export interface PlainPage {
  desc: boolean;
  from: number;
  size: number;
}

/** An answer, and how the list was then. */
export interface Answer {
  now: number;
  wanted: Wanted;
  page: PlainPage;
  count: number;
  floor: number;
  /** What the client got of it. */
  got: readonly Plain[];
}

/** How the vendor tells times and orders records of one time. */
export interface Order {
  /** Milliseconds of which a record's time is told. */
  unit: number;
  /** Whether records of one told time stand the other way round. */
  turned: boolean;
}

export class PlainTicket {
  readonly list: Plain[] = [];
  /** How many of them, the first, the fixture has. */
  listed = 0;
  readonly answers: Answer[] = [];
  floor = Number.NEGATIVE_INFINITY;
  deleted = false;
  readonly order: Order;

  constructor(order: Order) {
    this.order = order;
  }

  /** Its time as it is told. */
  told({ time }: Plain): number {
    return Math.floor(time / this.order.unit) * this.order.unit;
  }

  /** Has them from the beginning. */
  begin(listed: readonly Plain[]): void {
    this.list.push(...listed);
    this.listed = listed.length;
  }

  forget(floor: number): void {
    this.floor = Math.max(this.floor, floor);
  }

  /** What may be read and is wanted, in ascending order. @param state how the list was */
  selected(
    { since, until, action }: Wanted,
    { now, count, floor }: Pick<Answer, 'now' | 'count' | 'floor'>,
  ): Plain[] {
    return this.#sorted(this.list.slice(0, count)).filter(
      (one) =>
        one.time >= floor &&
        (one.visibleFrom ?? now) <= now &&
        !one.hidden &&
        this.told(one) >= since &&
        this.told(one) <= until &&
        (action ?? one.action) === one.action,
    );
  }

  #sorted(list: Plain[]): Plain[] {
    const turn = this.order.turned ? -1 : 1;
    return list
      .map((one, place) => ({ one, place }))
      .sort(
        (a, b) =>
          this.told(a.one) - this.told(b.one) ||
          turn * (a.one.time - b.one.time || a.place - b.place),
      )
      .map(({ one }) => one);
  }
}

/** A page of what is selected. */
export function pageOf(selected: readonly Plain[], { desc, from, size }: PlainPage): Plain[] {
  const ordered = desc ? selected.toReversed() : selected;
  return ordered.slice(Math.max(0, from), Math.max(0, from) + size);
}
