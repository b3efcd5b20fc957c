/** Which records were served in which answers, as far as it is remembered. */
import type { Credential } from '../fixtures/language/Fixture.js';
import type { TicketVersion } from './ChangedTicket.js';
import type { Holder } from './Credentials.js';
import type { Arrival, Exchange, ServedRecords } from './Exchange.js';
import type { RefusalKind } from './Refusal.js';
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

  /** Remembers which records an answer had, if it had some. */
  note(
    { n, time, method, served, status, arrival }: Exchange,
    { address, version }: { address: readonly string[]; version: TicketVersion },
    { credential, viewed }: Holder,
  ): void {
    // Of what is asked for by HEAD, nobody gets any.
    if (!served || method === 'HEAD') return;
    if (++this.#count > MOST) {
      // Some alone tell nothing.
      this.#answers.clear();
      this.#refusals.clear();
      return;
    }
    const answer = { n, time, served, status, arrival, credential, viewed, version };
    const key = keyOf(address);
    const known = this.#answers.get(key);
    if (known) insert(known, answer);
    else this.#answers.set(key, [answer]);
  }

  /**
   * Remembers that a ticket's audit log was not told: the first refusal of each kind behind an
   * answer, as the others say nothing more.
   */
  refuse(
    { n, method, isOwn, credential }: Exchange,
    address: readonly string[],
    kind: RefusalKind,
  ): void {
    const key = keyOf(address);
    const last = this.#answers.get(key)?.at(-1);
    if (!last || !isOwn || method === 'HEAD') return;
    const known = this.#refusals.get(key) ?? [];
    const isAlike = (one: GivenRefusal) => one.kind === kind && one.credential === credential;
    if (known.slice(placeOf(known, last.n)).some(isAlike)) return;
    insert(known, { n, kind, credential });
    this.#refusals.set(key, known);
  }

  /** Refusals of what was asked for about a ticket after it had been answered once. */
  refusalsOf(key: string): readonly GivenRefusal[] {
    return this.#refusals.get(key) ?? [];
  }

  /** Those about a ticket, in the order in which they were asked for; undefined where some are not remembered. */
  of(key: string): readonly GivenAnswer[] | undefined {
    return this.#count > MOST ? undefined : (this.#answers.get(key) ?? []);
  }
}

/** Of what is asked for at the same time, one may be on its way for longer. */
function insert<Asked extends { n: number }>(known: Asked[], one: Asked): void {
  const last = known.at(-1);
  if (last === undefined || last.n < one.n) known.push(one);
  else known.splice(placeOf(known, one.n), 0, one);
}

/** Where what was asked for after a number begins. */
function placeOf(known: readonly { n: number }[], number: number): number {
  return known.findLastIndex(({ n }) => n < number) + 1;
}
