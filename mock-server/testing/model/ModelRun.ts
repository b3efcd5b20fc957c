/** A session and its model, which are asked and changed in the same way and held against each other. */
import { expect } from 'vitest';
import type { SessionVendor, Simulator, SimulatorSession } from '../../Simulator.js';
import { asking, type Seen } from './asking.js';
import { dialects } from './dialects.js';
import { isPossible, seenAs, type VendorName } from './PlainFault.js';
import { lengthOf } from './PlainFaults.js';
import { BORN, type Expected, PlainSession, START } from './PlainSession.js';
import type { Plain, Wanted } from './PlainTicket.js';
import { plainVerdict } from './plainVerdict.js';
import { type Ask, type Drawn, type Given, type Step, TICKETS } from './steps.js';

const names = Object.keys(dialects) as VendorName[];

/** Of each cause, no more are named one by one. */
const MOST_TOLD = 1000;

export interface ModelWorld {
  listed: Given[];
  paged: boolean;
  turned: boolean;
  armed: Drawn[];
}

/** Those that some vendor can have; to give others is a mistake. */
function possible(drawn: readonly Drawn[], { paged }: ModelWorld): Drawn[] {
  return drawn
    .filter(
      ({ when: { after, before } }) => !(after && before) || lengthOf(after) < lengthOf(before),
    )
    .filter((given) =>
      names
        .filter((vendor) => (given.when.vendor ?? vendor) === vendor)
        .some((vendor) =>
          (['audit-log', 'token'] as const)
            .filter((place) => (given.when.endpoint ?? place) === place)
            .some((place) => isPossible({ given }, vendor, place, paged || vendor === 'helpshift')),
        ),
    );
}

/** A record as a fixture frames it. */
function framed(vendor: VendorName, plain: Plain): object {
  const { time, visibleFrom, hidden } = plain;
  return {
    at: new Date(time).toISOString(),
    record: dialects[vendor].record(plain),
    ...(visibleFrom !== undefined && { visibleAfter: `PT${(visibleFrom - time) / 1000}S` }),
    ...(hidden && { visibleTo: 'technician' }),
  };
}

/** A session and its model, which is asked and changed in the same way. */
export class ModelRun {
  readonly #url: string;
  readonly #world: ModelWorld;
  readonly #session: SimulatorSession;
  #plain: PlainSession;
  /** What is used to ask with, of vendors that have tokens, and the numbers of the tokens. */
  readonly #tokens = new Map<VendorName, string>();
  /** What came into being by itself, once it was seen, by its number. */
  readonly #grown = new Map<number, string>();
  readonly #key: string;
  readonly #credentials: Readonly<Record<string, SessionVendor>>;

  constructor(world: ModelWorld, session: SimulatorSession, plain: PlainSession, url: string) {
    this.#url = url;
    this.#world = world;
    this.#session = session;
    this.#plain = plain;
    // They are listed no more once they are revoked.
    this.#credentials = session.vendors;
    this.#key = session.vendors.helpshift?.credentials[0]?.api_key ?? '';
  }

  static async begun(simulator: Simulator, world: ModelWorld): Promise<ModelRun> {
    const plain = new PlainSession(world.listed, world);
    const sections = names.map((vendor) => {
      const records = TICKETS.map((id) => [
        id,
        plain
          .vendor(vendor)
          .ticket(id)
          .list.map((one) => framed(vendor, one)),
      ]);
      const { profile, section } = dialects[vendor];
      return [vendor, section(profile(world.paged, world.turned), Object.fromEntries(records))];
    });
    const armed = possible(world.armed, world);
    plain.faults.arm(armed);
    const session = await simulator.sessions.open({
      fixture: {
        name: 'model',
        now: new Date(BORN).toISOString(),
        ...Object.fromEntries(sections),
      },
      faults: armed,
    });
    return new ModelRun(world, session, plain, simulator.url);
  }

