/** A request as faults look at it. */
import type { Request } from 'express';
import type { FaultPlace } from '../../specs/vendorFaults.js';
import type { Holder } from '../Credentials.js';
import type { Exchange } from '../Exchange.js';
import { Refusal } from '../Refusal.js';
import type { SessionPart } from '../SessionPart.js';
import type { Answer } from '../Vendor.js';

/** What is asked, where it depends on what plays it. */
export interface Asking {
  request: Request;
  exchange: Exchange;
  part: SessionPart;
  /** What is asked for, by the name of its schema. */
  shape: string;
  /** What is asked about; empty where it is nothing. */
  address: readonly string[];
  /** Of the query. */
  parameters: ReadonlyMap<string, string>;
  /**
   * Who asks, and when the token was given that was sent: epoch milliseconds, undefined where none was.
   * @throws Refusal where nobody proves to be anybody
   */
  holder(): Who;
  // biome-ignore lint/suspicious/noExplicitAny: the engine hands profiles on unseen
  refuse(refusal: Refusal, profile: any): Answer;
}

interface Who {
  holder: Holder | undefined;
  since: number | undefined;
}

const NOBODY: Who = { holder: undefined, since: undefined };

/** What costs something is found out when it is looked at. */
export class Encounter {
  readonly asking: Asking;
  /** NaN where there is none. */
  #page: number | undefined;
  #who: Who | undefined;

  constructor(asking: Asking) {
    this.asking = asking;
  }

  /** A fault has changed the world, and perhaps who is good in it: those behind it see it as it is now. */
  lookAgain(): void {
    this.#who = undefined;
  }

  get part(): SessionPart {
    return this.asking.part;
  }

  get place(): FaultPlace {
    return this.asking.exchange.endpoint as FaultPlace;
  }

  get address(): readonly string[] {
    return this.asking.address;
  }

  /** By the session's clock; epoch milliseconds. */
  get time(): number {
    return this.asking.exchange.time;
  }

  get parameters(): ReadonlyMap<string, string> {
    return this.asking.parameters;
  }

  /** Which page is asked for; undefined where there are none, or it cannot be read. */
  get page(): number | undefined {
    this.#page ??= this.#findPage() ?? Number.NaN;
    return Number.isNaN(this.#page) ? undefined : this.#page;
  }

  /** Who asks; undefined where the credential is not good. */
  get holder(): Holder | undefined {
    return this.#asker.holder;
  }

  /** Milliseconds; undefined where no good token was sent. */
  get tokenAge(): number | undefined {
    const { since } = this.#asker;
    return since === undefined ? undefined : this.time - since;
  }

  /** Whether it is about a ticket that is there, and asked by somebody who is known. */
  get hasTicket(): boolean {
    return this.part.isTicket(this.address) && this.holder !== undefined && this.#exists();
  }

  get #asker(): Who {
    this.#who ??= this.#find();
    return this.#who;
  }

  #find(): Who {
    try {
      return this.asking.holder();
    } catch (error) {
      if (error instanceof Refusal) return NOBODY;
      throw error;
    }
  }

  #findPage(): number | undefined {
    const paged = this.place === 'audit-log' || this.place === 'tickets';
    return paged ? this.part.vendor.page(this.parameters) : undefined;
  }

  #exists(): boolean {
    return this.part.tickets(this.address, (this.holder as Holder).viewed, this.time).length > 0;
  }
}
