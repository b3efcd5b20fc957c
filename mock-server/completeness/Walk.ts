/** The answers about one ticket that the holder of one credential got, and the places of records in them. */
import type { GivenAnswer } from '../AnswerLedger.js';
import type { TicketVersion } from '../ChangedTicket.js';
import type { ComputedSelection } from '../ComputedSelection.js';
import type { GrownTicket, Identity } from '../GrownTicket.js';
import type { SessionPart } from '../SessionPart.js';
import type { Window } from '../Trail.js';

/** How many versions of the ticket are kept at a time. */
const KEPT = 8;

/** When a record was made, as it is served, and what it is about. */
export interface Happened {
  /** Epoch milliseconds. */
  time: number;
  action: string | undefined;
}

export class Walk {
  readonly answers: readonly WalkAnswer[];
  readonly #part: SessionPart;
  readonly #address: readonly string[];
  readonly #tickets = new Map<string, GrownTicket>();

  /** @param answers of one view, at least one, in their order */
  constructor(part: SessionPart, address: readonly string[], answers: readonly GivenAnswer[]) {
    this.#part = part;
    this.#address = address;
    this.answers = answers.map((answer) => new WalkAnswer(this, answer));
  }

  /** The ticket as it was. */
  ticketAs(version: TicketVersion): GrownTicket {
    const key = `${version.added} ${version.floor}`;
    const known = this.#tickets.get(key);
    if (known) return known;
    const { viewed } = (this.answers[0] as WalkAnswer).given;
    const ticket = this.#part.seenAs(version, this.#address, viewed);
    this.#tickets.set(key, ticket);
    for (const [oldest] of this.#tickets)
      if (this.#tickets.size > KEPT) this.#tickets.delete(oldest);
    return ticket;
  }

  /** All that has ever been in it until now, though it may be gone. */
  get whole(): GrownTicket {
    const { added } = this.#part.versionOf(this.#address);
    return this.ticketAs({ added, floor: Number.NEGATIVE_INFINITY });
  }
}

export class WalkAnswer {
  readonly given: GivenAnswer;
  readonly #walk: Walk;

  constructor(walk: Walk, given: GivenAnswer) {
    this.#walk = walk;
    this.given = given;
  }

  get window(): Window {
    return this.given.served.window ?? {};
  }

  /** Which records it had. */
  get identities(): Identity[] {
    const { order, from, to } = this.given.served;
    const page = { order, offset: from, limit: to - from };
    return this.#selection.positions(page).map((position) => this.#ticket.identityAt(position));
  }

  /** When its records were made, as they are served. */
  get times(): number[] {
    const { order, from, to } = this.given.served;
    const page = { order, offset: from, limit: to - from };
    return this.#selection.positions(page).map((position) => this.#ticket.servedTimeAt(position));
  }

  /** Whether its window and its filter let a record pass. */
  covers({ time, action }: Happened): boolean {
    const {
      since = Number.NEGATIVE_INFINITY,
      until = Number.POSITIVE_INFINITY,
      actions,
    } = this.window;
    return time >= since && time <= until && (actions?.includes(action ?? '') ?? true);
  }

  /** The place of a record among all that its window and filter let pass; undefined where it could not be seen. */
  placeOf(identity: Identity): number | undefined {
    const position = this.#ticket.positionOf(identity);
    return position === undefined
      ? undefined
      : this.#selection.placeOf(position, this.given.served.order);
  }

  /** Whether a record was gone. */
  lacks(identity: Identity): boolean {
    return identity < this.#ticket.known && this.#ticket.positionOf(identity) === undefined;
  }

  get #ticket(): GrownTicket {
    return this.#walk.ticketAs(this.given.version);
  }

  get #selection(): ComputedSelection {
    return this.#ticket.trail.at(this.given.time).select(this.window);
  }
}