  async step(step: Step): Promise<void> {
    const [session, plain] = [this.#session, this.#plain];
    if (step.do === 'ask') await (this.#canAsk(step.vendor) ? this.#ask(step) : this.#fetch(step));
    else if (step.do === 'fetch') await this.#fetch(step);
    else if (step.do === 'append') {
      const more = plain.made(step.vendor, step.records);
      const { target } = dialects[step.vendor];
      const records = more.map((one) => framed(step.vendor, one));
      const append = () => session.append(step.vendor, target(step.ticket), records);
      if (plain.vendor(step.vendor).add(step.ticket, more)) append();
      else expect(append).toThrow('expected at most 10000 records');
    } else if (step.do === 'forget') {
      const before = START + step.second * 1000;
      plain.vendor(step.vendor).ticket(step.ticket).forget(before);
      const { target } = dialects[step.vendor];
      session.forget(step.vendor, target(step.ticket), new Date(before).toISOString());
    } else if (step.do === 'wait') {
      plain.times.now += step.seconds * 1000;
      session.clock.set(new Date(plain.times.now).toISOString());
    } else if (step.do === 'arm') {
      const armed = possible(step.faults, this.#world);
      session.setFaults(armed);
      plain.faults.arm(armed);
    } else if (step.do === 'judge') this.#judge(step.vendor, step.ticket, step.window);
    else this.#reset();
    this.#check();
  }

  /** Holds all verdicts and the journal against the model. */
  end(): void {
    for (const vendor of names) for (const ticket of TICKETS) this.#judge(vendor, ticket, null);
    const { entries } = this.#session.journal();
    expect(entries.map(({ fault }) => fault)).toEqual(this.#plain.journal);
  }

  /** Whether there is something to ask with. */
  #canAsk(vendor: VendorName): boolean {
    return dialects[vendor].lifetime === undefined || this.#tokens.has(vendor);
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  #check(): void {
    expect(this.#session.clock.now()).toBe(this.#plain.times.now);
    expect(this.#session.faults().map(({ fired }) => fired)).toEqual(this.#plain.faults.fired);
  }

  #reset(): void {
    this.end();
    this.#session.reset();
    this.#tokens.clear();
    this.#grown.clear();
    this.#plain = new PlainSession(this.#world.listed, this.#world);
    this.#plain.faults.arm(possible(this.#world.armed, this.#world));
  }

  async #fetch({ vendor }: { vendor: VendorName }): Promise<void> {
    const [credential = {}] = this.#credentials[vendor]?.credentials ?? [];
    const sent = dialects[vendor].fetch(credential);
    if (!sent) return;
    const { reply, token } = this.#plain.fetch(vendor);
    const seen = await asking(this.#url, sent);
    const as = seenAs(reply);
    expect(seen.status).toBe(as === 'nothing' ? undefined : reply.status);
    expect(seen.json === undefined).toBe(as === 'nothing' || as === 'rubbish');
    if (as !== 'answer') return;
    this.#tokens.set(vendor, (seen.json as { access_token: string }).access_token);
    this.#plain.vendor(vendor).has = token;
  }

  async #ask(ask: Ask): Promise<void> {
    const { vendor } = ask;
    const window: Wanted | undefined = ask.window
      ? {
          since: START + ask.window[0] * 1000,
          until: START + ask.window[1] * 1000,
          action: undefined,
        }
      : undefined;
    const sent = dialects[vendor].send(
      ask,
      this.#world.paged,
      window,
      this.#tokens.get(vendor) ?? this.#key,
    );
    if (ask.zip) sent.headers['accept-encoding'] = 'gzip';
    const expected = this.#plain.ask(ask, sent.method, window);
    const seen = await asking(this.#url, sent);
    this.#compare(ask, sent.method, expected, seen);
  }

  #compare({ vendor }: Ask, method: string, { reply, records, total, more }: Expected, seen: Seen) {
    const as = seenAs(reply);
    expect(seen.status).toBe(as === 'nothing' ? undefined : reply.status);
    if (method === 'HEAD') return;
    expect(seen.json === undefined).toBe(as === 'nothing' || as === 'rubbish');
    if (as !== 'answer') return;
    const told = dialects[vendor].read(seen.json);
    expect(told.records).toEqual(
      records.map((plain, k) => {
        const time = dialects[vendor].time(plain.time);
        if (plain.action !== undefined) return { ...dialects[vendor].record(plain), ...time };
        const found = told.records[k] as object;
        this.#meet(plain, found);
        return { ...found, ...time };
      }),
    );
    if (told.total !== undefined) expect(told.total).toBe(total);
    if (told.more !== undefined) expect(told.more).toBe(more);
  }

  /** What came into being by itself is always the same, and unlike all others. */
  #meet({ i }: Plain, found: object): void {
    const text = JSON.stringify(found);
    const known = this.#grown.get(i);
    if (known === undefined) expect([...this.#grown.values()]).not.toContain(text);
    this.#grown.set(i, known ?? text);
    expect(text).toBe(known ?? text);
  }

  #judge(vendor: VendorName, id: string, window: [number, number] | null): void {
    const ticket = this.#plain.vendor(vendor).ticket(id);
    const asked = window?.map((second) => START + second * 1000);
    const expected = plainVerdict(
      ticket,
      asked && { since: asked[0] as number, until: asked[1] as number },
    );
    const verdict = this.#session.completeness({
      ...{ vendor, target: dialects[vendor].target(id) },
      ...(asked && {
        since: new Date(asked[0] as number).toISOString(),
        until: new Date(asked[1] as number).toISOString(),
      }),
    });
    expect(verdict.judged).toBe(expected !== undefined);
    if (!expected) return;
    const told = ({ gist, marker, time }: (typeof verdict.missedEvents)[0]) =>
      marker === undefined ? Number(/i (\d+)/.exec(gist)?.[1]) : Date.parse(time);
    const meant = (one: Plain) => (one.action === undefined ? ticket.told(one) : one.i);
    const tells = (events: typeof verdict.missedEvents, all: readonly Plain[]) => {
      if (all.length <= MOST_TOLD) return expect(events.map(told)).toEqual(all.map(meant));
      expect(events.length).toBeGreaterThanOrEqual(MOST_TOLD);
      expect(all.map(meant)).toEqual(expect.arrayContaining(events.map(told)));
    };
    tells(verdict.missedEvents, expected.missed);
    tells(verdict.repeatedEvents, expected.repeated);
    expect(sumOf(verdict.missedBecause)).toBe(expected.missed.length);
    expect(sumOf(verdict.repeatedBecause)).toBe(expected.repeated.length);
    expect(verdict.events).toBe(expected.events);
    expect(verdict.served).toBe(expected.events - expected.missed.length);
  }
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
