/** What is wrong with the events of a trail, the first of each reason. */
import type { EventReason, Flaw } from './Verdict.js';

/** How much of a value is shown. */
const SHOWN = 200;

export class Findings {
  readonly #first = new Map<EventReason, Flaw>();
  readonly #counts = new Map<EventReason, number>();

  /** @param where is told only if it is the first */
  add(
    reason: EventReason,
    where: string | (() => string),
    expected: unknown,
    actual: unknown,
  ): void {
    const count = (this.#counts.get(reason) ?? 0) + 1;
    this.#counts.set(reason, count);
    if (count > 1) return;
    const place = typeof where === 'string' ? where : where();
    const texts = { expected: shown(expected), actual: shown(actual) };
    this.#first.set(reason, {
      reason,
      says: `${place}: expected ${texts.expected}, found ${texts.actual}`,
      ...texts,
      // Of the place, what is the same for all records.
      cause:
        `${reason} ${place.includes(' of record ') ? place.split(' of record ')[0] : ''}`.trim(),
    });
  }

  flaws(): Flaw[] {
    return [...this.#first].map(([reason, flaw]) => {
      const more = (this.#counts.get(reason) ?? 1) - 1;
      return more === 0 ? flaw : { ...flaw, says: `${flaw.says}; and ${more} more` };
    });
  }
}

/** A value as a text, cut where it is long. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
