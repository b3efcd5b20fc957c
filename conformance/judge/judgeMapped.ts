/** Judges events of a team's own shape, on what a map says of them. */
import { isDeepStrictEqual } from 'node:util';
import type { EventMap, ExpectedEvent } from '../../specs/conformance/types.js';
import type { ExpectedRecord } from '../cases/asksOf.js';
import { Findings } from './Findings.js';
import { hashOf, idOf } from './identityOf.js';
import type { Trail } from './judgeEvents.js';
import type { EventReason, Flaw } from './Verdict.js';

/** What is expected of the event of one record, as far as the map goes. */
interface Wanted {
  at: number;
  expected: readonly Expectation[];
}

interface Expectation {
  reason: EventReason;
  what: string;
  /** As it is told. */
  value: unknown;
  have(event: unknown): unknown;
  fits(have: unknown): boolean;
}

/**
 * Each record needs an event that fits it, whatever their order; what fits none is told beside
 * the record that it comes nearest to by its place.
 * @returns what is wrong, one flaw for each reason
 */
export function judgeMapped(
  events: readonly unknown[],
  records: readonly ExpectedRecord[],
  trail: Trail,
  map: EventMap,
): Flaw[] {
  const found = new Findings();
  const ordinals = new Map<string, number>();
  const missing: Wanted[] = [];
  const left = new Set(events);
  for (const [at, { record, event }] of records.entries()) {
    const hash = hashOf(record);
    const ordinal = ordinals.get(hash) ?? 0;
    ordinals.set(hash, ordinal + 1);
    const id = idOf(trail.vendor, trail.tenant, trail.target, hash, ordinal);
    const wanted = { at, expected: expectationsOf(event, { ...trail, id }, map) };
    // Most come in the order of their records.
    const candidates = left.has(events[at]) ? [events[at], ...left] : left;
    const fitting = first(candidates, (one) => wanted.expected.every((each) => isMet(each, one)));
    if (fitting === undefined) missing.push(wanted);
    else left.delete(fitting.one);
  }
  const strangers = [...left];
  for (const { at, expected } of missing) {
    const stranger = strangers.shift();
    const of = `record ${at} (${JSON.stringify(records[at]?.record).slice(0, 200)})`;
    if (stranger === undefined) found.add('lost-events', of, 'an event', 'none');
    else
      for (const one of expected.filter((each) => !isMet(each, stranger)))
        found.add(one.reason, `${one.what} of ${of}`, one.value, one.have(stranger));
  }
  if (strangers.length > 0)
    found.add(
      'repeated-events',
      'the trail',
      `${records.length} events`,
      `${events.length}, such as ${JSON.stringify(strangers[0])}`,
    );
  return found.flaws();
}

const isMet = ({ have, fits }: Expectation, event: unknown) => fits(have(event));

function first(some: Iterable<unknown>, fits: (one: unknown) => boolean) {
  for (const one of some) if (fits(one)) return { one };
  return undefined;
}

function expectationsOf(
  event: ExpectedEvent | undefined,
  { id, target }: Trail & { id: string },
  map: EventMap,
): Expectation[] {
  const { time, actor, action, changes, loss } = event ?? {};
  const all: (Expectation | undefined)[] = [
    exactly('wrong-id', 'id', map.id, id),
    exactly('wrong-target', 'target', map.target, target),
    time?.instant === undefined
      ? undefined
      : where('wrong-time', 'time', map.time, time.instant, (have) =>
          isInstant(have, time.instant as string | null),
        ),
    oneOf('wrong-actor', 'actor', map.actor, actor && [actor.id, actor.name, actor.email]),
    oneOf(
      'wrong-action',
      'action',
      map.action,
      action && [action.verb, action.name, action.original],
      action?.original === null,
    ),
    changesWanted(changes, map.changes),
    loss &&
      where(
        'hidden-loss',
        'loss',
        map.loss,
        loss,
        (have) => Array.isArray(have) && isDeepStrictEqual([...have].sort(), [...loss].sort()),
      ),
  ];
  return all.filter((one) => one !== undefined);
}

function where(
  reason: EventReason,
  what: string,
  place: string | undefined,
  value: unknown,
  fits: (have: unknown) => boolean,
): Expectation | undefined {
  if (place === undefined) return undefined;
  const have = (event: unknown) => valueAt(event, place);
  return { reason, what: `${place} (${what})`, value, have, fits };
}

function exactly(reason: EventReason, what: string, place: string | undefined, value: string) {
  return where(reason, what, place, value, (have) => have === value);
}

/** One of several that are known; nothing where none is. */
function oneOf(
  reason: EventReason,
  what: string,
  place: string | undefined,
  values: readonly (string | null | undefined)[] | undefined,
  mayBeNothing = false,
): Expectation | undefined {
  // What a case leaves open may be anything.
  if (!values || values.includes(undefined)) return undefined;
  const known = values.filter((value) => value !== null);
  const isMissing = mayBeNothing || known.length === 0;
  return where(
    reason,
    what,
    place,
    known,
    (have) => known.includes(have as string) || (isMissing && isNothing(have)),
  );
}

const isNothing = (have: unknown) => have === undefined || have === null || have === '';

/** @param instant null where none is known */
function isInstant(have: unknown, instant: string | null): boolean {
  if (instant === null) return isNothing(have);
  // A text without a zone would be read by that of this machine.
  const isWhole = typeof have === 'string' && /(Z|[+-]\d\d:?\d\d)$/.test(have);
  const time = typeof have === 'number' ? have : isWhole ? Date.parse(have) : Number.NaN;
  return time === Date.parse(instant);
}

function changesWanted(
  changes: ExpectedEvent['changes'],
  map: EventMap['changes'],
): Expectation | undefined {
  if (!changes || !map) return undefined;
  const parts = ['field', 'from', 'to'] as const;
  const of = (read: (part: (typeof parts)[number]) => unknown) =>
    parts.filter((part) => map[part] !== undefined).map((part) => read(part) ?? null);
  const wanted = changes.map((change) => of((part) => change[part]));
  return where('wrong-changes', 'changes', map.list, wanted, (have) => {
    const list = Array.isArray(have) ? have : [];
    return isDeepStrictEqual(
      list.map((item) => of((part) => valueAt(item, map[part] as string))),
      wanted,
    );
  });
}

/** A key that has points itself is tried first. */
function valueAt(value: unknown, place: string): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  const all = value as Record<string, unknown>;
  if (Object.hasOwn(all, place)) return all[place];
  const point = place.indexOf('.');
  return point < 0 ? undefined : valueAt(all[place.slice(0, point)], place.slice(point + 1));
}
