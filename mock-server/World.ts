/** A fixture, loaded and laid out; sessions play it, and none of them changes it. */
import { isDeepStrictEqual } from 'node:util';
import type { Fault } from '../fixtures/language/Fault.js';
import type { Fixture, FixtureTicket, Section } from '../fixtures/language/Fixture.js';
import type { Settings } from '../fixtures/language/VendorLanguage.js';
import { depthOf } from '../fixtures/language/wildcards.js';
import { LaidOutTicket } from './LaidOutTicket.js';
import { Misuse } from './Misuse.js';
import { type SeenForm, seenForm } from './SeenForm.js';
import type { AnyVendor, EngineProfile } from './Vendor.js';

export class World {
  readonly name: string;
  /** The instant at which a clock of it stands still; undefined where it runs. Epoch milliseconds. */
  readonly now: number | undefined;
  readonly parts: readonly WorldPart[];
  readonly faults: readonly Fault[];

  constructor(fixture: Fixture, vendors: readonly AnyVendor[]) {
    this.name = fixture.name;
    this.now = fixture.now;
    this.faults = fixture.faults ?? [];
    this.parts = fixture.sections.flatMap((section) => {
      const vendor = vendors.find(({ name }) => name === section.vendor);
      return vendor ? [new WorldPart(section, vendor)] : [];
    });
  }
}

/** One vendor's tickets, as they are seen in each view. */
export class WorldPart {
  readonly vendor: AnyVendor;
  readonly section: Section;
  readonly profile: EngineProfile;
  readonly settings: Settings;
  /** Every action that occurs. */
  readonly actions: ReadonlySet<string>;
  readonly #depth: number;
  #targets: readonly Readonly<Record<string, string>>[] | undefined;
  readonly #views = new Map<string, ViewedTickets>();

  constructor(section: Section, vendor: AnyVendor) {
    this.vendor = vendor;
    this.#depth = depthOf(vendor.language.tickets);
    this.section = section;
    this.profile = section.profile as unknown as EngineProfile;
    this.settings = section.settings;
    this.actions = actionsOf(section);
    for (const { entry } of section.credentials) this.seenIn(this.view(entry));
  }

  /** Whether an address is as long as a ticket's. */
  isTicket(address: readonly string[]): boolean {
    return address.length === this.#depth;
  }

  /** The names that lead to each ticket. */
  get targets(): readonly Readonly<Record<string, string>>[] {
    this.#targets ??= this.section.tickets.map(({ address }) =>
      this.vendor.language.target(address),
    );
    return this.#targets;
  }

  /** The ticket at an address, which is one's. */
  ticketAt(address: readonly string[]): FixtureTicket {
    const key = keyOf(address);
    return this.section.tickets.find((ticket) => keyOf(ticket.address) === key) as FixtureTicket;
  }

  /** Where the ticket of a target is. @throws Misuse where there is none */
  addressOf(target: Readonly<Record<string, string>>): readonly string[] {
    const found = this.section.tickets.find((_, i) => isDeepStrictEqual(this.targets[i], target));
    if (found) return found.address;
    const [first] = this.targets;
    const known = first
      ? `a target such as ${JSON.stringify(first)}`
      : 'no target, as there is none';
    throw new Misuse('missing', `expected ${known}, found ${JSON.stringify(target)}`, 'target');
  }

  /** How the holder of a credential sees records. */
  view(entry: Readonly<Record<string, string>>): unknown {
    return this.vendor.view(entry, this.settings, this.profile);
  }

  /** The tickets as they are seen in a view; they are laid out when they are asked for first. */
  seenIn(view: unknown): ViewedTickets {
    const key = JSON.stringify(view);
    const known = this.#views.get(key);
    if (known) return known;
    const form = seenForm(this.vendor, view, this.profile);
    const tickets = new Map(
      this.section.tickets.map((ticket) => [
        keyOf(ticket.address),
        new LaidOutTicket(ticket, form),
      ]),
    );
    const made = { key, form, tickets };
    this.#views.set(key, made);
    return made;
  }
}

/** All tickets in one view. */
export interface ViewedTickets {
  /** Equal for equal views. */
  key: string;
  form: SeenForm;
  /** By address. */
  tickets: ReadonlyMap<string, LaidOutTicket>;
}

/** What stands for an address in a map, and for no other. */
export function keyOf(address: readonly string[]): string {
  let key = '';
  for (const name of address) key += `${name.length} ${name}`;
  return key;
}

function actionsOf({ tickets }: Section): Set<string> {
  const actions = new Set<string>();
  for (const { records, generated } of tickets) {
    for (const { action } of records) if (action !== undefined) actions.add(action);
    for (const action of generated?.actions ?? [])
      if (generated && generated.countBefore(generated.length, new Set([action])) > 0)
        actions.add(action);
  }
  return actions;
}
