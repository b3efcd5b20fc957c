/** Normalizers of Motadata's records that are wrong. */
import type { EventChange, EventTime } from '../../../specs/audit-event/types.js';
import type { NormalizerMutant } from '../../mutants/NormalizerMutant.js';
import { tells } from '../../mutants/tells.js';
import type { Context, Reading } from '../../reference/VendorNormalizer.js';

export const normalizerMutants: readonly NormalizerMutant[] = [
  {
    name: 'one-trail-cut',
    mistake: 'reads no more than the first body',
    ...{ case: 'whole/two-thousand', reason: 'lost-events' },
    whole: (right, what) => right({ ...what, bodies: what.bodies.slice(0, 1) }),
  },
  {
    name: 'only-a-list',
    mistake: 'knows no objectList',
    ...{ case: 'bodies/object-list', reason: 'gave-up' },
    vendor: () => ({ listOf: (body) => body }),
  },
  {
    name: 'every-letter-lower',
    mistake: 'writes a host in lower case beyond ASCII',
    ...{ case: 'context/beyond-ascii', reason: 'wrong-source' },
    vendor: () => ({ tenantOf: (host) => host.toLowerCase() }),
  },
  {
    name: 'number-of-the-request',
    mistake: 'takes the id of a request for a number',
    ...{ case: 'context/target', reason: 'wrong-target' },
    whole: (right, { context, ...what }) =>
      right({ ...what, context: { ...context, target_id: String(Number(context.target_id)) } }),
  },
  {
    name: 'goes-on-without-a-zone',
    mistake: 'goes on without a context that it cannot use',
    ...{ case: 'context/no-such-zone', reason: 'no-error' },
    vendor: ({ reader }) => ({
      reader(context) {
        try {
          return reader(context);
        } catch {
          return reader({ tenant: context.tenant, target_id: context.target_id });
        }
      },
    }),
  },
  {
    name: 'visible-to-all',
    mistake: 'does not say that the log is only what a Requester may see',
    ...{ case: 'documented/records', reason: 'hidden-loss' },
    vendor: tells(({ losses, ...told }) => ({
      ...told,
      losses: losses.filter((loss) => loss !== 'visibility.requester_scoped'),
    })),
  },

  // Times
  {
    name: 'local-as-utc',
    mistake: 'takes the local time for UTC',
    ...{ case: 'documented/records', reason: 'wrong-time' },
    vendor: timed((time, { utc }) => ({ ...time, instant: utc.time.instant })),
  },
  {
    name: 'zone-of-the-machine',
    mistake: 'takes the zone of its machine where nobody says one',
    ...{ case: 'time/zone-unknown', reason: 'wrong-time' },
    vendor: ({ reader }) => ({
      reader: (context) =>
        reader({ time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...context }),
    }),
  },
  {
    name: 'noon-at-midnight',
    mistake: 'adds twelve hours to 12 pm and none to 12 am',
    ...{ case: 'time/noon', reason: 'wrong-time' },
    vendor: dated((text) => text.replace(/ 12:(\d\d) am$/, ' 12:$1 pm')),
  },
  {
    name: 'one-offset',
    mistake: 'takes the offset of January for that of all days',
    ...{ case: 'time/summer-and-winter', reason: 'wrong-time' },
    vendor: timed((time, { utc, winter }) => ({
      ...time,
      instant: moved(utc.time.instant, winter),
    })),
  },
  {
    name: 'the-later-one',
    mistake: 'takes the later one of a local time that occurs twice',
    ...{ case: 'time/twice', reason: 'wrong-time' },
    vendor: tells((told) =>
      told.losses.includes('time.local_ambiguous')
        ? { ...told, time: { ...told.time, instant: moved(told.time.instant, HOUR) } }
        : told,
    ),
  },
  {
    name: 'offset-from-behind',
    mistake: 'takes a local time that is left out with the offset from behind the change',
    ...{ case: 'time/never', reason: 'wrong-time' },
    vendor: tells((told) =>
      told.losses.includes('time.local_nonexistent')
        ? { ...told, time: { ...told.time, instant: moved(told.time.instant, -HOUR) } }
        : told,
    ),
  },
  {
    name: 'sure-of-its-clock',
    mistake: 'says nothing of clock changes',
    ...{ case: 'time/south', reason: 'hidden-loss' },
    vendor: tells(({ losses, ...told }) => ({
      ...told,
      losses: losses.filter((loss) => !loss.startsWith('time.local')),
    })),
  },
  {
    name: 'deaf-to-weekdays',
    mistake: 'skips the weekday',
    ...{ case: 'time/weekday', reason: 'hidden-loss' },
    vendor: tells(({ losses, ...told }) => ({
      ...told,
      losses: losses.filter((loss) => loss !== 'time.weekday_mismatch'),
    })),
  },
  {
    name: 'new-name-of-the-zone',
    mistake: 'tells another name of the zone than the one that it was given',
    ...{ case: 'time/zone-name', reason: 'wrong-time' },
    vendor: timed((time) => ({
      ...time,
      zone: time.zone?.replace('Calcutta', 'Kolkata') ?? null,
    })),
  },
  {
    name: 'leaves-it-to-the-language',
    mistake: 'lets its language read what it cannot, in the zone of its machine',
    ...{ case: 'time/other-forms', reason: 'wrong-time' },
    vendor: tells((told, { auditDate }) => {
      const at = told.time.precision === null ? Date.parse(String(auditDate)) : Number.NaN;
      if (Number.isNaN(at)) return told;
      const instant = new Date(at).toISOString().replace(/\.\d+/, '');
      return { ...told, time: { ...told.time, precision: 'minute', instant } };
    }),
  },
  {
    name: 'trims-the-date',
    mistake: 'drops blanks around a time and takes all blanks in it for one',
    ...{ case: 'time/around-it', reason: 'wrong-time' },
    vendor: dated((text) => text.trim().replace(/\s+/g, ' ')),
  },
  {
    name: 'one-form',
    mistake: 'knows one form of times, whatever the context says',
    ...{ case: 'formats/hours-of-24', reason: 'wrong-time' },
    vendor: ({ reader }) => ({ reader: ({ date_format: _, ...context }) => reader(context) }),
  },
  {
    name: 'tries-the-usual-form',
    mistake: 'tries the usual form where the one of the context does not fit',
    ...{ case: 'formats/instead', reason: 'wrong-time' },
    vendor: ({ reader }) => ({
      reader({ date_format, ...context }) {
        const [other, usual] = [reader({ ...context, date_format }), reader(context)];
        return (record) => {
          const told = other(record);
          return told.time.precision === null ? usual(record) : told;
        };
      },
    }),
  },
  {
    name: 'any-mark',
    mistake: 'takes a full stop of the form for any character, as patterns do',
    ...{ case: 'formats/day-first', reason: 'wrong-time' },
    vendor: dated((text, { date_format = '' }) =>
      date_format.includes('.') ? text.replace(/[^\w: ]/g, '.') : text,
    ),
  },
  {
    name: 'a-z-is-utc',
    mistake: 'takes a Z at the end for UTC, even where the form has it as a text',
    ...{ case: 'formats/quoted-without-zone', reason: 'wrong-time' },
    vendor: timed((time, { utc }) =>
      time.original?.endsWith('Z')
        ? { ...time, instant: utc.time.instant, zone_basis: 'explicit', zone: '+00:00' }
        : time,
    ),
  },
  {
    name: 'minutes-only',
    mistake: 'drops seconds',
    ...{ case: 'formats/seconds', reason: 'wrong-time' },
    vendor: timed((time) => ({ ...time, instant: time.instant?.replace(/\d\dZ$/, '00Z') ?? null })),
  },

  // Sentences
  {
    name: 'requester-did-it',
    mistake: 'takes the Requester for the one who made the request',
    ...{ case: 'documented/records', reason: 'wrong-actor' },
    vendor: tells((told, { auditString }) => {
      const [, name] = /, for Requester "?(.*?)"?\.$/.exec(String(auditString)) ?? [];
      return name === undefined ? told : { ...told, actor: named(name) };
    }),
  },
  {
    name: 'first-word-is-the-name',
    mistake: 'takes the first word for the name',
    ...{ case: 'actor/names', reason: 'wrong-actor' },
    vendor: acting((name) => ({ name: name.split(' ')[0] as string })),
  },
  {
    name: 'name-as-id',
    mistake: 'takes a name for an id, which two can share',
    ...{ case: 'actor/names', reason: 'wrong-actor' },
    vendor: acting((name) => ({ id: name })),
  },
  {
    name: 'systems-and-bots',
    mistake: 'takes everybody for the system whose name sounds like one',
    ...{ case: 'actor/system', reason: 'wrong-actor' },
    vendor: acting((name) => (/system|bot/i.test(name) ? { type: 'system' } : {})),
  },
  {
    name: 'trims-as-the-language-does',
    mistake: 'takes for blanks what its language takes for them',
    ...{ case: 'actor/no-blanks', reason: 'wrong-actor' },
    vendor: acting((name) => ({ name: name.trim() || name })),
  },
  {
    name: 'reply-anywhere',
    mistake: 'takes for a comment whatever has the word reply in it',
    ...{ case: 'action/replies', reason: 'wrong-action' },
    vendor: tells((told, { auditString }) =>
      /reply/i.test(String(auditString)) && told.action.original === 'added'
        ? { ...told, action: { ...told.action, verb: 'comment' } }
        : told,
    ),
  },
  {
    name: 'splits-at-the-words',
    mistake: 'splits at the words, and misses a place that shares a blank with the one before',
    ...{ case: 'action/words-that-share-a-blank', reason: 'wrong-actor' },
    vendor: tells((told, { auditString }) => {
      const [who = '', what, more] = String(auditString).split(' has added ');
      if (what === undefined || more !== undefined || told.actor) return told;
      return { ...told, actor: named(who), action: { ...told.action, verb: 'update' } };
    }),
  },
  {
    name: 'believes-the-first-reading',
    mistake: 'takes the first of several readings for the only one',
    ...{ case: 'changes/several-readings', reason: 'wrong-changes' },
    vendor: tells((told, { auditString }) => {
      const [, field = '', from = '', to = ''] = FIRST.exec(String(auditString)) ?? [];
      return told.losses.includes('change.ambiguous_split') && field
        ? { ...told, changes: [{ field, op: 'set', from, to, basis: 'parsed' }] }
        : told;
    }),
  },
  {
    name: 'counts-the-words',
    mistake: 'takes every sentence for ambiguous in which from or to stands twice',
    ...{ case: 'changes/one-reading', reason: 'wrong-changes' },
    vendor: tells((told, { auditString }) =>
      / from .* from | to .* to /s.test(String(auditString)) ? { ...told, changes: [] } : told,
    ),
  },
  {
    name: 'trims-values',
    mistake: 'drops blanks around fields and values',
    ...{ case: 'changes/blanks', reason: 'wrong-changes' },
    vendor: changing((text) => text.trim()),
  },
  {
    name: 'takes-digits-for-numbers',
    mistake: 'makes numbers of values that look like them',
    ...{ case: 'changes/as-written', reason: 'wrong-changes' },
    vendor: changing((text) => (/^[\d.]+$/.test(text) ? Number(text) : text)),
  },
  {
    name: 'empty-is-null',
    mistake: 'takes an empty value for none',
    ...{ case: 'changes/empty-values', reason: 'wrong-changes' },
    vendor: changing((text) => (text === '' ? null : text)),
  },
  {
    name: 'drops-full-stops',
    mistake: 'drops every full stop at the end',
    ...{ case: 'changes/full-stops', reason: 'wrong-changes' },
    vendor: changing((text) => text.replace(/\.+$/, '')),
  },
  {
    name: 'splits-at-commas',
    mistake: 'splits the sentence of a creation at its commas, those in quotation marks too',
    ...{ case: 'creation/quoted-words', reason: 'wrong-changes' },
    vendor: tells((told, { auditString }) =>
      told.action.verb === 'create' ? { ...told, changes: atAnyComma(String(auditString)) } : told,
    ),
  },
  {
    name: 'reads-what-it-can',
    mistake: 'tells what it can make of a creation whose sentence cannot be read',
    ...{ case: 'creation/unread', reason: 'wrong-changes' },
    vendor: tells((told, { auditString }) =>
      told.action.verb === 'create' && told.losses.includes('change.ambiguous_split')
        ? { ...told, changes: atAnyComma(String(auditString)) }
        : told,
    ),
  },
  {
    name: 'remembers-the-subject',
    mistake: "tells the creation's subject in the events behind it, too",
    ...{ case: 'creation/one-target', reason: 'wrong-target' },
    vendor: ({ reader }) => ({
      reader(context) {
        const read = reader(context);
        let subject: string | null = null;
        return (record) => {
          const told = read(record);
          subject = told.targetName ?? subject;
          return { ...told, targetName: subject };
        };
      },
    }),
  },
  {
    name: 'decodes-entities',
    mistake: 'takes the sentence for HTML, and decodes it',
    ...{ case: 'text/as-written', reason: 'wrong-message' },
    vendor: tells(({ message, ...told }) => ({
      ...told,
      message: message?.replaceAll('&lt;', '<').replaceAll('&amp;', '&'),
    })),
  },
  {
    name: 'strips-tags',
    mistake: 'tells a sentence without its tags',
    ...{ case: 'text/tags', reason: 'wrong-message' },
    vendor: tells(({ message, ...told }) => ({
      ...told,
      message: message?.replace(/<[^>]*>?/g, ''),
    })),
  },
  {
    name: 'compares-keys-as-written',
    mistake: 'looks in the text for names of keys that are there twice, as it knows them',
    ...{ case: 'broken-bodies/nested-key-twice', reason: 'no-error' },
    whole: rewrites((body) => !/"(audit\w+|objectList)":.*"\1":/s.test(body)),
  },
  {
    name: 'counts-halves',
    mistake: 'takes as many first as second halves in the text for pairs',
    ...{ case: 'broken-bodies/half-and-a-backslash', reason: 'no-error' },
    whole: rewrites((body) => {
      const [first, second] = [count(body, /\\ud[89ab]/gi), count(body, /\\ud[c-f]/gi)];
      return first > 0 && first === second;
    }),
  },
  {
    name: 'looks-at-values',
    mistake: 'looks for halves of pairs in values, and not in keys',
    ...{ case: 'broken-bodies/half-in-a-key', reason: 'no-error' },
    whole: rewrites((body) => /"\\ud[89ab]..":/i.test(body)),
  },
  {
    name: 'any-size',
    mistake: 'reads whole numbers of any size',
    ...{ case: 'broken-bodies/digits-too-many', reason: 'no-error' },
    whole: (right, { bodies, ...what }) =>
      right({ ...what, bodies: bodies.map((body) => body.replace(/\d{300,}/g, '1')) }),
  },
];

