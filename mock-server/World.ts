/** A fixture, loaded and alive. */
import type { Fixture, FixtureTicket, Section } from '../fixtures/language/readFixture.js';
import { Clock } from './Clock.js';
import { CredentialIndex } from './CredentialIndex.js';
import { Trail } from './Trail.js';
import type { Ticket, Vendor } from './Vendor.js';

export class World {
  readonly name: string;
  readonly clock: Clock;
  readonly parts: readonly WorldPart[];

  constructor(fixture: Fixture, vendors: readonly Vendor[]) {
    this.name = fixture.name;
    this.clock = new Clock(fixture.now);
    this.parts = fixture.sections.flatMap((section) => {
      const vendor = vendors.find(({ name }) => name === section.vendor);
      return vendor ? [new WorldPart(section, vendor)] : [];
    });
  }
}

/** One vendor's tickets and credentials. */
export class WorldPart {
  readonly vendor: Vendor;
  readonly section: Section;
  readonly credentials = new CredentialIndex();
  readonly #tickets = new Map<string, Ticket>();

  constructor(section: Section, vendor: Vendor) {
    this.vendor = vendor;
    this.section = section;
    for (const { entry, within } of section.credentials)
      for (const secret of vendor.secrets(entry)) this.credentials.add(secret, { within });
    for (const ticket of section.tickets) this.#tickets.set(key(ticket.address), layOut(ticket));
  }

  ticket(address: readonly string[]): Ticket | undefined {
    return this.#tickets.get(key(address));
  }
}

function layOut({ address, created, records }: FixtureTicket): Ticket {
  const trail = new Trail(
    records.map(({ time, action, record }) => ({ time, action, json: JSON.stringify(record) })),
  );
  return { address, created: created ?? trail.oldest ?? 0, trail };
}

function key(address: readonly string[]): string {
  return JSON.stringify(address);
}
