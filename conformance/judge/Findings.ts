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
    const texts = shownApart(expected, actual);
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
  return cut(typeof value === 'string' ? value : written(value));
}

/** Two values that differ; where they would look the same, as JSON, from where they part. */
function shownApart(expected: unknown, actual: unknown): { expected: string; actual: string } {
  const texts = { expected: shown(expected), actual: shown(actual) };
  if (texts.expected !== texts.actual) return texts;
  const [want, have] = [written(expected), written(actual)];
  let same = 0;
  while (same < want.length && want[same] === have[same]) same++;
  const from = Math.max(0, same - SHOWN / 4);
  const part = (text: string) => (from > 0 ? '…' : '') + cut(text.slice(from));
  return { expected: part(want), actual: part(have) };
}

function cut(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** As JSON; what is nested too deeply for that is told in words. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'nothing';
  } catch {
    return 'something nested too deeply to be shown';
  }
}
