/** How a client's answers went past a record that none of them had whole. */
import { because, type Missed } from './Missed.js';
import type { Event, WalkAnswer } from './Walk.js';

export class Passage {
  readonly #event: Event;
  /** Whether it was ever there to be read. */
  #there = false;
  #latest: WalkAnswer | undefined;
  /** The last answer behind which it stood; until there is one, that which could not have it yet, without a place. */
  #ahead: { answer: WalkAnswer; place: number | undefined } | undefined;
  /** The first answer after that with a window that leaves it out. */
  #left: WalkAnswer | undefined;
  /** The first of those whose window begins after it. */
  #wentOn: WalkAnswer | undefined;
  /** The last answer that had it and did not arrive. */
  #taken: WalkAnswer | undefined;
  /** The last answer that said that it was not there, since the client began to count pages. */
  #denied: WalkAnswer | undefined;
  #gap: Missed | undefined;
  /** The last answer whose window ends before it, and the first whose window begins after it. */
  #below: WalkAnswer | undefined;
  #above: WalkAnswer | undefined;
  #covered = false;
  #cause: Missed | undefined;

  constructor(event: Event) {
    this.#event = event;
  }

  /** @param answer the next one */
  meet(answer: WalkAnswer): void {
    if (this.#cause) return;
    this.#there ||= answer.shows(this.#event);
    if (!answer.covers(this.#event)) this.#leave(answer);
    else if (answer.lacks(this.#event)) this.#lose(answer);
    else this.#pass(answer, answer.placeOf(this.#event.identity));
    this.#latest = answer;
  }

  /** Why it was missed; undefined where nobody could have read it, or knows of it yet. */
  get cause(): Missed | undefined {
    return this.#there ? (this.#cause ?? this.#conclusion()) : undefined;
  }

  #leave(answer: WalkAnswer): void {
    const side = answer.leavesOut(this.#event);
    if (side === 'after') this.#below = answer;
    if (side === 'before') this.#above ??= answer;
    if (side && this.#covered) this.#left ??= answer;
    if (side === 'before' && this.#covered) this.#wentOn ??= answer;
  }

  /** It is gone; if it was still to come until then, that is why. */
  #lose(answer: WalkAnswer): void {
    const known = this.#conclusion();
    const toCome = !this.#covered || known?.how === 'behind';
    const last = this.#ahead?.answer ?? this.#latest;
    this.#cause = toCome ? because('removed', last, answer) : known;
    this.#covered = true;
  }

  #pass(answer: WalkAnswer, place: number | undefined): void {
    // It stood ahead already; a clock that was set back does not undo that.
    if (place === undefined && this.#ahead?.place !== undefined) return;
    const { from, to } = answer.given.served;
    this.#covered = true;
    this.#left = undefined;
    this.#wentOn = undefined;
    if (place === undefined || place >= from) this.#ahead = { answer, place };
    else this.#skip(answer);
    if (from === 0) this.#denied = undefined;
    if (place === undefined) return;
    if (answer.denies(place)) this.#denied = answer;
    if (place >= from && place < to) this.#taken = answer;
  }

  /** An answer began behind it. */
  #skip(answer: WalkAnswer): void {
    const { from } = answer.given.served;
    const ahead = this.#ahead;
    if (ahead && ahead.place === undefined) {
      if (this.#isLate(ahead.answer))
        this.#cause = because('late-visibility', ahead.answer, answer);
      return;
    }
    // Where would it have been, had nothing shifted since?
    const stood = ahead && answer.placeOf(this.#event.identity, ahead.answer);
    if (stood !== undefined && stood >= from) this.#cause = because('drift', ahead?.answer, answer);
    else
      this.#gap ??= refused(ahead?.answer, answer) ?? because('window-gap', ahead?.answer, answer);
  }

  #conclusion(): Missed | undefined {
    const [taken, ahead, left] = [this.#taken, this.#ahead, this.#left];
    if (taken) return lostWith(taken);
    if (this.#gap) return this.#gap;
    if (!this.#covered)
      return because(
        'window-gap',
        this.#below ?? (this.#above ? undefined : this.#latest),
        this.#above,
      );
    if (!ahead) return undefined;
    if (ahead.place === undefined) {
      if (this.#isLate(ahead.answer)) return because('late-visibility', ahead.answer, left);
      // Whoever reads what is older is not done with what has happened meanwhile.
      return this.#wentOn && because('window-gap', ahead.answer, this.#wentOn);
    }
    if (left?.window.gone && left.leavesOut(this.#event) === 'before')
      return because('removed', ahead.answer, left);
    if (left && ahead.answer.lastTime === this.#event.time)
      return because('tie-at-boundary', ahead.answer, left);
    return { ...this.#stop(ahead.answer), how: 'behind' };
  }

  /** Why nothing came of what stands behind. @param last the last answer behind which it stood */
  #stop(last: WalkAnswer): Missed {
    if (!last.isWhole) return lostWith(last);
    if (this.#denied) return because('withheld-by-fault', this.#denied);
    return refused(last) ?? because('stopped-early', last);
  }

  /** Whether its time had passed when an answer could not have it yet. */
  #isLate({ given: { time } }: WalkAnswer): boolean {
    const { made, visibleFrom } = this.#event;
    return visibleFrom !== undefined || made < time;
  }
}

/** Why nothing came of what was asked for after an answer, and before another if one is named. */
function refused(answer: WalkAnswer | undefined, another?: WalkAnswer): Missed | undefined {
  const refusal = answer?.refusedBefore(another);
  if (!refusal) return undefined;
  return refusal.kind === 'no-ticket'
    ? because('removed', answer, refusal)
    : because('fault-not-retried', refusal);
}

/** What an answer that did not arrive takes with it. */
function lostWith(answer: WalkAnswer): Missed {
  const { arrival, status } = answer.given;
  const { delivery } = arrival;
  if (delivery === 'left') return { ...because('stopped-early', answer), how: 'hung-up' };
  if (delivery === 'cut') return because('cut-body', answer);
  const looksWell = delivery === 'withheld' && status === 200;
  return because(looksWell ? 'withheld-by-fault' : 'fault-not-retried', answer);
}
