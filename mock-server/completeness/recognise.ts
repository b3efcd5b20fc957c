/** Recognises the events in what a client delivered. */
import canonicalize from 'canonicalize';
import { findMarkers } from '../../fixtures/generator/marker.js';
import { written } from '../../fixtures/language/FixtureText.js';
import type { Identity } from '../GrownTicket.js';
import type { Delivered } from './Deliveries.js';
import { firstDifference } from './firstDifference.js';
import { Likes } from './Likes.js';

/** An event as it was served. */
export interface Expected {
  identity: Identity;
  text: string;
  /** The same, as clients read it. */
  record(): unknown;
}

export interface Recognised {
  /** Which event each delivery is; undefined where it is like none. */
  matches: readonly (Identity | undefined)[];
  /** Records that differ from what was served, by their places in the delivery, from 0. */
  altered: readonly { at: number; path: string }[];
  /** Why nobody can say what some lines are; undefined where that is clear. */
  unclear: string | undefined;
}

const UNMARKED =
  'lines are recognised by the markers of generated records, and some records have none; tell records instead';
const CROWDED = 'a line has the markers of several events; tell each in a line of its own';

/** @param timeKey the key of a record that tells its time, by which one can be known that was altered */
export function recognise(
  delivered: readonly Delivered[],
  expected: readonly Expected[],
  timeKey: string,
): Recognised {
  const matches: (Identity | undefined)[] = delivered.map(() => undefined);
  const taken = new Set<Identity>();
  // All that is certain first, so that what was altered does not take another's place.
  const match = (likes: Likes, keyOf: (one: Delivered) => string | undefined, again: boolean) => {
    for (const [at, one] of delivered.entries()) {
      if (matches[at] !== undefined) continue;
      const found = likes.find(keyOf(one), taken, again);
      if (found === undefined) continue;
      matches[at] = found;
      taken.add(found);
    }
  };
  // Nearly all come just as they were served, and are known without being put into a form.
  match(new Likes(expected, ({ text }) => text), textOf, true);
  if (matches.every((found) => found !== undefined))
    return { matches, altered: [], unclear: undefined };
  match(new Likes(expected, ({ record }) => canonical(record())), canonicalOf, true);
  const exact = matches.map((found) => found !== undefined);
  const marked = new Likes(expected, ({ text }) => markersIn(text)[0]);
  match(marked, (one) => markersIn(textOf(one))[0], true);
  match(
    new Likes(expected, ({ record }) => timeOf(record(), timeKey)),
    (one) => ('record' in one ? timeOf(one.record, timeKey) : undefined),
    false,
  );
  const records = new Map(expected.map(({ identity, record }) => [identity, record]));
  // Of a line of the client's own shape nobody can say what is altered in it.
  const altered = delivered.flatMap((one, at) => {
    const found = matches[at];
    if (exact[at] || found === undefined || !('record' in one)) return [];
    const path = firstDifference(records.get(found)?.(), one.record);
    return path ? [{ at, path: written(path) }] : [];
  });
  const strange = delivered.some((one, at) => matches[at] === undefined && 'line' in one);
  const isLacking = (marker: string) => marked.find(marker, taken, false) !== undefined;
  const crowded = delivered.some((one) => {
    const [own, ...others] = 'line' in one ? markersIn(one.line) : [];
    return others.some((marker) => marker !== own && isLacking(marker));
  });
  const unclear = strange && marked.size < expected.length ? UNMARKED : undefined;
  return { matches, altered, unclear: crowded ? CROWDED : unclear };
}

function canonicalOf(one: Delivered): string | undefined {
  return canonical('record' in one ? one.record : parsed(one.line));
}

/** Undefined where it is no JSON, or too deep. */
function canonical(value: unknown): string | undefined {
  try {
    return canonicalize(value);
  } catch {
    return undefined;
  }
}

function textOf(one: Delivered): string {
  return 'record' in one ? JSON.stringify(one.record ?? null) : one.line;
}

function markersIn(text: string): string[] {
  return findMarkers(text).map(({ ticket, index }) => `${ticket} ${index}`);
}

function timeOf(record: unknown, timeKey: string): string | undefined {
  const time = Object(record)[timeKey];
  return time === undefined ? undefined : JSON.stringify(time);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
