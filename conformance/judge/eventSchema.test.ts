import { registerSchema, unregisterSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../specs/audit-event/types.js';
import { readSpec } from '../../specs/readSpec.js';
import { schema } from '../../specs/schemas.js';
import { asksOf } from '../cases/asksOf.js';
import { readCases } from '../cases/readCases.js';
import { ClientError } from '../reference/ClientError.js';
import { referenceNormalizer } from '../reference/referenceNormalizer.js';
import { judgedVendors } from '../vendors/index.js';

type Json = Record<string, unknown>;

const eventSchema = readSpec('audit-event/event.schema.json') as Json;
const isEvent = schema('audit-event/event.schema.json');
const normalize = referenceNormalizer(judgedVendors);

/** What is right: the events of all cases that are not many of a kind. */
const right = judgedVendors.flatMap(({ name, caseTrail }) =>
  readCases(name, 'normalizer')
    .filter(({ constructed = 0 }) => constructed < 500)
    .flatMap((one) => asksOf(one, caseTrail, 1))
    .filter(({ varied }) => varied === undefined)
    .flatMap(({ context, bodies }) => {
      try {
        return normalize({ vendor: name, context, bodies });
      } catch (error) {
        if (error instanceof ClientError) return [];
        throw error;
      }
    }),
);

/** An event that has every part. */
const full: AuditEvent = {
  schema_version: '1.0',
  id: '4a1b2c3d-0000-5000-8000-000000000001',
  source: {
    ...{ vendor: 'acme', product: 'Acme Desk', tenant: 'client_4', record_type: 'ticket_log' },
    ...{ record_sha256: '0'.repeat(64), ordinal: 0 },
  },
  time: {
    ...{ instant: '2025-10-08T13:07:00.863Z', precision: 'millisecond', zone_basis: 'explicit' },
    ...{ zone: '+05:30', original: '2025-10-08T18:37:00.863+05:30' },
  },
  actor: {
    ...{ type: 'user', id: 'ada', name: 'Ada Osei', email: 'ada@example.com', roles: ['Agent'] },
    basis: 'structured',
  },
  action: { verb: 'update', name: 'add_tags', original: 'add-tags', basis: 'structured' },
  target: { type: 'ticket', subtype: 'issue', id: '1', name: 'No VPN' },
  changes: [{ field: 'tags', op: 'set', from: [], to: ['vpn'], basis: 'structured' }],
  recipients: [{ kind: 'to', address: 'ada@example.com' }],
  message: 'Ada has changed tags.',
  loss: ['actor.partial', 'change.parsed'],
  raw: { any: 'thing' },
};

/** Values that a part may not have, by its place. */
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  schema_version: ['1', 1],
  id: [
    '4a1b2c3d-0000-4000-8000-000000000001',
    '4A1B2C3D-0000-5000-8000-000000000001',
    '4a1b2c3d-0000-5000-c000-000000000001',
    'x4a1b2c3d-0000-5000-8000-000000000001',
    '4a1b2c3d-0000-5000-8000-0000000000012',
  ],
  'source.vendor': ['Acme', '', 'acme1'],
  'source.product': [''],
  'source.tenant': [''],
  'source.record_type': ['Ticket', '', 'a__b', '_a', 'a_'],
  'source.record_sha256': ['0'.repeat(63), '0'.repeat(65), 'A'.repeat(64)],
  'source.ordinal': [-1, 0.5, '0'],
  'time.instant': [
    ...['2025-10-08T13:07:00', '2025-10-08T13:07:00+00:00', '2025-10-08 13:07:00Z', ' '],
    ...['2025-13-08T13:07:00Z', '2025-10-32T13:07:00Z', '2025-10-08T24:07:00Z'],
    ...['2025-10-08T13:60:00Z', '2025-10-08T13:07:60Z', '2025-10-08T13:07:00.1Z'],
    ...['12025-10-08T13:07:00Z', '2025-10-08T13:07:00ZZ', '2025-00-08T13:07:00Z'],
    '2025-10-00T13:07:00Z',
  ],
  'time.precision': ['hour', ''],
  'time.zone_basis': ['guessed', ''],
  'time.zone': ['', '+5:30', '+0530', '+24:00', 'Asia/', '/Kolkata', 'Asia Kolkata', '+05:300'],
  'actor.type': ['bot', ''],
  'actor.id': [''],
  'actor.name': [''],
  'actor.email': [''],
  'actor.basis': ['guessed', ''],
  'action.verb': ['close', ''],
  'action.name': ['', 'Add', 'add-tags', '_add', 'add_', 'a__b'],
  'action.basis': ['absent', ''],
  'target.type': ['issue'],
  'target.subtype': ['', 'Issue', 'a__b'],
  'target.id': [''],
  'target.name': [''],
  'changes.0.op': ['unset'],
  'changes.0.basis': ['absent'],
  'recipients.0.kind': ['bcc'],
  'recipients.0.address': [''],
  loss: [['time.unknown'], ['actor.partial', 'actor.partial']],
};

