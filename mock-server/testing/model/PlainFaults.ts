/** The faults of the model's session: which of them a request meets, and what they do to the lists. */
import { isMeant } from '../isMeant.js';
import { dialects } from './dialects.js';
import { deedOf, isPossible, type Place, type PlainFault } from './PlainFault.js';
import type { PlainVendor } from './PlainVendor.js';
import type { Ask, Drawn } from './steps.js';

/** A clock that is a number, and what numbers records. */
export interface Times {
  now: number;
  born: number;
  next: number;
}

export interface Request {
  vendor: PlainVendor;
  place: Place;
  /** Of a request for records. */
  ask: Ask | undefined;
  method: string;
}

interface Growing {
  count: number;
  ago?: string;
  every?: string;
}

export class PlainFaults {
  readonly #times: Times;
  #armed: readonly PlainFault[] = [];

  constructor(times: Times) {
    this.#times = times;
  }

  arm(faults: readonly Drawn[]): void {
    this.#armed = faults.map((given) => ({ given, met: 0, fired: 0 }));
  }

  get fired(): number[] {
    return this.#armed.map(({ fired }) => fired);
  }

  /** Each after those before it have happened. */
  meet(request: Request): PlainFault[] {
    return this.#armed.filter((fault) => {
      const { nth = '1..', times = Number.POSITIVE_INFINITY } = fault.given.when;
      if (!this.#holds(fault, request) || !this.#fits(fault, request)) return false;
      fault.met++;
      if (!isMeant(nth, fault.met) || fault.fired >= times) return false;
      fault.fired++;
      this.#happen(fault, request);
      return true;
    });
  }

  #holds(fault: PlainFault, { vendor, place, ask, method }: Request): boolean {
    const { name } = vendor;
    const { when } = fault.given;
    const age = this.#times.now - this.#times.born;
    return (
      isPossible(fault, name, place, vendor.isPaged) &&
      (when.vendor ?? name) === name &&
      (when.endpoint ?? place) === place &&
      (when.method ?? method) === method &&
      (when.page === undefined || (ask !== undefined && vendor.pageOf(ask) === when.page)) &&
      (when.after === undefined || age >= lengthOf(when.after)) &&
      (when.before === undefined || age < lengthOf(when.before)) &&
      (when.ticket === undefined || when.ticket === ask?.ticket) &&
      (when.query === undefined || says(vendor, ask, when.query)) &&
      (when.tokenAge === undefined || this.#isOld(vendor, ask, lengthOf(when.tokenAge)))
    );
  }

  #isOld(vendor: PlainVendor, ask: Ask | undefined, age: number): boolean {
    const { now } = this.#times;
    const { since = now } = vendor.token ?? {};
    return ask !== undefined && vendor.isKnown('audit-log', now) && now - since >= age;
  }

  #fits({ given }: PlainFault, { vendor, place, ask }: Request): boolean {
    const [name, value] = deedOf(given);
    const { now } = this.#times;
    const isKnown = vendor.isKnown(place, now);
    if (name === 'revoke') return isKnown;
    if (name === 'endToken') return isKnown && vendor.hasToken(now);
    if (name === 'stale') return ask !== undefined && vendor.pageOf(ask) > 1;
    if (!['append', 'retain', 'deleteTicket', 'mergeTicket'].includes(name)) return true;
    if (!ask || !isKnown || vendor.ticket(ask.ticket).deleted) return false;
    if (name === 'mergeTicket') return ask.ticket !== value;
    if (name !== 'append') return true;
    const { count, every } = growing(value);
    if (vendor.room < count) return false;
    if (every === undefined) return true;
    return this.#due(every) > (vendor.caughtUp.get(`${ask.ticket} ${count} ${every}`) ?? 0);
  }

  #happen({ given }: PlainFault, { vendor, ask }: Request): void {
    const [name, value] = deedOf(given);
    if (name === 'clock') this.#times.now += lengthOf(value as string);
    if (name === 'revoke') vendor.isGood = false;
    if (name === 'revoke' || name === 'endToken') vendor.token = undefined;
    if (!ask) return;
    const ticket = vendor.ticket(ask.ticket);
    if (name === 'retain') ticket.forget(this.#times.now - lengthOf(value as string));
    if (name === 'deleteTicket' || name === 'mergeTicket') ticket.deleted = true;
    if (name === 'mergeTicket') vendor.merge(ticket, value as string);
    if (name === 'append') this.#grow(growing(value), vendor, ask.ticket);
  }

  #grow({ count, ago, every }: Growing, vendor: PlainVendor, id: string) {
    const { now, born } = this.#times;
    const grow = (time: number) => {
      const made = () => ({ i: this.#times.next++, time, action: undefined });
      vendor.add(id, Array.from({ length: count }, made));
    };
    const growAtEnd = (time: number) =>
      grow(Math.max(time, ...vendor.ticket(id).list.map(({ time }) => time)));
    if (ago !== undefined) return grow(now - lengthOf(ago));
    if (every === undefined) return growAtEnd(now);
    const key = `${id} ${count} ${every}`;
    let done = vendor.caughtUp.get(key) ?? 0;
    while (done < this.#due(every) && vendor.room >= count)
      growAtEnd(born + ++done * lengthOf(every));
    vendor.caughtUp.set(key, done);
  }

  #due(every: string): number {
    return Math.floor((this.#times.now - this.#times.born) / lengthOf(every));
  }
}

function growing(value: unknown): Growing {
  return typeof value === 'number' ? { count: value } : (value as Growing);
}

function says(
  vendor: PlainVendor,
  ask: Ask | undefined,
  query: Readonly<Record<string, string>>,
): boolean {
  if (!ask || !vendor.isPaged) return false;
  return query[dialects[vendor.name].pageKey] === String(ask.page);
}

/** Milliseconds of a duration in seconds or hours. */
export function lengthOf(duration: string): number {
  const [, number, unit] = /^PT(\d+)([SH])$/.exec(duration) ?? [];
  return Number(number) * (unit === 'H' ? 3_600_000 : 1000);
}
