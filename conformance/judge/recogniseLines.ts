/** Recognises, in lines of any shape, which of some records they stand for. */
import canonicalize from 'canonicalize';
import type { SubjectMatch } from '../subjects/Subject.js';
import { instantOf } from './instantOf.js';
import { leavesOf } from './leavesOf.js';
import { placed } from './placed.js';
import { whyUnlike } from './whyUnlike.js';

interface Recognised {
  /**
   * For each line the record that it stands for, or else what the line says; a record stands for as
   * many lines as there are such records.
   */
  records: unknown[];
  /** What was looked at in the first line that stands for none, if there is one. */
  unlike?: string;
}

export function recogniseLines(
  lines: readonly string[],
  records: readonly unknown[],
  match: SubjectMatch | undefined,
): Recognised {
  const free = new Set(records.keys());
  const whole = placesBy(records, (record) => [canonicalize(record)]);
  const leaves = match ? placesBy(records, leavesOf) : new Map<unknown, number[]>();
  let unlike: string | undefined;
  const recognised = lines.map((line, number) => {
    const said = parsed(line);
    const alike = match ? (leaves.get(placed(said, match.text)) ?? []) : [];
    const at =
      whole.get(canonicalize(said))?.find((place) => free.has(place)) ??
      (match &&
        alike.find(
          (place) => free.has(place) && isOfTime(placed(said, match.time), records[place]),
        ));
    if (at === undefined) {
      if (match) unlike ??= whyUnlike(number + 1, said, match, records, alike);
      return said;
    }
    free.delete(at);
    return records[at];
  });
  return { records: recognised, ...(unlike !== undefined && { unlike }) };
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

function isSameInstant(a: unknown, b: unknown): boolean {
  const instant = instantOf(a);
  return instant !== undefined && instant === instantOf(b);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}
