/** Judges the events that a normalizer made of a trail. */
import type { AuditEvent } from '../../specs/audit-event/types.js';
import type { ExpectedEvent } from '../../specs/conformance/types.js';
import type { ErrorObject } from '../../specs/schemas.js';
import { schema } from '../../specs/schemas.js';
import type { ExpectedRecord } from '../cases/asksOf.js';
import { Findings, shown } from './Findings.js';
import { hashOf, idOf } from './identityOf.js';
import { isSame } from './isSame.js';
import type { EventReason, Flaw } from './Verdict.js';

/** What the events of a trail have in common. */
export interface Trail {
  vendor: string;
  tenant: string;
  target: string;
}

/** @returns what is wrong, one flaw for each reason, with the first that shows it */
export function judgeEvents(
  events: readonly unknown[],
  records: readonly ExpectedRecord[],
  trail: Trail,
): Flaw[] {
  const found = new Findings();
  const expected = new Map<string | undefined, Expectation>();
  records.forEach(({ record, event }, at) => {
    const hash = hashOf(record) as string;
    const known = expected.get(hash) ?? { at, record, hash, expected: [], events: [], spare: [] };
    expected.set(hash, known);
    known.expected.push(event);
    known.events.push(undefined);
  });
  for (const [at, event] of events.entries()) {
    const place = `events[${at}]`;
    if (!isEvent(event, place, found)) continue;
    const of = expected.get(hashOf(event.raw));
    const { ordinal } = event.source;
    if (!of) found.add('invented-events', `${place}.raw`, 'one of the records', event.raw);
    else if (ordinal < of.events.length && of.events[ordinal] === undefined)
      of.events[ordinal] = event;
    else of.spare.push(event);
  }
  for (const of of expected.values()) {
    of.events.forEach((event, ordinal) => {
      const stray = event ? undefined : of.spare.shift();
      if (stray)
        found.add(
          'wrong-ordinal',
          `source.ordinal of ${nameOf(of)}`,
          ordinal,
          stray.source.ordinal,
        );
      const made = event ?? stray;
      if (!made)
        found.add('lost-events', nameOf(of), 'an event for each time it stands there', 'none');
      else {
        judgeIdentity(made, of, trail, found);
        const event = of.expected[ordinal];
        if (event) judgeParts(made, event, () => nameOf(of), found);
      }
    });
    for (const _ of of.spare)
      found.add(
        'repeated-events',
        nameOf(of),
        times(of.events.length),
        times(of.events.length + of.spare.length),
      );
  }
  return found.flaws();
}

/** Whether events have the form that they should. */
export function judgeForms(events: readonly unknown[]): Flaw[] {
  const found = new Findings();
  for (const [at, event] of events.entries()) isEvent(event, `events[${at}]`, found);
  return found.flaws();
}

function isEvent(event: unknown, place: string, found: Findings): event is AuditEvent {
  const fits = schema('audit-event/event.schema.json');
  if (fits(event)) return true;
  found.add('no-event', place, ...misfitOf(event, fits.errors));
  return false;
}

/** Records of one form, what is expected of each, and the events that they became, by their ordinals. */
interface Expectation {
  record: object;
  /** Where the first of them stands. */
  at: number;
  hash: string;
  expected: ExpectedRecord['event'][];
  events: (AuditEvent | undefined)[];
  /** Those whose ordinal is none of theirs, or another's. */
  spare: AuditEvent[];
}

function judgeIdentity(made: AuditEvent, { hash, at }: Expectation, trail: Trail, found: Findings) {
  const { source, target, id } = made;
  const { vendor, tenant } = trail;
  const of = `record ${at}`;
  if (source.record_sha256 !== hash)
    found.add('wrong-hash', `source.record_sha256 of ${of}`, hash, source.record_sha256);
  if (source.vendor !== vendor)
    found.add('wrong-source', `source.vendor of ${of}`, vendor, source.vendor);
  if (source.tenant !== tenant)
    found.add('wrong-source', `source.tenant of ${of}`, tenant, source.tenant);
  if (target.id !== trail.target)
    found.add('wrong-target', `target.id of ${of}`, trail.target, target.id);
  const right = idOf(vendor, tenant, trail.target, hash, source.ordinal);
  if (id !== right) found.add('wrong-id', `id of ${of}`, right, id);
}

const PARTS: Readonly<Record<Exclude<keyof ExpectedEvent, 'loss'>, EventReason>> = {
  id: 'wrong-id',
  source: 'wrong-source',
  time: 'wrong-time',
  actor: 'wrong-actor',
  action: 'wrong-action',
  target: 'wrong-target',
  changes: 'wrong-changes',
  recipients: 'wrong-recipients',
  message: 'wrong-message',
};

function judgeParts(made: AuditEvent, expected: ExpectedEvent, of: () => string, found: Findings) {
  for (const [name, reason] of Object.entries(PARTS) as [keyof typeof PARTS, EventReason][]) {
    const want: unknown = expected[name];
    if (want === undefined) continue;
    const have: unknown = made[name];
    if (isPart(want)) {
      for (const [key, value] of Object.entries(want))
        compare(value, (have as Record<string, unknown>)[key], reason, `${name}.${key}`);
    } else compare(want, have, reason, name);
  }
  const { loss } = expected;
  const hidden = loss.filter((one) => !made.loss.includes(one));
  const invented = made.loss.filter((one) => !loss.includes(one));
  if (hidden.length > 0) found.add('hidden-loss', () => `loss of ${of()}`, loss, made.loss);
  if (invented.length > 0) found.add('invented-loss', () => `loss of ${of()}`, loss, made.loss);

  /** null stands for what must not be there, where it may be left out. */
  function compare(want: unknown, have: unknown, reason: EventReason, part: string) {
    if (!isSame(want, have ?? null)) found.add(reason, () => `${part} of ${of()}`, want, have);
  }
}

function isPart(value: unknown): value is object {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function nameOf({ at, record }: Expectation): string {
  return `record ${at} (${shown(record)})`;
}

function times(count: number): string {
  return count === 1 ? 'one event' : `${count} events`;
}

function misfitOf(event: unknown, errors: ErrorObject[] | null | undefined): [unknown, unknown] {
  const [first] = errors ?? [];
  return [
    `an AuditEvent${first ? ` (${first.instancePath || 'it'} ${first.message})` : ''}`,
    event,
  ];
}