/** Parts that may be left out, or be null. */
const OPTIONAL = ['actor.roles', 'recipients', 'message', 'changes.0.from', 'changes.0.to'];
const NULLABLE = [
  ...['time.instant', 'time.precision', 'time.zone', 'time.original', 'actor.id', 'actor.name'],
  ...['actor.email', 'action.name', 'action.original', 'target.name', 'changes.0.field'],
  ...['changes.0.from', 'changes.0.to'],
];
/** Where anything may stand, and everything. */
const ANYTHING = /^(raw|changes\.0\.(from|to))\./;

/** Every place of an event that is not within a vendor's own value, with its value. */
function placesOf(value: unknown, at = ''): [string, unknown][] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const place = at === '' ? key : `${at}.${key}`;
    return ANYTHING.test(place) ? [] : [[place, inner], ...placesOf(inner, place)];
  });
}

/** A copy in which one place has another value, or is gone. */
function changed(place: string, ...value: [unknown?]): Json {
  const copy = structuredClone(full) as unknown as Json;
  const keys = place.split('.');
  const last = keys.pop() as string;
  let part = copy;
  for (const key of keys) part = part[key] as Json;
  if (value.length === 0 && Array.isArray(part)) part.splice(Number(last), 1);
  else if (value.length === 0) delete part[last];
  else part[last] = value[0];
  return copy;
}

const isValue = (place: string) => /^changes\.0\.(from|to)$/.test(place);
const isItem = (place: string) => /\.\d+$/.test(place);

const places = placesOf(full);
const wrong: readonly (readonly [string, unknown])[] = [
  ...Object.entries(WRONG).flatMap(([place, values]) =>
    values.map((value) => [`${place} is ${JSON.stringify(value)}`, changed(place, value)] as const),
  ),
  ...places
    .filter(([place]) => !OPTIONAL.includes(place) && !isItem(place))
    .map(([place]) => [`${place} is missing`, changed(place)] as const),
  ...places
    .filter(([place]) => !NULLABLE.includes(place))
    .map(([place]) => [`${place} is null`, changed(place, null)] as const),
  ...places
    .filter(([place]) => !isValue(place))
    .flatMap(([place, value]) => {
      const others = [7, 'seven words', true, [7], { seven: 7 }];
      const isOther = (other: unknown) =>
        typeof other !== typeof value || Array.isArray(other) !== Array.isArray(value);
      return others
        .filter((other) => isOther(other) || place === 'raw')
        .filter((other) => place !== 'raw' || Array.isArray(other) || typeof other !== 'object')
        .map((other) => [`${place} is ${JSON.stringify(other)}`, changed(place, other)] as const);
    }),
  ...places
    .filter(([place, value]) => place !== 'raw' && !Array.isArray(value) && !isValue(place))
    .filter(([, value]) => value !== null && typeof value === 'object')
    .map(([place]) => [`${place} has more`, changed(`${place}.more`, 1)] as const),
  ['it has more', changed('more', 1)],
  ['it is null', null],
  ['it is a list', [full]],
  ['it is a text', 'event'],
];