type OwnVendor = NonNullable<NormalizerMutant['vendor']>;

const HOUR = 60 * 60 * 1000;
const FIRST = / has changed (.*?) from (.*?) to (.*)\.$/s;
const JANUARY = { auditDate: 'Wed, Jan 15, 2025 12:00 pm' };

/** Writes a body once more as its language reads it, where its own check finds nothing wrong. */
function rewrites(isFine: (body: string) => boolean): NonNullable<NormalizerMutant['whole']> {
  const again = (body: string) => JSON.stringify(parsed(body)).replace(/\\ud[89a-f]../g, '\\ufffd');
  return (right, { bodies, ...what }) =>
    right({ ...what, bodies: bodies.map((body) => (isFine(body) ? again(body) : body)) });
}

interface Beside {
  /** The same, read in UTC. */
  utc: Reading;
  /** Milliseconds from the zone's time to UTC in January. */
  winter: number;
}

/** Tells another time. */
function timed(make: (time: EventTime, beside: Beside) => EventTime): OwnVendor {
  return ({ reader }) => ({
    reader(context) {
      const [read, readUtc] = [reader(context), reader({ ...context, time_zone: 'Etc/UTC' })];
      const january = [read, readUtc].map((one) => Date.parse(one(JANUARY).time.instant ?? ''));
      const winter = (january[0] as number) - (january[1] as number);
      return (record) => {
        const told = read(record);
        return { ...told, time: make(told.time, { utc: readUtc(record), winter }) };
      };
    },
  });
}

