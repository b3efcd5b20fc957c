/** Recognises, in lines of any shape, which of some records they stand for. */
import canonicalize from 'canonicalize';
import type { SubjectMatch } from '../subjects/Subject.js';

/**
 * For each line the record that it stands for, or else what the line says; a record stands for as
 * many lines as there are such records.
 */
export function recogniseLines(
  lines: readonly string[],
  records: readonly unknown[],
  match: SubjectMatch | undefined,
): unknown[] {
  const free = new Set(records.keys());
  const whole = placesBy(records, (record) => [canonicalize(record)]);
  const leaves = match ? placesBy(records, leavesOf) : new Map<unknown, number[]>();
  return lines.map((line) => {
    const said = parsed(line);
    const at =
      whole.get(canonicalize(said))?.find((place) => free.has(place)) ??
      (match &&
        leaves
          .get(placed(said, match.text))
          ?.find((place) => free.has(place) && isOfTime(placed(said, match.time), records[place])));
    if (at === undefined) return said;
    free.delete(at);
    return records[at];
  });
}

/** The places of records, by each of their keys. */
function placesBy(
  records: readonly unknown[],
  keysOf: (record: unknown) => readonly unknown[],
): Map<unknown, number[]> {
  const places = new Map<unknown, number[]>();
  for (const [place, record] of records.entries())
    for (const key of new Set(keysOf(record))) {
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
  return places;
}

function isOfTime(when: unknown, record: unknown): boolean {
  return leavesOf(record).some((leaf) => leaf === when || isSameInstant(leaf, when));
}

/** What stands at a place such as `event.time`, or at a key that is written so. */
function placed(value: unknown, place: string): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  const here = value as Record<string, unknown>;
  if (Object.hasOwn(here, place)) return here[place];
  const [first = '', ...rest] = place.split('.');
  return rest.length === 0 ? undefined : placed(here[first], rest.join('.'));
}

function isSameInstant(a: unknown, b: unknown): boolean {
  const instant = instantOf(a);
  return instant !== undefined && instant === instantOf(b);
}

/** Epoch milliseconds of a number of them or of seconds, or of a text that is an instant. */
function instantOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value > 1e11 ? value : value * 1000;
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(value))
    return undefined;
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? undefined : instant;
}

function leavesOf(value: unknown): unknown[] {
  return value !== null && typeof value === 'object'
    ? Object.values(value).flatMap(leavesOf)
    : [value];
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}
