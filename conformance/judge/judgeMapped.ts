/** Judges events of a team's own shape, on what a map says of them. */
import type { EventMap, ExpectedEvent } from '../../specs/conformance/types.js';
import type { ExpectedRecord } from '../cases/asksOf.js';
import { Findings, shown } from './Findings.js';
import { hashOf, idOf } from './identityOf.js';
import { isSame } from './isSame.js';
import type { Trail } from './judgeEvents.js';
import { pairs } from './pairs.js';
import { placed } from './placed.js';
import type { EventReason, Flaw } from './Verdict.js';

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
 * the record whose place it has, or else one that has none either.
 * @returns what is wrong, one flaw for each reason
 */
export function judgeMapped(
  events: readonly unknown[],
  records: readonly ExpectedRecord[],
  trail: Trail,
  map: EventMap,
): Flaw[] {
  const found = new Findings();
  for (const [at, event] of events.entries())
    if (!isObject(event)) found.add('no-event', `events[${at}]`, 'an object', event);
  const whole = events.filter(isObject);
  const wanted = wantedOf(records, trail, map);
  const fits = (at: number, other: number) =>
    (wanted[at] as Expectation[]).every((each) => isMet(each, whole[other]));
  const partners = pairs(records.length, whole.length, fits);
  const strangers = new Set(whole.keys());
  for (const other of partners) if (other !== undefined) strangers.delete(other);
  const missing = [...partners.keys()].filter((at) => partners[at] === undefined);
  const beside = new Map<number, number>();
  for (const at of missing) if (strangers.delete(at)) beside.set(at, at);
  for (const at of missing) {
    const [first] = strangers;
    const other = beside.get(at) ?? first;
    const of = `record ${at} (${shown(records[at]?.record)})`;
    if (other === undefined) found.add('lost-events', of, 'an event', 'none');
    else {
      strangers.delete(other);
      for (const one of (wanted[at] as Expectation[]).filter((each) => !isMet(each, whole[other])))
        found.add(one.reason, `${one.what} of ${of}`, one.value, one.have(whole[other]));
    }
  }
  const [more] = strangers;
  if (more !== undefined)
    found.add(
      'repeated-events',
      'the trail',
      `${records.length} events`,
      `${events.length}, such as ${shown(whole[more])}`,
    );
  return found.flaws();
}

function isObject(event: unknown): event is object {
  return event !== null && typeof event === 'object' && !Array.isArray(event);
}

const isMet = ({ have, fits }: Expectation, event: unknown) => fits(have(event));

/** What is expected of the event of each record, as far as the map goes. */
function wantedOf(records: readonly ExpectedRecord[], trail: Trail, map: EventMap) {
  const ordinals = new Map<string, number>();
  return records.map(({ record, event }) => {
    const hash = hashOf(record) as string;
    const ordinal = ordinals.get(hash) ?? 0;
    ordinals.set(hash, ordinal + 1);
    const id = idOf(trail.vendor, trail.tenant, trail.target, hash, ordinal);
    return expectationsOf(event, { ...trail, id }, map);
  });
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
    loss && where('hidden-loss', 'loss', map.loss, loss, (have) => isAll(loss, have)),
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
  const have = (event: unknown) => placed(event, place);
  return { reason, what: `${place} (${what})`, value, have, fits };
}

function exactly(reason: EventReason, what: string, place: string | undefined, value: string) {
  return where(reason, what, place, value, (have) => asText(have) === value);
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
    (have) => known.includes(asText(have) as string) || (isMissing && isNothing(have)),
  );
}

/** An id may be a number. */
const asText = (have: unknown) => (typeof have === 'number' ? String(have) : have);

/** Each once, in any order. */
function isAll(wanted: readonly unknown[], have: unknown): boolean {
  if (!Array.isArray(have) || have.length !== wanted.length) return false;
  return wanted.every((one) => have.includes(one));
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
    const made = list.map((item) => of((part) => placed(item, map[part] as string)));
    return isSame(wanted, made);
  });
}
