/** Which records were served in which answers, as far as it is remembered. */
import type { Credential } from '../fixtures/language/Fixture.js';
import type { TicketVersion } from './ChangedTicket.js';
import type { Delivery, ServedRecords } from './Exchange.js';
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
  fault: string | undefined;
  credential: Credential;
  viewed: ViewedTickets;
  /** How the ticket was. */
  version: TicketVersion;
}

/** Of one vendor of a session. */
const MOST = 100_000;

export class AnswerLedger {
  /** By the ticket's address. */
  readonly #answers = new Map<string, GivenAnswer[]>();
  #count = 0;

  add(key: string, answer: GivenAnswer): void {
    if (++this.#count > MOST) {
      // Some alone tell nothing.
      this.#answers.clear();
      return;
    }
    const known = this.#answers.get(key);
    if (known) known.push(answer);
    else this.#answers.set(key, [answer]);
  }

  /** Those about a ticket, in their order; undefined where some are not remembered. */
  of(key: string): readonly GivenAnswer[] | undefined {
    return this.#count > MOST ? undefined : (this.#answers.get(key) ?? []);
  }

  clear(): void {
    this.#answers.clear();
    this.#count = 0;
  }
}
