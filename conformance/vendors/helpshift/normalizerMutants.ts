/** Normalizers of Helpshift's records that are wrong. */
import type { AuditEvent, EventActor, EventChange } from '../../../specs/audit-event/types.js';
import type { NormalizerMutant } from '../../mutants/NormalizerMutant.js';
import { ClientError } from '../../reference/ClientError.js';
import { epochTime } from '../../reference/epochTime.js';
import { isObject } from '../../reference/isObject.js';
import { timestampTime } from '../../reference/timestampTime.js';
import { unreadableTime } from '../../reference/unreadableTime.js';
import type { Context, Raw, Reading } from '../../reference/VendorNormalizer.js';

export const normalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'one-trail-cut',
    mistake: 'reads no more than the first body',
    ...{ case: 'whole/two-thousand', reason: 'lost-events' },
    whole: (right, what) => right({ ...what, bodies: what.bodies.slice(0, 1) }),
  },
  // The list of a body
  {
    name: 'one-name',
    mistake: 'knows the list as audit_logs only',
    ...{ case: 'bodies/names-of-the-list', reason: 'gave-up' },
    vendor: () => ({ listOf: (body) => (body as Raw).audit_logs }),
  },
  {
    name: 'no-bare-list',
    mistake: 'takes the keys of a body that is the list, and finds none',
    ...{ case: 'bodies/bare-list', reason: 'lost-events' },
    vendor: ({ listOf }) => ({ listOf: (body) => (Array.isArray(body) ? [] : listOf(body)) }),
  },
  {
    name: 'first-that-is-true',
    mistake: 'takes an empty list for none, as "or" does in Python, and goes on to the next',
    ...{ case: 'bodies/several-lists', reason: 'invented-events' },
    vendor: ({ listOf }) => ({ listOf: (body) => filledOf(body) ?? listOf(body) }),
  },
  {
    name: 'any-list',
    mistake: 'takes whatever list a body has',
    ...{ case: 'bodies/other-list', reason: 'no-error' },
    vendor: ({ listOf }) => ({
      listOf: (body) => listOf(body) ?? Object.values(body ?? {}).find(Array.isArray),
    }),
  },
  {
    name: 'values-of-an-object',
    mistake: 'takes the values of an object for the records',
    ...{ case: 'bodies/list-as-object', reason: 'no-error' },
    vendor: ({ listOf }) => ({
      listOf: (body) =>
        listOf(body) ?? (isObject(body) && body.audit_logs && Object.values(body.audit_logs)),
    }),
  },
  {
    name: 'empty-is-wrong',
    mistake: 'takes an empty list for an answer that cannot be read',
    ...{ case: 'bodies/no-records', reason: 'gave-up' },
    also: ['bodies/empty-pages'],
    vendor: ({ listOf }) => ({ listOf: (body) => (isEmpty(listOf(body)) ? null : listOf(body)) }),
  },
  {
    name: 'believes-totals',
    mistake: 'takes no more records than a body says that there are',
    ...{ case: 'bodies/what-a-body-says', reason: 'lost-events' },
    vendor: ({ listOf }) => ({
      listOf: (body) => (listOf(body) as []).slice(0, (body as Raw)['total-hits'] as number),
    }),
  },
  {
    name: 'needs-a-body',
    mistake: 'takes a trail without bodies for a wrong request',
    ...{ case: 'bodies/no-bodies', reason: 'gave-up' },
    whole(right, what) {
      if (what.bodies.length === 0) throw new ClientError('invalid_request', 'found no body');
      return right(what);
    },
  },
  {
    name: 'drops-what-says-nothing',
    mistake: 'leaves out records without an action',
    ...{ case: 'loss/empty-record', reason: 'lost-events' },
    also: ['action/absent'],
    whole: (right, what) => right(what).filter(({ action }) => action.original !== null),
  },
  // Time
  {
    name: 'guesses-seconds',
    mistake: 'takes a number for seconds where it would be long ago',
    ...{ case: 'time/no-seconds', reason: 'wrong-time' },
    vendor: timeBy((value) => (isShort(value) ? epochTime(value * 1000) : undefined)),
  },
  {
    name: 'guesses-microseconds',
    mistake: 'takes a number for microseconds where it would be far away',
    ...{ case: 'time/far-away', reason: 'wrong-time' },
    vendor: timeBy((value) =>
      typeof value === 'number' && value > 1e14 ? epochTime(Math.trunc(value / 1000)) : undefined,
    ),
  },
  {
    name: 'cuts-milliseconds',
    mistake: 'leaves the fraction of a millisecond out',
    ...{ case: 'time/fraction-of-a-millisecond', reason: 'wrong-time' },
    vendor: timeBy((value) =>
      typeof value === 'number' ? epochTime(Math.trunc(value)) : undefined,
    ),
  },
  {
    name: 'no-empty-fraction',
    mistake: 'leaves a fraction out that is 0, as isoformat does in Python',
    ...{ case: 'time/milliseconds', reason: 'wrong-time' },
    vendor: reads(({ time }) => ({
      time: { ...time, instant: time.instant?.replace('.000Z', 'Z') ?? null },
    })),
  },
  {
    name: 'zero-is-nothing',
    mistake: 'takes 0 for no time',
    ...{ case: 'time/before-1970', reason: 'wrong-time' },
    vendor: timeBy((value) => (value ? undefined : unreadableTime(null))),
  },
  {
    name: 'makes-numbers',
    mistake: 'makes a number of whatever is no text, as Number does in JavaScript',
    ...{ case: 'time/wrong-types', reason: 'wrong-time' },
    also: ['time/absent'],
    vendor: timeBy((value) => (typeof value === 'string' ? undefined : epochTime(Number(value)))),
  },
  {
    name: 'reads-digits',
    mistake: 'takes a text of digits for a number',
    ...{ case: 'time/text-of-a-number', reason: 'wrong-time' },
    vendor: timeBy((value) => (/^\d+$/.test(`${value}`) ? epochTime(Number(value)) : undefined)),
  },
  {
    name: 'digits-of-the-body',
    mistake: 'gives numbers as the body writes them, not in their canonical form',
    ...{ case: 'time/written-oddly', reason: 'wrong-time' },
    whole(right, what) {
      const numbers = [...what.bodies.join().matchAll(/"action_taken_at":([^,}]+)/g)];
      return right(what).map((event, at) => {
        const original = numbers[at]?.[1] ?? null;
        return { ...event, time: { ...event.time, original } };
      });
    },
  },
  {
    name: 'reads-any-date',
    mistake: 'reads what Date.parse of JavaScript reads',
    ...{ case: 'time/text-other-forms', reason: 'wrong-time' },
    also: ['time/text-no-zone', 'time/text-impossible'],
    vendor: timeBy((value) => {
      const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
      return Number.isNaN(time) ? undefined : { ...epochTime(time), original: value as string };
    }),
  },
  {
    name: 'all-in-utc',
    mistake: 'forgets the offset once the instant is known',
    ...{ case: 'time/text-offset', reason: 'wrong-time' },
    also: ['time/text-borders'],
    vendor: reads(({ time }) => ({ time: { ...time, zone: time.zone && '+00:00' } })),
  },
  {
    name: 'fraction-as-a-number',
    mistake: 'takes .8 for 8 milliseconds',
    ...{ case: 'time/text-utc', reason: 'wrong-time' },
    vendor: timeBy((value) => {
      const padded = `${value}`.replace(/\.(\d{1,2})(?=[Z+-])/, (_, f) => `.${f.padStart(3, '0')}`);
      return padded === `${value}` ? undefined : timestampTime(padded);
    }),
  },
  {
    name: 'years-of-two-digits',
    mistake: 'takes the years 0 to 99 for those from 1900 on, as Date.UTC does in JavaScript',
    ...{ case: 'time/text-far-away', reason: 'wrong-time' },
    vendor: reads(({ time }) => ({
      time: { ...time, instant: time.instant?.replace(/^00/, '19') ?? null },
    })),
  },
  {
    name: 'digits-of-every-script',
    mistake: 'takes wide digits for digits',
    ...{ case: 'time/text-unicode-digits', reason: 'wrong-time' },
    vendor: timeBy((value) =>
      /[０-９]/.test(`${value}`) ? timestampTime(`${value}`.normalize('NFKC')) : undefined,
    ),
  },
  {
    name: 'any-offset',
    mistake: 'takes an offset as it comes, of whatever hours and minutes',
    ...{ case: 'time/text-impossible-offset', reason: 'wrong-time' },
    vendor: timeBy((value) =>
      /[+-](24|99|05:6)/.test(`${value}`)
        ? timestampTime(`${value}`.slice(0, 19).concat('Z'))
        : undefined,
    ),
  },
  {
    name: 'zone-of-the-context',
    mistake: 'names the zone of the context for every time',
    ...{ case: 'time/context-changes-nothing', reason: 'wrong-time' },
    vendor: reads(({ time }, _, { time_zone }) => ({
      time: time.zone && time_zone ? { ...time, zone_basis: 'configured', zone: time_zone } : time,
    })),
  },
  // The actor
  {
    name: 'anything-is-an-actor',
    mistake: 'takes an actor that is a text for a name',
    ...{ case: 'actor/wrong-types', reason: 'wrong-actor' },
    vendor: reads(({ actor }, { actor: given }) => ({
      actor: typeof given === 'string' ? { ...NAMELESS, name: given } : actor,
    })),
  },
  {
    name: 'empty-actor',
    mistake: 'takes an actor without anything for somebody of whom nothing is known',
    ...{ case: 'actor/absent', reason: 'wrong-actor' },
    vendor: reads(({ actor = NAMELESS }) => ({ actor })),
  },
  {
    name: 'roles-are-somebody',
    mistake: 'takes who has roles for somebody',
    ...{ case: 'actor/roles-alone', reason: 'wrong-actor' },
    vendor: reads(({ actor }, { actor: given }) => ({
      actor: actor ?? (isObject(given) && given.roles ? { ...NAMELESS, type: 'user' } : undefined),
    })),
  },
  {
    name: 'agents-first',
    mistake: 'takes everybody with a role for a user, even with a uid',
    ...{ case: 'actor/types', reason: 'wrong-actor' },
    vendor: acts(({ roles, type }) => ({ type: roles?.length ? 'user' : type })),
  },
  {
    name: 'knows-the-system',
    mistake: 'takes somebody who is called so for the system',
    ...{ case: 'actor/no-system', reason: 'wrong-actor' },
    vendor: acts(({ name, type }) => ({ type: /^System$|Bot/.test(name ?? '') ? 'system' : type })),
  },
  {
    name: 'email-for-a-name',
    mistake: 'gives the email where there is no name',
    ...{ case: 'actor/partial', reason: 'wrong-actor' },
    also: ['actor/blank-names'],
    vendor: acts(({ name, email }) => ({ name: name ?? email })),
  },
  {
    name: 'sorts-roles',
    mistake: 'gives each role once, in their order by name',
    ...{ case: 'actor/agent', reason: 'wrong-actor' },
    vendor: acts(({ roles }) => (roles ? { roles: [...new Set(roles)].sort() } : {})),
  },
  {
    name: 'splits-roles',
    mistake: 'cuts a text of roles at its commas',
    ...{ case: 'actor/roles-as-text', reason: 'wrong-actor' },
    vendor: acts((_, { roles }) => (typeof roles === 'string' ? { roles: roles.split(',') } : {})),
  },
  {
    name: 'makes-roles',
    mistake: 'makes texts of roles that are none',
    ...{ case: 'actor/roles-odd', reason: 'wrong-actor' },
    vendor: acts((_, { roles }) => (Array.isArray(roles) ? { roles: roles.map(String) } : {})),
  },
  {
    name: 'every-text-is-a-role',
    mistake: 'takes blank texts for roles, too',
    ...{ case: 'actor/roles-as-written', reason: 'wrong-actor' },
    vendor: acts((_, { roles }) =>
      Array.isArray(roles) ? { roles: roles.filter((role) => typeof role === 'string') } : {},
    ),
  },
  {
    name: 'keeps-blanks',
    mistake: 'gives the name as it is written, blanks included',
    ...{ case: 'actor/blanks', reason: 'wrong-actor' },
    vendor: acts(({ name }, given) => ({ name: name && (given.name as string) })),
  },
  {
    name: 'trims-as-javascript',
    mistake: 'drops what trim of JavaScript drops',
    ...{ case: 'actor/unicode-blanks', reason: 'wrong-actor' },
    also: ['actor/no-blanks'],
    vendor: acts(({ name }, given) => ({ name: name && ((given.name as string).trim() || null) })),
  },
  {
    name: 'copies-by-assignment',
    mistake: 'copies records key by key, which makes a prototype of __proto__',
    ...{ case: 'actor/inherited', reason: 'wrong-actor' },
    also: ['changes/fields-of-the-language'],
    vendor: ({ reader }) => ({
      reader: (context) => {
        const read = reader(context);
        return (record) => read(assigned(record) as Raw);
      },
    }),
  },
  {
    name: 'composes',
    mistake: 'brings names to the composed form of Unicode',
    ...{ case: 'text/unicode', reason: 'wrong-actor' },
    vendor: acts(({ name }) => ({ name: name?.normalize('NFC') ?? null })),
  },
  {
    name: 'escapes-markup',
    mistake: 'escapes names for a page, which is for whoever shows them',
    ...{ case: 'text/html', reason: 'wrong-actor' },
    vendor: acts(({ name }) => ({ name: name?.replaceAll('<', '&lt;') ?? null })),
  },
  {
    name: 'column-of-255',
    mistake: 'cuts names that are longer than 255 characters',
    ...{ case: 'text/long', reason: 'wrong-actor' },
    vendor: acts(({ name }) => ({ name: name?.slice(0, 255) ?? null })),
  },
  // The action
  {
    name: 'guesses-verbs',
    mistake: 'takes the first word of an action for its verb',
    ...{ case: 'action/unrecognized', reason: 'wrong-action' },
    vendor: reads(({ action }) => {
      const [verb] = ['create', 'update', 'delete'].filter((one) =>
        action.original?.startsWith(one),
      );
      return { action: { ...action, verb: action.verb ?? (verb as 'delete' | undefined) } };
    }),
  },
  {
    name: 'spells-tolerantly',
    mistake: 'recognizes actions in capitals, too',
    ...{ case: 'action/nearly-known', reason: 'wrong-action' },
    vendor: reads(({ action }) => ({
      action: action.original === 'RESOLVE' ? { ...action, verb: 'update' } : action,
    })),
  },
  {
    name: 'object-as-a-table',
    mistake: 'looks actions up in an object, which has constructor, too',
    ...{ case: 'action/inherited', reason: 'hidden-loss' },
    vendor: reads(({ action }) => ({
      action: (action.original ?? '') in {} ? { ...action, verb: 'update' } : action,
    })),
  },
  {
    name: 'no-published-action',
    mistake: 'takes add-tags for an action that it does not know',
    ...{ case: 'action/verbs', reason: 'wrong-action' },
    vendor: reads(({ action }) => ({
      action: action.original === 'add-tags' ? { ...action, verb: undefined } : action,
    })),
  },
  {
    name: 'camel-case',
    mistake: 'cuts words at capitals, too',
    ...{ case: 'action/names', reason: 'wrong-action' },
    whole: named((original) => original.replace(/([a-z])([A-Z])/g, '$1_$2')),
  },
  {
    name: 'lower-case-first',
    mistake: 'brings an action to lower case before it keeps what is ASCII',
    ...{ case: 'action/names-in-ascii', reason: 'wrong-action' },
    whole: named((original) => original.toLowerCase()),
  },
  // Changes
  {
    name: 'compares-texts',
    mistake: 'compares values as they are written, whose keys may stand in another order',
    ...{ case: 'changes/same-values', reason: 'wrong-changes' },
    vendor: changes((made, { from_data: from, to_data: to }) =>
      made.length === 0 && JSON.stringify(from) !== JSON.stringify(to) ? [wholeOf(from, to)] : made,
    ),
  },
  {
    name: 'equal-enough',
    mistake: 'compares values with == of JavaScript',
    ...{ case: 'changes/different-values', reason: 'wrong-changes' },
    // biome-ignore lint/suspicious/noDoubleEquals: the mistake
    vendor: changes((made) => made.filter(({ from, to }) => from === to || from != to)),
  },
  {
    name: 'null-for-missing',
    mistake: 'gives null for a value that is not there',
    ...{ case: 'changes/fields', reason: 'wrong-changes' },
    vendor: changes((made) => made.map((one) => ({ from: null, to: null, ...one }))),
  },
  {
    name: 'missing-for-null',
    mistake: 'leaves out a value that is null',
    ...{ case: 'changes/null-or-missing', reason: 'wrong-changes' },
    vendor: changes((made) =>
      made.map(({ from, ...one }) => (from === null ? one : { from, ...one })),
    ),
  },
  {
    name: 'as-code-points',
    mistake: 'sorts fields by their code points',
    ...{ case: 'changes/order', reason: 'wrong-changes' },
    vendor: changes((made) =>
      [...made].sort((a, b) =>
        Buffer.compare(Buffer.from(a.field ?? ''), Buffer.from(b.field ?? '')),
      ),
    ),
  },
  {
    name: 'goes-deeper',
    mistake: 'makes a change of each key within a field',
    ...{ case: 'changes/whole-values', reason: 'wrong-changes' },
    vendor: changes((made) =>
      made.flatMap((one) =>
        isObject(one.from)
          ? Object.keys(one.from).map((key) => ({ ...one, field: `${one.field}.${key}` }))
          : one,
      ),
    ),
  },
  {
    name: 'tidy-fields',
    mistake: 'drops blanks around a field',
    ...{ case: 'changes/fields-as-written', reason: 'wrong-changes' },
    vendor: changes((made) => made.map((one) => ({ ...one, field: one.field?.trim() ?? null }))),
  },
  {
    name: 'creation-by-fields',
    mistake: 'makes a change of each field where there was no state before',
    ...{ case: 'changes/whole-state', reason: 'wrong-changes' },
    vendor: changes((made, { from_data, to_data }) =>
      !from_data && isObject(to_data)
        ? Object.keys(to_data).map((field) => ({
            ...BY_FIELD,
            field,
            to: to_data[field] as string,
          }))
        : made,
    ),
  },
  {
    name: 'false-is-nothing',
    mistake: 'takes states such as 0 and false for none',
    ...{ case: 'changes/whole-state-odd', reason: 'wrong-changes' },
    vendor: changes((made, { from_data, to_data }) => (from_data || to_data ? made : [])),
  },
  {
    name: 'states-are-a-change',
    mistake: 'makes a change wherever there is a state, even of the same',
    ...{ case: 'changes/whole-state-none', reason: 'wrong-changes' },
    also: ['changes/none'],
    vendor: changes((made, { from_data, to_data }) =>
      made.length === 0 ? [wholeOf(from_data, to_data)] : made,
    ),
  },
  {
    name: 'finds-a-message',
    mistake: 'takes a key that the page does not know for the message',
    ...{ case: 'identity/unknown-keys', reason: 'wrong-message' },
    vendor: reads((_, { message }) => ({ message: message as string })),
  },
  {
    name: 'losses-of-others',
    mistake: 'says that values are texts, which no rule asks of this vendor',
    ...{ case: 'loss/not-of-this-vendor', reason: 'invented-loss' },
    vendor: reads(({ changes }) => ({
      losses: changes.some(({ to }) => /^\d/.test(`${to}`)) ? ['change.stringly_typed'] : [],
    })),
  },
];

