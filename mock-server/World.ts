/** A fixture, loaded and alive. */
import type { Credential, Fixture, FixtureTicket, Section } from '../fixtures/language/Fixture.js';
import type { Settings } from '../fixtures/language/VendorLanguage.js';
import { Clock } from './Clock.js';
import { CredentialIndex } from './CredentialIndex.js';
import { Trail } from './Trail.js';
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
      return vendor ? [new WorldPart(section, vendor)] : [];
    });
  }
}

export interface Ticket {
  settings: Settings;
  /** Epoch milliseconds. */
  created: number;
  /** Its trail in each view. */
  trails: ReadonlyMap<string, Trail>;
}

/** One vendor's tickets and credentials. */
export class WorldPart {
  readonly vendor: AnyVendor;
  readonly profile: EngineProfile;
  readonly settings: Settings;
  /** As written, for showing how to begin. */
  readonly credentials: readonly Credential[];
  readonly addresses: readonly (readonly string[])[];
  readonly index = new CredentialIndex();
  /** Every action that occurs. */
  readonly actions: ReadonlySet<string>;
  readonly #tickets: ReadonlyMap<string, Ticket>;

  constructor({ profile, settings, credentials, tickets }: Section, vendor: AnyVendor) {
    this.vendor = vendor;
    this.profile = profile as unknown as EngineProfile;
    this.settings = settings;
    this.credentials = credentials;
    this.addresses = tickets.map(({ address }) => address);
    this.actions = new Set(
      tickets.flatMap(({ records }) => records.flatMap(({ action }) => action ?? [])),
    );
    const views = new Map<string, unknown>();
    for (const { entry, within } of credentials) {
      const view = vendor.view(entry, settings, profile);
      const viewKey = JSON.stringify(view);
      views.set(viewKey, view);
      for (const secret of vendor.secrets(entry, profile))
        this.index.add(secret, { within, view, viewKey });
    }
    this.#tickets = new Map(
      tickets.map((ticket) => {
        const trails = new Map(
          [...views].map(([key, view]) => [key, new Trail(vendor.layOut(ticket, view, profile))]),
        );
        const created = ticket.created ?? oldest(ticket);
        return [addressKey(ticket.address), { settings: ticket.settings, created, trails }];
      }),
    );
  }

  ticket(address: readonly string[]): Ticket | undefined {
    return this.#tickets.get(addressKey(address));
  }
}

function oldest({ records }: FixtureTicket): number {
  return records.reduce((least, { time }) => Math.min(least, time), records[0]?.time ?? 0);
}

function addressKey(address: readonly string[]): string {
  return JSON.stringify(address);
}
