/** Recognises the events in what a client delivered. */
import canonicalize from 'canonicalize';
import { findMarkers } from '../../fixtures/generator/marker.js';
import { written } from '../../fixtures/language/FixtureText.js';
import type { Identity } from '../GrownTicket.js';
import type { Delivered } from './Deliveries.js';
import { firstDifference } from './firstDifference.js';

/** An event as it was served. */
export interface Expected {
  identity: Identity;
  record: unknown;
}

export interface Recognised {
  /** How often each event was delivered, altered or not. */
  counts: ReadonlyMap<Identity, number>;
  /** The events in the order of delivery. */
  order: readonly Identity[];
  /** Places in the delivery, from 0, of what no event is like. */
  invented: readonly number[];
  altered: readonly { at: number; identity: Identity; path: string }[];
}

/** @param timeKey the key of a record that tells its time, by which one can be known that was altered */
export function recognise(
  delivered: readonly Delivered[],
  expected: readonly Expected[],
  timeKey: string,
): Recognised {
  const exact = new Likes(expected, ({ record }) => [canonicalize(record) ?? '']);
  const marked = new Likes(expected, ({ record }) => markersIn(JSON.stringify(record)));
  const timed = new Likes(expected, ({ record }) => [timeOf(record, timeKey)]);
  const records = new Map(expected.map(({ identity, record }) => [identity, record]));
  const counts = new Map<Identity, number>();
  const order: Identity[] = [];
  const invented: number[] = [];
  const altered: { at: number; identity: Identity; path: string }[] = [];
  const take = (identity: Identity) => {
    counts.set(identity, (counts.get(identity) ?? 0) + 1);
    order.push(identity);
  };
  for (const [at, one] of delivered.entries()) {
    const record = 'record' in one ? one.record : parsed(one.line);
    const text = 'record' in one ? JSON.stringify(one.record ?? null) : one.line;
    const same = record === undefined ? undefined : exact.like(canonicalize(record) ?? '', counts);
    const alike = same ?? marked.like(markersIn(text)[0], counts);
    const near =
      alike ?? ('record' in one ? timed.free(timeOf(record, timeKey), counts) : undefined);
    if (near === undefined) invented.push(at);
    else take(near);
    // Of a line of the client's own shape nobody can say what is altered in it.
    if (near === undefined || same !== undefined || !('record' in one)) continue;
    const path = firstDifference(records.get(near), record);
    if (path) altered.push({ at, identity: near, path: written(path) });
  }
  return { counts, order, invented, altered };
}

/** Events by something that they have, perhaps several by the same. */
class Likes {
  readonly #likes = new Map<string, Identity[]>();

  constructor(expected: readonly Expected[], keysOf: (event: Expected) => readonly string[]) {
    for (const event of expected)
      for (const key of keysOf(event)) {
        const known = this.#likes.get(key);
        if (known) known.push(event.identity);
        else this.#likes.set(key, [event.identity]);
      }
  }

  /** One that has not been delivered yet, and else the last. */
  like(key: string | undefined, counts: ReadonlyMap<Identity, number>): Identity | undefined {
    return this.free(key, counts) ?? this.#likes.get(key ?? '')?.at(-1);
  }

  /** One that has not been delivered yet. */
  free(key: string | undefined, counts: ReadonlyMap<Identity, number>): Identity | undefined {
    return this.#likes.get(key ?? '')?.find((identity) => !counts.has(identity));
  }
}

function markersIn(text: string): string[] {
  return [...new Set(findMarkers(text).map(({ ticket, index }) => `${ticket} ${index}`))];
}

function timeOf(record: unknown, timeKey: string): string {
  return `time ${JSON.stringify(Object(record)[timeKey])}`;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
