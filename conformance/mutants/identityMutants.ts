/** Normalizers whose events are not what they were before, or stand for other records. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { v5 } from 'uuid';
import { namespace } from '../../specs/audit-event/namespace.js';
import type { AuditEvent } from '../../specs/audit-event/types.js';
import type { NormalizerMutant } from './NormalizerMutant.js';
import { rewritten } from './rewritten.js';

type Whole = NonNullable<NormalizerMutant['whole']>;

/** Another event in the place of each. */
function each(change: (event: AuditEvent, at: number) => object): Whole {
  return (right, what) => right(what).map(change);
}

/** An event with the id that belongs to some values. */
function withId(event: AuditEvent, values: readonly unknown[], within = namespace) {
  return { ...event, id: v5(canonicalize(values) as string, within) };
}

/** The values that an id is made of. */
function valuesOf({ source, target }: AuditEvent): [string, string, string, string, number] {
  return [source.vendor, source.tenant, target.id, source.record_sha256, source.ordinal];
}

/** Hashes another text of the record, all else being right. */
function hashes(write: (raw: unknown) => string): Whole {
  return each((event) => {
    const record_sha256 = createHash('sha256').update(write(event.raw)).digest('hex');
    const made = { ...event, source: { ...event.source, record_sha256 } };
    return withId(made, valuesOf(made));
  });
}

/** JSON as Python writes it unless it is told otherwise. */
const asciiOnly = (text: string) =>
  text.replace(/[^\0-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

const seen = new Map<string, number>();

export const identityMutants: readonly NormalizerMutant[] = [
  {
    name: 'one-trail-cut',
    mistake: 'reads no more than the first body',
    case: 'whole/two-thousand',
    reason: 'lost-events',
    whole: (right, what) => right({ ...what, bodies: what.bodies.slice(0, 1) }),
  },
  {
    name: 'drops-doubles',
    mistake: 'takes identical records for one',
    case: 'identity/identical',
    reason: 'lost-events',
    whole: (right, what) => right(what).filter(({ source }) => source.ordinal === 0),
  },
  {
    name: 'does-not-count',
    mistake: 'gives identical records the same ordinal, and so the same id',
    case: 'identity/identical',
    reason: 'wrong-ordinal',
    whole: each((event) => {
      const made = { ...event, source: { ...event.source, ordinal: 0 } };
      return withId(made, valuesOf(made));
    }),
  },
  {
    name: 'numbers-all',
    mistake: 'takes the place in the trail for the ordinal',
    case: 'identity/alike',
    reason: 'wrong-ordinal',
    whole: each((event, ordinal) => {
      const made = { ...event, source: { ...event.source, ordinal } };
      return withId(made, valuesOf(made));
    }),
  },
  {
    name: 'counts-each-page',
    mistake: 'begins to count identical records anew with each body',
    case: 'identity/identical',
    reason: 'depends-on-pages',
    whole: (right, what) => what.bodies.flatMap((body) => right({ ...what, bodies: [body] })),
  },
  {
    name: 'counts-for-ever',
    mistake: 'goes on counting identical records of trails before',
    case: 'whole/repeat',
    reason: 'depends-on-before',
    also: ['whole/some-of-them'],
    whole: each((event) => {
      const { record_sha256: hash } = event.source;
      const ordinal = seen.get(hash) ?? 0;
      seen.set(hash, ordinal + 1);
      const made = { ...event, source: { ...event.source, ordinal } };
      return withId(made, valuesOf(made));
    }),
  },
  {
    name: 'gives-every-record-twice',
    mistake: 'makes two events of each record',
    case: 'identity/alike',
    reason: 'repeated-events',
    whole: (right, what) => right(what).flatMap((event) => [event, event]),
  },
  {
    name: 'ids-of-another-namespace',
    mistake: 'makes ids in the namespace of DNS names',
    case: 'identity/alike',
    reason: 'wrong-id',
    whole: each((event) => withId(event, valuesOf(event), v5.DNS)),
  },
  {
    name: 'ids-without-the-ordinal',
    mistake: 'leaves the ordinal out of the id',
    case: 'identity/identical',
    reason: 'wrong-id',
    whole: each((event) => withId(event, valuesOf(event).slice(0, 4))),
  },
  {
    name: 'hashes-as-it-comes',
    mistake: 'hashes the record with its keys as they came',
    case: 'identity/sorted-keys',
    reason: 'wrong-hash',
    also: ['whole/keys', 'whole/other-key-order'],
    whole: hashes((raw) => JSON.stringify(raw)),
  },
  {
    name: 'hashes-escapes',
    mistake: 'hashes what is not ASCII as escapes',
    case: 'identity/escapes',
    reason: 'wrong-hash',
    whole: hashes((raw) => asciiOnly(canonicalize(raw) as string)),
  },
  {
    name: 'hashes-with-blanks',
    mistake: 'hashes JSON with a blank behind each comma and colon',
    case: 'identity/alike',
    reason: 'wrong-hash',
    whole: hashes((raw) => (canonicalize(raw) as string).replaceAll(/([,:])(?=["{[\d])/g, '$1 ')),
  },
  {
    name: 'hashes-numbers-in-full',
    mistake: 'hashes 1e21 as a one and its zeros',
    case: 'identity/numbers',
    reason: 'wrong-hash',
    whole: hashes((raw) => (canonicalize(raw) as string).replaceAll(/(\d)e\+?(\d+)/g, '$1.0E$2')),
  },
  {
    name: 'composes-letters',
    mistake: 'brings texts into Unicode normal form C',
    case: 'identity/other-spelling',
    reason: 'invented-events',
    whole: each((event) => ({
      ...event,
      raw: rewritten(event.raw, (text) => text.normalize('NFC')),
    })),
  },
  {
    name: 'adds-to-the-raw',
    mistake: 'writes the time of reading into the record',
    case: 'identity/alike',
    reason: 'invented-events',
    whole: each((event) => ({ ...event, raw: { ...event.raw, read_at: 0 } })),
  },
  {
    name: 'leaves-out-nulls',
    mistake: 'leaves out keys of which nothing is known',
    case: 'identity/alike',
    reason: 'no-event',
    whole: each((event) =>
      JSON.parse(JSON.stringify(event), (_, value) => (value === null ? undefined : value)),
    ),
  },
  {
    name: 'has-more',
    mistake: 'adds a key that events do not have',
    case: 'identity/alike',
    reason: 'no-event',
    whole: each((event) => ({ ...event, severity: 'info' })),
  },
  {
    name: 'names-the-machine',
    mistake: "takes the machine's zone where it writes times",
    case: 'whole/two-thousand',
    reason: 'wrong-time',
    whole: each(({ time, ...event }) => {
      const local = new Date(time.instant ?? 0);
      const instant = new Date(+local - local.getTimezoneOffset() * 60_000).toISOString();
      const kept = time.precision === 'millisecond' ? instant : instant.replace('.000', '');
      return { ...event, time: { ...time, instant: time.instant && kept } };
    }),
  },
];
