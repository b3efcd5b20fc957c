/** A session as a model: plain lists, counts, and a clock that is a number. */
import { dialects } from './dialects.js';
import { change, deedOf, type PlainFault, type PlainReply, type VendorName } from './PlainFault.js';
import { PlainFaults, type Request } from './PlainFaults.js';
import { type Plain, type PlainPage, pageOf, type Wanted } from './PlainTicket.js';
import { PlainVendor } from './PlainVendor.js';
import { type Ask, type Given, TICKETS } from './steps.js';

export const START = Date.UTC(2025, 10, 3, 9);
/** When the session begins. */
export const BORN = START + 3_600_000;

/** What is to be seen of a request for records. */
export interface Expected {
  reply: PlainReply;
  records: readonly Plain[];
  total: number;
  more: boolean;
}

export class PlainSession {
  readonly times = { now: BORN, born: BORN, next: 0 };
  readonly faults = new PlainFaults(this.times);
  /** The names of the faults that each request met. */
  readonly journal: (string | undefined)[] = [];
  readonly #vendors: ReadonlyMap<VendorName, PlainVendor>;
  #tokens = 0;

  constructor(listed: readonly Given[], how: { paged: boolean; turned: boolean }) {
    const names = Object.keys(dialects) as VendorName[];
    this.#vendors = new Map(names.map((name) => [name, new PlainVendor(name, how)]));
    const inTime = listed.toSorted((a, b) => a.half - b.half);
    for (const name of names)
      for (const id of TICKETS) {
        const some = id === '1' ? inTime : inTime.slice(0, 2);
        this.vendor(name).ticket(id).begin(this.made(name, some));
      }
  }

  vendor(name: VendorName): PlainVendor {
    return this.#vendors.get(name) as PlainVendor;
  }

  /** As the vendor has them. */
  made(name: VendorName, given: readonly Given[]): Plain[] {
    return given.map(({ half, late, hidden }) => {
      const i = this.times.next++;
      const time = START + half * 500;
      return {
        ...{ i, time, action: i % 2 ? 'a' : 'b', hidden: hidden && name === 'motadata' },
        visibleFrom: late === null ? undefined : Math.max(time, BORN) + late * 1000,
      };
    });
  }

  ask(ask: Ask, method: string, window: Wanted | undefined): Expected {
    const vendor = this.vendor(ask.vendor);
    const met = this.#meet({ vendor, place: 'audit-log', ask, method });
    const ticket = vendor.ticket(ask.ticket);
    const no = { records: [], total: 0, more: false };
    if (!vendor.isKnown('audit-log', this.times.now))
      return { reply: replyOf(dialects[ask.vendor].unknown, met, ask.zip), ...no };
    if (ticket.deleted) return { reply: replyOf(404, met, ask.zip), ...no };
    const reply = replyOf(200, met, ask.zip);
    const { now } = this.times;
    const state = { now, count: ticket.list.length, floor: ticket.floor };
    const wanted = dialects[ask.vendor].wanted(ask, window, now);
    const selected = ticket.selected(wanted, state);
    const page = pageAsked(vendor, ask, selected.length);
    const records = pageOf(selected, { ...page, from: page.from - staleness(met) * page.size });
    const got = reply.delivery === 'whole' ? records : [];
    // Of what is asked for by HEAD, nobody gets any.
    if (method !== 'HEAD') ticket.answers.push({ ...state, wanted, page, got });
    const more = page.from + page.size < selected.length;
    return { reply, records, ...lied({ total: selected.length, more }, met) };
  }

  /** @returns what is seen, and the number of the token */
  fetch(name: VendorName): { reply: PlainReply; token: number | undefined } {
    const vendor = this.vendor(name);
    const met = this.#meet({ vendor, place: 'token', ask: undefined, method: 'POST' });
    const { now } = this.times;
    if (vendor.isGood && !vendor.hasToken(now)) vendor.token = { n: this.#tokens++, since: now };
    return { reply: replyOf(vendor.isGood ? 200 : 401, met, false), token: vendor.token?.n };
  }

  #meet(request: Request): PlainFault[] {
    const met = this.faults.meet(request);
    const names = met.map(({ given }) => deedOf(given)[0]).join(', ');
    this.journal.push(names === '' ? undefined : names);
    return met;
  }
}

function pageAsked(vendor: PlainVendor, ask: Ask, total: number): PlainPage {
  const desc = vendor.name === 'motadata' || ask.desc;
  if (!vendor.isPaged) return { desc, from: 0, size: total };
  return { desc, from: (ask.page - 1) * ask.size, size: ask.size };
}

/** By how many pages the records stand off. */
function staleness(met: readonly PlainFault[]): number {
  return met.filter(({ given }) => given.do === 'stale').length;
}

/** What is said of how much there is. */
function lied(said: { total: number; more: boolean }, met: readonly PlainFault[]) {
  let { total, more } = said;
  for (const { given } of met) {
    const [name, value] = deedOf(given);
    if (name === 'total') total = Math.max(0, total + (value as number));
    if (name === 'nextPage') more = value as boolean;
  }
  return { total, more };
}

/** @param zip whether the client takes gzip */
function replyOf(status: number, met: readonly PlainFault[], zip: boolean): PlainReply {
  const reply: PlainReply = {
    ...{ status, form: status === 200 ? 'answer' : 'refusal', delivery: 'whole', end: undefined },
    ...{ lie: 0, spoilt: false },
  };
  for (const { given } of met) change(reply, given, zip);
  return reply;
}
