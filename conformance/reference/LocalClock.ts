/**
 * Says when the clocks of a zone show a local time. The library takes some hundred microseconds for
 * one, so an offset is looked up once for all times between two clock changes.
 */
import { Temporal } from 'temporal-polyfill';
import { ClientError } from './ClientError.js';

/** No zone is further from UTC. */
const DAY = 86_400_000;
/** So many spans are kept: those of decades. */
const KEPT = 100;

/** What holds between two clock changes: epoch milliseconds, the end not inclusive, and local time less UTC. */
interface Span {
  from: number;
  until: number;
  offset: number;
}

/** When it is, in epoch milliseconds, and how often the clocks show it. */
export interface Shown {
  time: number;
  often: 'never' | 'once' | 'twice';
}

export class LocalClock {
  readonly #zone: string;
  readonly #known: Span[] = [];
  #last: Span;

  /**
   * @param zone an IANA name
   * @throws ClientError `invalid_request` where there is no such zone
   */
  constructor(zone: string) {
    this.#zone = zone;
    try {
      // An offset would do for the library, but names no zone.
      if (!/^[A-Za-z]/.test(zone)) throw new RangeError(zone);
      this.#last = this.#spanAt(0);
    } catch {
      throw new ClientError('invalid_request', `expected an IANA time zone, found ${zone}`);
    }
  }

  /**
   * The earlier time where the clocks show it twice; where they never do, what it would be by the offset before the change.
   * @param wall milliseconds since 1970 began on the clock
   */
  at(wall: number): Shown {
    const { from, until, offset } = this.#last;
    if (wall - DAY >= from && wall + DAY < until) return { time: wall - offset, often: 'once' };
    const spans = this.#spansAround(wall);
    const [first, second] = spans.filter(
      (span) => wall - span.offset >= span.from && wall - span.offset < span.until,
    );
    if (first) return { time: wall - first.offset, often: second ? 'twice' : 'once' };
    const before = spans.findLast((span) => wall - span.offset >= span.until) as Span;
    return { time: wall - before.offset, often: 'never' };
  }

  /** All in which the clocks may show it, in their order. */
  #spansAround(wall: number): Span[] {
    const spans = [this.#spanAt(wall - DAY)];
    for (let span = spans[0] as Span; span.until <= wall + DAY; spans.push(span))
      span = this.#spanAt(span.until);
    this.#last = spans.at(-1) as Span;
    return spans;
  }

  #spanAt(time: number): Span {
    const known = this.#known.find(({ from, until }) => time >= from && time < until);
    if (known) return known;
    const at = (instant: number) =>
      Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.#zone);
    // A change at this very time is behind it.
    const from = at(time + 1).getTimeZoneTransition('previous')?.epochMilliseconds;
    const until = at(time).getTimeZoneTransition('next')?.epochMilliseconds;
    const span = {
      from: from ?? Number.NEGATIVE_INFINITY,
      until: until ?? Number.POSITIVE_INFINITY,
      offset: Math.round(at(time).offsetNanoseconds / 1_000_000),
    };
    if (this.#known.length === KEPT) this.#known.shift();
    this.#known.push(span);
    return span;
  }
}