/** Reads another time than the one that is written. */
function dated(make: (text: string, context: Context) => string): OwnVendor {
  return ({ reader }) => ({
    reader(context) {
      const read = reader(context);
      return (record) => {
        const { auditDate } = record;
        if (typeof auditDate !== 'string') return read(record);
        const told = read({ ...record, auditDate: make(auditDate, context) });
        return { ...told, time: { ...told.time, original: auditDate } };
      };
    },
  });
}

/** Tells something else of who did it. */
function acting(make: (name: string) => Partial<NonNullable<Reading['actor']>>): OwnVendor {
  return tells(({ actor, ...told }) => ({
    ...told,
    actor: actor?.name ? { ...actor, ...make(actor.name) } : actor,
  }));
}

/** Tells other texts in changes. */
function changing(make: (text: string) => string | number | null): OwnVendor {
  return tells(({ changes, ...told }) => ({
    ...told,
    changes: changes.map(({ field, from, to, ...change }) => ({
      ...change,
      field: field === null ? null : String(make(field)),
      ...(from !== undefined && { from: make(String(from)) }),
      ...(to !== undefined && { to: make(String(to)) }),
    })),
  }));
}

function named(name: string): NonNullable<Reading['actor']> {
  return { type: 'unknown', id: null, name, email: null, basis: 'parsed' };
}

function moved(instant: string | null, by: number): string | null {
  return instant && new Date(Date.parse(instant) + by).toISOString().replace('.000', '');
}

function atAnyComma(sentence: string): EventChange[] {
  return sentence
    .split(', ')
    .slice(1)
    .map((part) => part.split(' as '))
    .filter(({ length }) => length > 1)
    .map(([field = '', to = '']) => {
      return { field, op: 'set', to: to.replace(/^"|"?\.?$/g, ''), basis: 'parsed' };
    });
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Undefined where it is no JSON. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
