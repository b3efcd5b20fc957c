/** The faults of a session: which of them a request meets, and how often each has happened. */
import type { Fault } from '../../fixtures/language/Fault.js';
import { whyImpossible } from '../../fixtures/language/whyImpossible.js';
import type { FaultPlace } from '../../specs/vendorFaults.js';
import type { Clock } from '../Clock.js';
import type { SessionPart } from '../SessionPart.js';
import type { Behaviour } from './Behaviour.js';
import { type Condition, conditionsOf } from './conditionsOf.js';
import { deeds } from './deeds.js';
import { type Asking, Encounter } from './Encounter.js';
import { MetFaults } from './MetFaults.js';

export interface ArmedFault {
  readonly fault: Fault;
  // biome-ignore lint/suspicious/noExplicitAny: each deed has its own value, which the language has read
  readonly behaviour: Behaviour<any>;
  readonly conditions: readonly Condition[];
  /** How many requests met all of it but `nth` and `times`. */
  met: number;
  fired: number;
}

export class Faults {
  readonly #clock: Clock;
  #born: number;
  #armed: readonly ArmedFault[] = [];
  /** Those that may meet what is asked for at a vendor. */
  readonly #candidates = new Map<string, readonly ArmedFault[]>();

  constructor(clock: Clock, faults: readonly Fault[]) {
    this.#clock = clock;
    this.#born = clock.now();
    this.arm(faults);
  }

  /** Puts others in their place, none of which has happened yet. */
  arm(faults: readonly Fault[]): void {
    this.#armed = faults.map((fault) => ({
      fault,
      behaviour: deeds[fault.deed.name],
      conditions: conditionsOf(fault.when, this.#born),
      ...{ met: 0, fired: 0 },
    }));
    this.#candidates.clear();
  }

  /** As if the session began now, with other faults. */
  begin(faults: readonly Fault[]): void {
    this.#born = this.#clock.now();
    this.arm(faults);
  }

  get armed(): readonly ArmedFault[] {
    return this.#armed;
  }

  get any(): boolean {
    return this.#armed.length > 0;
  }

  /** Lets all that a request meets happen to the world, and notes what has to be done to its answer. */
  meet(asking: Asking): void {
    const { part, exchange } = asking;
    const candidates = this.#candidatesOf(part, exchange.endpoint as FaultPlace);
    if (candidates.length === 0 || !exchange.isOwn) return;
    const encounter = new Encounter(asking);
    const met = candidates.filter((armed) => this.#happens(armed, encounter));
    if (met.length === 0) return;
    exchange.faults = new MetFaults(met, encounter);
    exchange.fault = exchange.faults.names;
  }

  #happens(armed: ArmedFault, encounter: Encounter): boolean {
    const { fault, behaviour } = armed;
    const { when, deed } = fault;
    // There may be many, and most do not happen.
    const { conditions } = armed;
    for (let i = 0; i < conditions.length; i++)
      if (!(conditions[i] as Condition)(encounter)) return false;
    if (behaviour.fits?.(encounter, deed.value) === false) return false;
    armed.met++;
    const { first, last, every } = when.nth;
    if (armed.met < first || armed.met > last || (armed.met - first) % every !== 0) return false;
    if (armed.fired >= when.times) return false;
    armed.fired++;
    if (behaviour.happen) {
      behaviour.happen(encounter, deed.value);
      encounter.lookAgain();
    }
    return true;
  }

  #candidatesOf({ vendor, part: { section } }: SessionPart, place: FaultPlace) {
    const key = `${vendor.name} ${place}`;
    const known = this.#candidates.get(key);
    if (known) return known;
    const candidates = this.#armed.filter(
      ({ fault }) =>
        (fault.when.vendor ?? vendor.name) === vendor.name &&
        (fault.when.endpoint ?? place) === place &&
        whyImpossible(fault, { section, language: vendor.language }, place) === undefined,
    );
    this.#candidates.set(key, candidates);
    return candidates;
  }
}
