/** Which records were served in which answers, as far as it is remembered. */
import type { Credential } from '../fixtures/language/Fixture.js';
import type { TicketVersion } from './ChangedTicket.js';
import type { Delivery, ServedRecords } from './Exchange.js';
import type { RefusalKind } from './Refusal.js';
import type { ViewedTickets } from './World.js';

/** An audit log's answer: what is needed to say later which records it had. */
export interface GivenAnswer {
  /** Its number in the journal. */
  n: number;
  /** By the session's clock; epoch milliseconds. */
  time: number;
  served: ServedRecords;
  status: number | undefined;
  delivery: Delivery;
  /** The place from which on it said that there is nothing, where that is not so. */
  concealedFrom: number | undefined;
  credential: Credential;
  viewed: ViewedTickets;
  /** How the ticket was. */
  version: TicketVersion;
}

/** A request for an audit log to which there was no answer with records. */
export interface GivenRefusal {
  /** Its number in the journal. */
  n: number;
  kind: RefusalKind;
  /** Undefined where it was good for nothing. */
  credential: Credential | undefined;
}

/** Of one vendor of a session. */
const MOST = 100_000;

export class AnswerLedger {
  /** By the ticket's address. */
  readonly #answers = new Map<string, GivenAnswer[]>();
  readonly #refusals = new Map<string, GivenRefusal[]>();
  #count = 0;

  add(key: string, answer: GivenAnswer): void {
    if (++this.#count > MOST) return;
    const known = this.#answers.get(key);
    if (known) known.push(answer);
    else this.#answers.set(key, [answer]);
  }

  /** Remembers the first of each kind behind an answer, as the others say nothing more. */
  refuse(key: string, refusal: GivenRefusal): void {
    const last = this.#answers.get(key)?.at(-1);
    if (!last) return;
    const known = this.#refusals.get(key) ?? [];
    const alike = ({ n, kind, credential }: GivenRefusal) =>
      n > last.n && kind === refusal.kind && credential === refusal.credential;
    if (known.some(alike)) return;
    known.push(refusal);
    this.#refusals.set(key, known);
  }

  /** Refusals of what was asked for about a ticket after it had been answered once. */
  refusalsOf(key: string): readonly GivenRefusal[] {
    return this.#refusals.get(key) ?? [];
  }

  /** Those about a ticket, in their order; undefined where some are not remembered. */
  of(key: string): readonly GivenAnswer[] | undefined {
    return this.#count > MOST ? undefined : (this.#answers.get(key) ?? []);
  }

  clear(): void {
    this.#answers.clear();
    this.#refusals.clear();
    this.#count = 0;
  }
}
