/** A fixture, loaded and alive. */
import type { Fixture, FixtureTicket, Section } from '../fixtures/language/Fixture.js';
import type { Settings } from '../fixtures/language/VendorLanguage.js';
import { depthOf } from '../fixtures/language/wildcards.js';
import { Clock } from './Clock.js';
import { Credentials } from './Credentials.js';
import type { SeenTicket } from './Endpoint.js';
import { LaidOutTicket } from './LaidOutTicket.js';
import { RateLimiter } from './RateLimiter.js';
import type { AnyVendor, EngineProfile } from './Vendor.js';

export class World {
  readonly name: string;
  readonly clock: Clock;
  readonly parts: readonly WorldPart[];

  constructor(fixture: Fixture, vendors: readonly AnyVendor[]) {
    this.name = fixture.name;
    this.clock = new Clock(fixture.now);
    this.parts = fixture.sections.flatMap((section) => {
      const vendor = vendors.find(({ name }) => name === section.vendor);
      return vendor ? [new WorldPart(section, vendor, this.clock.now())] : [];
    });
  }

  /** Takes the place of another world, whose tokens stay good where their credentials are still there. */
  takeOver(before: World): void {
    for (const { vendor, credentials } of this.parts) {
      const part = before.parts.find((one) => one.vendor === vendor);
      if (part) credentials.takeOver(part.credentials);
    }
  }
}

/** One vendor's tickets and credentials. */
export class WorldPart {
  readonly vendor: AnyVendor;
  readonly section: Section;
  readonly profile: EngineProfile;
  readonly settings: Settings;
  readonly credentials: Credentials;
  readonly limiter = new RateLimiter();
  /** Every action that occurs. */
  readonly actions: ReadonlySet<string>;
  readonly #depth: number;
  readonly #now: number;
  /** Each ticket as it is seen in each view, by view and address. */
  readonly #tickets = new Map<string, Map<string, LaidOutTicket>>();

  /** @param now when it comes alive, which is when a ticket was made of which nothing tells; epoch milliseconds */
  constructor(section: Section, vendor: AnyVendor, now: number) {
    this.#now = now;
    this.vendor = vendor;
    this.#depth = depthOf(vendor.language.tickets);
    this.section = section;
    this.profile = section.profile as unknown as EngineProfile;
    this.settings = section.settings;
    this.credentials = new Credentials(section, vendor);
    this.actions = actionsOf(section);
    for (const [viewKey, view] of this.credentials.views)
      this.#tickets.set(
        viewKey,
        new Map(section.tickets.map((ticket) => [key(ticket.address), this.#layOut(ticket, view)])),
      );
  }

  /** Whether an address is as long as a ticket's. */
  isTicket(address: readonly string[]): boolean {
    return address.length === this.#depth;
  }

  /**
   * The ticket at an address, if there is one, or all tickets below it, as they are seen in a view.
   * @param now epoch milliseconds
   */
  tickets(address: readonly string[], viewKey: string, now: number): SeenTicket[] {
    const laidOut = this.#tickets.get(viewKey) as Map<string, LaidOutTicket>;
    if (!this.isTicket(address))
      return [...laidOut.values()]
        .filter((ticket) => address.every((name, i) => name === ticket.address[i]))
        .map((ticket) => ticket.at(now));
    const ticket = laidOut.get(key(address));
    return ticket ? [ticket.at(now)] : [];
  }

  #layOut(ticket: FixtureTicket, view: unknown): LaidOutTicket {
    return new LaidOutTicket(ticket, this.vendor.layOut(ticket, view, this.profile), this.#now);
  }
}

function actionsOf({ tickets }: Section): Set<string> {
  const actions = new Set<string>();
  for (const { records } of tickets)
    for (const { action } of records) if (action !== undefined) actions.add(action);
  return actions;
}

function key(address: readonly string[]): string {
  return JSON.stringify(address);
}