const NOT_JUDGING = ['$schema', '$defs', 'title', 'description', 'properties', '$ref'];

/** The schema with one thing taken out of it or widened, and what that was. */
function* mutants(node: unknown, path: readonly string[]): Generator<[string, Json]> {
  if (node === null || typeof node !== 'object') return;
  const at = (...more: string[]) => [...path, ...more];
  const isSchema = !/^(\$defs|properties)$/.test(path.at(-1) ?? '') && !Array.isArray(node);
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith('x-')) continue;
    const name = at(key).join('/');
    if (isSchema && !NOT_JUDGING.includes(key)) {
      yield [`without ${name}`, rebuilt(at(key))];
      if (Array.isArray(value) && key !== 'oneOf')
        for (const one of value.keys())
          if (key === 'required') yield [`without ${name}/${one}`, rebuilt(at(key, String(one)))];
      if (key === 'enum') yield [`with more in ${name}`, rebuilt(at(key), [...(value as []), 7])];
      if (key === 'type' && ![value].flat().includes('object'))
        yield [`with more in ${name}`, rebuilt(at(key), [value, 'object'].flat())];
    }
    yield* mutants(value, at(key));
  }
}

function rebuilt(path: readonly string[], ...value: [unknown?]): Json {
  const copy = structuredClone(eventSchema);
  const keys = [...path];
  const last = keys.pop() as string;
  let part = copy;
  for (const key of keys) part = part[key] as Json;
  if (value.length === 1) part[last] = value[0];
  else if (Array.isArray(part)) part.splice(Number(last), 1);
  else delete part[last];
  return copy;
}

const ALL_TYPES = 'every type of JSON is allowed; the list is for the types of TypeScript';
/** Changes that nobody can see, each with why. */
const UNSEEN: Readonly<Record<string, string>> = {
  'without properties/raw/additionalProperties': 'true is what it is without it',
  'without $defs/Change/properties/from/type': ALL_TYPES,
  'without $defs/Change/properties/to/type': ALL_TYPES,
};

const options = { strict: false, keywords: ['x-expected', 'x-meanings', 'x-namespace'] };

describe('the schema of AuditEvents', () => {
  it('takes what the reference makes of every case, and an event that has every part', () => {
    expect(right.length).toBeGreaterThan(100);
    for (const event of [full, ...right])
      expect(isEvent(event), JSON.stringify(isEvent.errors?.[0])).toBe(true);
  });

  it.each([...OPTIONAL])('takes an event without %s', (place) => {
    expect(isEvent(changed(place))).toBe(true);
  });

  it.each([...NULLABLE])('takes an event in which %s is null', (place) => {
    expect(isEvent(changed(place, null))).toBe(true);
  });

  it.each(wrong)('refuses an event of which %s', (_, event) => {
    expect(isEvent(event)).toBe(false);
  });

  it.each([...mutants(eventSchema, [])])('is not the same %s', (name, mutant) => {
    const judge = new Ajv2020(options).compile(mutant);
    const seen = wrong.some(([, event]) => judge(event)) || !right.every((event) => judge(event));
    // What is said to be unseen must be.
    expect(seen).toBe(!(name in UNSEEN));
  });
});

describe('another validator', () => {
  const id = 'https://auditrig.invalid/event';
  beforeAll(() => registerSchema(eventSchema as never, id));
  afterAll(() => unregisterSchema(id));

  it('agrees on what is right and on what is wrong', async () => {
    const judge = await validate(id);
    const said = (event: unknown) => judge(event as never).valid;
    expect([full, ...right].filter((event) => !said(event))).toEqual([]);
    expect(wrong.filter(([, event]) => said(event))).toEqual([]);
  });
});
