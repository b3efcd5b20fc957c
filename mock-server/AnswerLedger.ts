/** Which records were served in which answers, as far as it is remembered. */
import type { Credential } from '../fixtures/language/Fixture.js';
import type { TicketVersion } from './ChangedTicket.js';
import type { Holder } from './Credentials.js';
import type { Arrival, Exchange, ServedRecords } from './Exchange.js';
import { keyOf, type ViewedTickets } from './World.js';

/** An audit log's answer: what is needed to say later which records it had. */
export interface GivenAnswer {
  /** Its number in the journal. */
  n: number;
  /** By the session's clock; epoch milliseconds. */
  time: number;
  served: ServedRecords;
  status: number | undefined;
  arrival: Readonly<Arrival>;
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

  /** Remembers which records an answer had, if it had some. */
  note(
    { n, time, method, served, status, arrival }: Exchange,
    { address, version }: { address: readonly string[]; version: TicketVersion },
    { credential, viewed }: Holder,
  ): void {
    // Of what is asked for by HEAD, nobody gets any.
    if (!served || method === 'HEAD' || ++this.#count > MOST) return;
    const answer = { n, time, served, status, arrival, credential, viewed, version };
    const key = keyOf(address);
    const known = this.#answers.get(key);
    if (known) known.push(answer);
    else this.#answers.set(key, [answer]);
  }

  /** Those about a ticket, in the order in which they were asked for; undefined where some are not remembered. */
  of(key: string): readonly GivenAnswer[] | undefined {
    if (this.#count > MOST) return undefined;
    // Of those asked for at the same time, one may be on its way for longer.
    return (this.#answers.get(key) ?? []).toSorted((a, b) => a.n - b.n);
  }
}