const NAMELESS: EventActor = {
  ...{ type: 'unknown', id: null, name: null, email: null, basis: 'structured' },
};
const BY_FIELD = { op: 'set', basis: 'structured' } as const;

/** One that reads something else in a record. */
function reads(
  change: (reading: Reading, record: Raw, context: Context) => Partial<Reading>,
): NormalizerMutant['vendor'] {
  return ({ reader }) => ({
    reader: (context) => {
      const read = reader(context);
      return (record) => {
        const reading = read(record);
        return { ...reading, ...change(reading, record, context) };
      };
    },
  });
}

/** @param read undefined where it makes no mistake */
function timeBy(read: (value: unknown) => Reading['time'] | undefined) {
  return reads(({ time }, { action_taken_at: value }) => ({ time: read(value) ?? time }));
}

/** One that takes somebody who is named for somebody else. */
function acts(change: (actor: EventActor, given: Raw) => Partial<EventActor>) {
  return reads(({ actor }, record) => ({
    actor: actor && { ...actor, ...change(actor, record.actor as Raw) },
  }));
}

function changes(change: (made: EventChange[], record: Raw) => EventChange[]) {
  return reads((reading, record) => ({ changes: change(reading.changes, record) }));
}

/** One that makes something else of a token before it is a name. */
function named(change: (original: string) => string): NormalizerMutant['whole'] {
  return (right, what) =>
    right(what).map((event): AuditEvent => {
      const { original } = event.action;
      const name = change(original ?? '')
        .replace(/[^A-Za-z0-9]+/g, '_')
        .replace(/^_|_$/g, '');
      return { ...event, action: { ...event.action, name: name.toLowerCase() || null } };
    });
}

function wholeOf(from: unknown, to: unknown): EventChange {
  return { ...BY_FIELD, field: null, from: (from ?? null) as string, to: (to ?? null) as string };
}

function filledOf(body: unknown): unknown {
  const { audit_logs, 'audit-logs': hyphens, issues } = body as Raw;
  return [audit_logs, hyphens, issues].find((list) => Array.isArray(list) && list.length > 0);
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0;
}

/** So few milliseconds that they could be seconds. */
function isShort(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) < 1e11;
}

function assigned(value: unknown): unknown {
  if (!isObject(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) copy[key] = assigned(inner);
  return copy;
}
