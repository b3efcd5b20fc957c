/** The answers about one ticket that the holder of one credential got, and the places of records in them. */
import type { GivenAnswer, GivenRefusal } from '../AnswerLedger.js';
import type { TicketVersion } from '../ChangedTicket.js';
import type { ComputedSelection } from '../ComputedSelection.js';
import type { GrownTicket, Identity } from '../GrownTicket.js';
import type { Order } from '../Selection.js';
import type { SessionPart } from '../SessionPart.js';
import type { Window } from '../Trail.js';
import { keyOf } from '../World.js';
import { Latest } from './Latest.js';

/** A record that a client could have read. */
export interface Event {
  identity: Identity;
  /** When it was made, as it is served; epoch milliseconds. */
  time: number;
  /** The same as the fixture has it, which may be finer. */
  made: number;
  action: string | undefined;
  /** From when on it could be seen, where that is later than it was made; epoch milliseconds. */
  visibleFrom: number | undefined;
}

export class Walk {
  readonly answers: readonly WalkAnswer[];
  /** Of what was asked for by who got the answers, or by nobody who was known. */
  readonly refusals: readonly GivenRefusal[];
  readonly #part: SessionPart;
  readonly #address: readonly string[];
  readonly #tickets = new Latest<GrownTicket>();
  readonly #selections = new Latest<ComputedSelection>();
  #whole: GrownTicket | undefined;

  /** @param answers of one view, at least one, in their order */
  constructor(part: SessionPart, address: readonly string[], answers: readonly GivenAnswer[]) {
    this.#part = part;
    this.#address = address;
    this.answers = answers.map((answer) => new WalkAnswer(this, answer));
    const asking = new Set<unknown>(answers.map(({ credential }) => credential));
    this.refusals = part.answers
      .refusalsOf(keyOf(address))
      .filter(({ credential }) => !credential || asking.has(credential));
  }

  /** The ticket as it was. */
  ticketAs(version: TicketVersion): GrownTicket {
    const { viewed } = (this.answers[0] as WalkAnswer).given;
    const { added, floor } = version;
    return this.#tickets.get(added, floor, () => this.#part.seenAs(version, this.#address, viewed));
  }

  /** What an answer's window and filter let pass of the ticket as it was at another answer. */
  selected({ given, window }: WalkAnswer, { given: then }: WalkAnswer): ComputedSelection {
    return this.#selections.get(given.n, then.n, () =>
      this.ticketAs(then.version).trail.at(then.time).select(window),
    );
  }

  /** All that has ever been in it until now, though it may be gone. */
  get whole(): GrownTicket {
    const { added } = this.#part.versionOf(this.#address);
    this.#whole ??= this.ticketAs({ added, floor: Number.NEGATIVE_INFINITY });
    return this.#whole;
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

  /** Whether all of it arrived. */
  get isWhole(): boolean {
    return this.given.arrival.delivery === 'whole';
  }

  /** Whether it says, and the client could read it, that there is nothing at a place where something is. */
  denies(place: number): boolean {
    return this.isWhole && place >= (this.given.served.claimed ?? Number.POSITIVE_INFINITY);
  }

  /** Which records it had. */
  get identities(): Identity[] {
    return this.#positions.map((position) => this.#ticket.identityAt(position));
  }

  /** When its last record was made, as it is served; undefined where it had none. */
  get lastTime(): number | undefined {
    const { order, from, to } = this.given.served;
    if (to <= from) return undefined;
    const [last] = this.#selection.positions({ order, offset: to - 1, limit: 1 });
    return this.#ticket.servedTimeAt(last as number);
  }

  /** How the client was refused after it, before another answer if one is named; that a ticket is gone says most. */
  refusedBefore(another?: WalkAnswer): GivenRefusal | undefined {
    const end = another?.given.n ?? Number.POSITIVE_INFINITY;
    const refusals = this.#walk.refusals.filter(({ n }) => n > this.given.n && n < end);
    return refusals.find(({ kind }) => kind === 'no-ticket') ?? refusals[0];
  }

  /** Whether it leaves a time to what comes before its window, or after it. */
  leavesOut({ time }: Event): 'before' | 'after' | undefined {
    const { since = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = this.window;
    if (time < since) return 'before';
    // A window that is open until now is open for what happens next.
    return time > until && until < this.given.time ? 'after' : undefined;
  }

  /** Whether its window and its filter let a record pass. */
  covers(event: Event): boolean {
    const { actions } = this.window;
    return !this.leavesOut(event) && (actions?.includes(event.action ?? '') ?? true);
  }

  /**
   * The place of a record among all that its window and filter let pass; undefined where it could
   * not be seen.
   * @param then had the log been as it was at that answer
   */
  placeOf(identity: Identity, then: WalkAnswer = this): number | undefined {
    const position = this.#walk.ticketAs(then.given.version).positionOf(identity);
    if (position === undefined) return undefined;
    return this.#walk.selected(this, then).placeOf(position, this.#order);
  }

  /** Whether a record was there to be read, by this window or another. */
  shows({ identity, visibleFrom = Number.NEGATIVE_INFINITY }: Event): boolean {
    return visibleFrom <= this.given.time && this.#ticket.positionOf(identity) !== undefined;
  }

  /** Whether a record was gone. */
  lacks({ identity }: Event): boolean {
    return identity < this.#ticket.known && this.#ticket.positionOf(identity) === undefined;
  }

  get #order(): Order {
    return this.given.served.order;
  }

  get #positions(): number[] {
    const { order, from, to } = this.given.served;
    return this.#selection.positions({ order, offset: from, limit: to - from });
  }

  get #ticket(): GrownTicket {
    return this.#walk.ticketAs(this.given.version);
  }

  get #selection(): ComputedSelection {
    return this.#walk.selected(this, this);
  }
}
