/** One vendor of the model's session: its tickets, its one credential, and what its client knows. */
import { dialects } from './dialects.js';
import type { Place, VendorName } from './PlainFault.js';
import { type Plain, PlainTicket } from './PlainTicket.js';
import { type Ask, TICKETS } from './steps.js';

/** More records are not added to a vendor of a session. */
const MOST_ADDED = 10_000;

export class PlainVendor {
  readonly name: VendorName;
  readonly isPaged: boolean;
  readonly tickets: ReadonlyMap<string, PlainTicket>;
  /** Whether the credential is good. */
  isGood = true;
  /** The live one, with its number, and since when; epoch milliseconds. */
  token: { n: number; since: number } | undefined;
  /** The number of the token that the client has. */
  has: number | undefined;
  /** How many more records may be added. */
  room = MOST_ADDED;
  /** How often what happens by the clock has happened, by ticket and what it is. */
  readonly caughtUp = new Map<string, number>();

  constructor(name: VendorName, { paged, turned }: { paged: boolean; turned: boolean }) {
    const hasKeys = dialects[name].lifetime === undefined;
    this.name = name;
    this.isPaged = hasKeys || paged;
    const order = { unit: dialects[name].unit, turned: turned && !hasKeys };
    this.tickets = new Map(TICKETS.map((id) => [id, new PlainTicket(order)]));
  }

  ticket(id: string): PlainTicket {
    return this.tickets.get(id) as PlainTicket;
  }

  /** @returns whether there is room for them; else none is added */
  add(id: string, more: readonly Plain[]): boolean {
    if (more.length > this.room) return false;
    this.room -= more.length;
    this.ticket(id).list.push(...more);
    return true;
  }

  /** What a ticket still has becomes another's, what the fixture has of it as far as there is room. */
  merge(gone: PlainTicket, into: string): void {
    const isLeft = ({ time }: Plain) => time >= gone.floor;
    const { list, listed } = gone;
    this.add(into, list.slice(0, listed).filter(isLeft).slice(0, this.room));
    this.ticket(into).list.push(...list.slice(listed).filter(isLeft));
  }

  hasToken(now: number): boolean {
    const { lifetime = 0 } = dialects[this.name];
    return this.token !== undefined && now < this.token.since + lifetime;
  }

  /** Whether what a request is sent with is good. */
  isKnown(place: Place, now: number): boolean {
    if (dialects[this.name].lifetime === undefined || place === 'token') return this.isGood;
    return this.hasToken(now) && this.token?.n === this.has;
  }

  pageOf({ page }: Ask): number {
    return this.isPaged ? page : 1;
  }
}
